"""Who does what to whom in a text: the words before and after each verb that tells of a deed."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

NEAR = 5
Some = tuple[Word, ...]


class Deed(NamedTuple):
    """A verb with the words for who does it, ``doers``, and to what it is done, ``things``.

    Either is empty where the text does not tell, or only by a pronoun. ``beyond`` are the words
    before it and after what may go with it.
    """

    verb: Word
    doers: Some
    things: Some
    passive: bool
    beyond: Some


@lru_cache(maxsize=8192)
def deeds(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[Deed, ...]:
    """Return the deeds of a text that its verbs tell in the past: “A sold B”, “B was sold by A”."""
    every = words(text)
    found = (at for at in range(1, len(every)) if _is_deed(every, at, vocabulary))
    return tuple(_deed(every, at, vocabulary) for at in found)


@lru_cache(maxsize=8192)
def for_or_against(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[tuple[str, Word], ...]:
    """Return each “for” and “against” right after a verb, with the stem of that."""
    every = words(text)
    return tuple(
        (vocabulary.stem(one.folded), two)
        for at, (one, two) in enumerate(pairwise(every))
        if two.folded in vocabulary.fors and not two.parted
        if one.folded in vocabulary.being
        or is_past(one, vocabulary)
        or (at and every[at - 1].folded in vocabulary.denials)
    )


def _is_deed(every: Some, at: int, vocabulary: Vocabulary) -> bool:
    last = every[at - 1].folded
    named = last in vocabulary.determiners or last in vocabulary.infinitive
    return not named and _is_verb(every[at], vocabulary)


def _is_verb(one: Word, vocabulary: Vocabulary) -> bool:
    joined = one.capital or "-" in one.before
    return not joined and is_past(one, vocabulary) and one.folded not in vocabulary.no_verbs


def _deed(every: Some, at: int, vocabulary: Vocabulary) -> Deed:
    place = at
    while place and _helps(every[place - 1], vocabulary):
        place -= 1
    verb, after = every[at], every[at + 1].folded if at + 1 < len(every) else ""
    passive = any(one.folded in vocabulary.being for one in every[place:at])
    passive = passive or after in vocabulary.by
    before = _before(every, place, vocabulary)
    behind = () if _has_object(every, place, vocabulary) else _behind(every, at + 1, vocabulary)
    further = (one for one in range(at + 1, len(every)) if _states(every[one], vocabulary))
    beyond = (*every[:at], *every[next(further, len(every)) :])
    if passive:
        return Deed(verb, _by(every, at + 1, vocabulary), before, True, beyond)
    return Deed(verb, before, behind, False, beyond)


def _helps(one: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may stand between a subject and its verb: “has so far rarely”."""
    word = one.folded
    helps = word in vocabulary.auxiliaries or word in vocabulary.adverbs
    return helps or word in vocabulary.lately or (not one.capital and vocabulary.is_adverb(word))


def _before(every: Some, place: int, vocabulary: Vocabulary) -> Some:
    """Return the words of the subject before a place: nothing where it is not sure which they are.

    “The mayor, A, paid” has both, and so has “A and B paid”; “A paid B and sank” has none. The end
    of a date does nothing.
    """
    apposed = place < len(every) and every[place].before.strip() == ","
    first = place
    while first and not _begins(every, first, vocabulary):
        one = every[first - 1]
        if first < place and one.folded in vocabulary.objects:
            break
        if _is_unsure(one, vocabulary):
            return ()
        first -= 1
        comma = apposed and every[first].before.strip() == ","
        if every[first].parted and not comma:
            break
    found = _sense(every[first:place], vocabulary)
    return () if all(one.folded.isdigit() for one in found) else found


def _has_object(every: Some, place: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a “which” is what a deed is done to: “the bridge that A built stands”."""
    first = place
    while first > 1 and not (every[first].parted or _begins(every, first, vocabulary)):
        if first < place and every[first - 1].folded in vocabulary.objects:
            told = every[max(0, first - NEAR) : first - 1]
            return not any(vocabulary.stem(each.folded) in vocabulary.telling for each in told)
        first -= 1
    return False


def _is_unsure(one: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word leaves open who does what follows: a pronoun, a “which”, a verb."""
    stands_in = one.folded in vocabulary.pronouns or one.folded in vocabulary.relative
    return stands_in or _states(one, vocabulary)


def _begins(every: Some, at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the word before a place parts a subject from what it follows."""
    one = every[at - 1]
    if one.folded in vocabulary.joining:
        return any(_states(each, vocabulary) for each in _part(every, at - 1))
    told = every[max(0, at - NEAR) : at - 1] if one.folded in vocabulary.relative else ()
    if any(vocabulary.stem(each.folded) in vocabulary.telling for each in told):
        return True
    says = vocabulary.stem(one.folded) in vocabulary.saying and not one.capital
    parts = one.folded in vocabulary.breaks or one.folded in vocabulary.timing
    return says or (parts and one.folded not in vocabulary.relative)


def _part(every: Some, at: int) -> Some:
    first = at
    while first and not every[first].parted:
        first -= 1
    return every[first:at]


def _states(one: Word, vocabulary: Vocabulary) -> bool:
    helps = one.folded in vocabulary.auxiliaries and not one.capital
    return helps or _is_verb(one, vocabulary)


def _behind(every: Some, at: int, vocabulary: Vocabulary) -> Some:
    """Return the words of the object after a place, up to a preposition other than “of”."""
    last = at
    while last < len(every) and not _ends(every[last], vocabulary):
        if every[last].folded in vocabulary.pronouns:
            return ()
        last += 1
    return _sense(every[at:last], vocabulary)


def _ends(one: Word, vocabulary: Vocabulary) -> bool:
    word = one.folded
    links = word in vocabulary.breaks or word in vocabulary.linking
    goes_on = word in vocabulary.joining or word == vocabulary.of
    return one.parted or (links and not goes_on) or _states(one, vocabulary)


def _by(every: Some, at: int, vocabulary: Vocabulary) -> Some:
    """Return the words after the “by” that follows a verb in its part of the text."""
    for place in range(at, len(every)):
        if every[place].parted or every[place].folded in vocabulary.breaks:
            break
        if every[place].folded in vocabulary.doer:
            return _behind(every, place + 1, vocabulary)
    return ()


def _sense(some: Some, vocabulary: Vocabulary) -> Some:
    dated = any(one.folded in vocabulary.calendar for one in some)
    return tuple(
        one
        for one in some
        if one.folded not in vocabulary.no_verbs
        if one.folded not in vocabulary.calendar and not _owns(one)
        if not (dated and one.folded.isdigit())
    )


def _owns(one: Word) -> bool:
    """Tell whether a word has an ’s, which stands in its place and not among its letters."""
    return one.end - one.start > len(one.text)
