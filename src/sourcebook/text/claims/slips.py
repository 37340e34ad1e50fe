"""Slips: what no clause says rightly, whatever it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sourcebook.text.claims.denial import contrary
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.wording import UNHAD, misworded
from sourcebook.text.claims.words import SIGNS, Word, words

NEAR = 3
TWICE, ALONE, UNTOLD, SAME, UNJOINED, ARTICLE = (
    *("twice", "alone", "untold", "same", "unjoined", "article"),
)
DISOWNED, MIXED, DENYING = "disowned", "mixed", "denying"


class Slip(NamedTuple):
    """A word of a clause, and which slip is made with it.

    ``TWICE`` is a second denial of the same, ``ALONE`` a “nor” without one, ``UNTOLD`` that
    something is stated without what, ``SAME`` a word joined to itself, ``UNJOINED`` one thing done
    after another with only a comma between, ``ARTICLE`` an “a” that should be an “an”, ``UNHAD`` a
    “has not the” or “to have not”, ``DISOWNED`` that a reading of the book’s own is not its own,
    ``DENYING`` that the book reads that something is not so, which may be right, ``MIXED`` one verb
    for “a day and no year”. Those of wording are told in ``wording.py``.
    """

    word: Word
    kind: str


def slips(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Slip]:
    """Yield the slips of a clause."""
    every = words(text)
    denials = [at for at, one in enumerate(every) if _denies(every, at, vocabulary)]
    yield from _denied_twice(every, denials, vocabulary)
    yield from _denied_of_none(every, denials, vocabulary)
    yield from _untold(every, denials, vocabulary)
    for at in range(len(every)):
        if kind := _misplaced(every, at, vocabulary):
            yield Slip(every[at], kind)
    for last, one, after in zip(every, every[1:], every[2:], strict=False):
        joined = one.folded in vocabulary.joining and not (one.parted or after.parted)
        if joined and _is_same(last, after, vocabulary):
            yield Slip(after, SAME)
        against = one.folded in vocabulary.nots and one.parted and not after.parted
        if against and _is_same(last, after, vocabulary):
            yield Slip(after, SAME)
    yield from _unjoined(every, vocabulary)
    yield from _denying(every, denials, vocabulary)
    yield from (Slip(*one) for one in misworded(every, vocabulary))
    for last, one in pairwise(every):
        article = last.folded in vocabulary.articles
        if article and vocabulary.ill_formed.fullmatch(f"{last.text}{one.before}{one.text}"):
            yield Slip(last, ARTICLE)


def _unjoined(every: Sequence[Word], vocabulary: Vocabulary) -> Iterator[Slip]:
    """Yield what stands after another of its kind with a comma between and no “and” or “not”."""
    for at in (one for one in range(1, len(every)) if every[one].before.strip() == ","):
        done = _is_unjoined_deed(every, at, vocabulary)
        if done or _is_unjoined_name(every, at, vocabulary):
            yield Slip(every[at], UNJOINED)


def _is_unjoined_deed(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether one thing done stands after another: “sought, bought”, “not sold, not lent”."""
    first = at - 1
    if first and every[first].folded in vocabulary.linking and not every[first].parted:
        first -= 1
    denied = every[at].folded in vocabulary.nots and at + 1 < len(every)
    last, one = every[first], every[at + denied]
    twice = denied and first and every[first - 1].folded in vocabulary.nots and not one.parted
    listed = first and every[first - 1].folded in vocabulary.joining
    if last.parted or listed or (denied and not twice):
        return False
    ends = _closes(every, at + denied + 1, vocabulary)
    return ends and _done(last, vocabulary, first == 0) and _done(one, vocabulary)


def _closes(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a list of two ends before a word: with a sign, or with an “and the”."""
    before = every[at].before if at < len(every) else "."
    if "," not in before:
        return not SIGNS.isdisjoint(before)
    more = at + 1 < len(every) and every[at].folded in vocabulary.joining
    return more and every[at + 1].folded in vocabulary.articles


def _is_unjoined_name(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a name stands after another before one thing, or after the same preposition.

    “On French, German, ferries” and “for the town, for the port” are such.
    """
    last, one = every[at - 1], every[at]
    after = every[at + 1] if at + 1 < len(every) else None
    if last.capital and one.capital and after is not None:
        both = last.folded.endswith(vocabulary.demonyms) and one.folded.endswith(
            vocabulary.demonyms
        )
        plain = not (after.capital or after.folded in vocabulary.no_verbs)
        return both and plain and after.before.strip() == ","
    if one.folded not in vocabulary.reaching or not last.capital:
        return False
    named = after is not None and after.capital and not after.parted
    ends = at + 2 >= len(every) or every[at + 2].parted
    begins = next((b for b in range(at - 1, 0, -1) if not _is_named(every[b], vocabulary)), 0)
    alone = every[begins].folded == one.folded and not every[begins].parted
    return named and ends and alone


def _is_named(word: Word, vocabulary: Vocabulary) -> bool:
    return word.capital or word.folded in vocabulary.articles


def _denied_twice(
    every: Sequence[Word], denials: Sequence[int], vocabulary: Vocabulary
) -> Iterator[Slip]:
    first = -1
    for at in denials:
        if every[at].folded in vocabulary.joining:
            if first < 0 and at:
                yield Slip(every[at], ALONE)
        elif first >= 0 and every[at].folded in vocabulary.nots:
            near = at - first < NEAR or _is_subject(every, first, vocabulary)
            passive = every[at].folded in vocabulary.nothings and is_past(every[at - 1], vocabulary)
            thing = every[first].folded not in vocabulary.nots
            between = every[first + 1 + thing : at - passive]
            apart = any(_ends(one, vocabulary) for one in between)
            if near and not (apart or every[at].parted):
                yield Slip(every[at], TWICE)
        elif first >= 0 and _is_told_without(every, first, at, vocabulary):
            yield Slip(every[at], TWICE)
        first = at


def _is_told_without(every: Sequence[Word], first: int, at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is denied to tell what it then lacks: “is not given without a day”."""
    verb = every[first + 1]
    told = vocabulary.stem(verb.folded) in vocabulary.telling or is_past(verb, vocabulary)
    lacks = every[at].folded in vocabulary.silent_of and not every[at].parted
    return lacks and at == first + 2 and told and every[first].folded in vocabulary.nots


def _denying(
    every: Sequence[Word], denials: Sequence[int], vocabulary: Vocabulary
) -> Iterator[Slip]:
    """Yield the “not” of “that it is not a ship is this handbook’s reading”."""
    if len(every) <= NEAR + 1:
        return
    being, own, text, reading = every[-4:]
    owned = own.folded in vocabulary.near and text.folded in vocabulary.texts
    reads = owned and vocabulary.stem(reading.folded) in vocabulary.own
    for at in denials if reads and being.folded in vocabulary.being else ():
        asserted = at and every[at - 1].folded in vocabulary.auxiliaries
        if asserted and every[at].folded in vocabulary.nots and at < len(every) - NEAR:
            yield Slip(every[at], DENYING)


def _denied_of_none(
    every: Sequence[Word], denials: Sequence[int], vocabulary: Vocabulary
) -> Iterator[Slip]:
    """Yield the “not” of “no lamp, horn or bell is not lit”: one verb, denied of none of a list."""
    if not (denials and not denials[0] and every[0].folded in vocabulary.silences):
        return
    verb = next((at for at, one in enumerate(every) if one.folded in vocabulary.auxiliaries), 0)
    reaches = all(one.folded not in vocabulary.breaks - vocabulary.joining for one in every[:verb])
    listed = any(one.parted or one.folded in vocabulary.joining for one in every[1:verb])
    only = not any(0 < one < verb - 1 for one in denials)
    if listed and reaches and only and verb + 1 in denials:
        yield Slip(every[verb + 1], TWICE)


def _misplaced(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> str:
    """Return the slip that a word makes by what stands around it; empty if it makes none."""
    word, before, after = every[at], every[max(0, at - NEAR) : at], every[at + 1 : at + 1 + NEAR]
    if not before or not after or word.parted or after[0].parted:
        return ""
    last, following = before[-1].folded, after[0].folded
    if word.folded in vocabulary.nots:
        infinitive = len(before) > 1 and before[-2].folded in vocabulary.infinitive
        if last in vocabulary.holding and (following in vocabulary.determiners or infinitive):
            return UNHAD
        own = following in vocabulary.near and len(after) == NEAR
        own = own and after[1].folded in vocabulary.texts
        return DISOWNED if own and vocabulary.stem(after[2].folded) in vocabulary.own else ""
    return MIXED if _is_mixed(every, at, vocabulary) else ""


def _is_mixed(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word begins the second of two things that share a verb: “and no day is”."""
    if at != NEAR or every[2].folded not in vocabulary.joining or len(every) < at + NEAR:
        return False
    articles = [every[0].folded, every[at].folded]
    denied = [one in vocabulary.denials for one in articles]
    known = all(one in vocabulary.singular for one in articles)
    return known and denied[0] != denied[1] and every[at + 2].folded in vocabulary.being


def _is_subject(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a denial begins what its verb is said of: “no page”, not “that has no page”."""
    first = max(place for place in range(at + 1) if not place or _ends(every[place], vocabulary))
    return not any(one.folded in vocabulary.auxiliaries for one in every[first:at])


def _ends(word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a denial before a word does not reach it."""
    one = word.folded
    return (
        word.parted
        or one in vocabulary.breaks
        or one in vocabulary.joining
        or vocabulary.stem(one) in vocabulary.saying
    )


def _untold(
    every: Sequence[Word], denials: Sequence[int], vocabulary: Vocabulary
) -> Iterator[Slip]:
    """Yield the verb that says of what is asked only that a text has it: “where is stated”."""
    if len(every) < NEAR or denials:
        return
    last, verb = every[-2:]
    if _is_said_of_nothing(every, vocabulary):
        yield Slip(verb, UNTOLD)
        return
    if len(every) == NEAR:
        return
    asked = any(
        one.folded in vocabulary.questions
        and (not at or one.parted or every[at - 1].folded in vocabulary.linking)
        for at, one in enumerate(every[:-2])
    )
    if asked and (_is_said_by_all(every, vocabulary) or _is_in_a_file(every, vocabulary)):
        yield Slip(verb, UNTOLD)
    stem = vocabulary.stem(verb.folded)
    given = every[0].folded in vocabulary.one_of or any(
        one.folded in vocabulary.given and before.folded in vocabulary.articles
        for before, one in pairwise(every)
    )
    told = stem in vocabulary.stating if asked else stem in vocabulary.empty and not given
    if told and last.folded in vocabulary.being:
        yield Slip(verb, UNTOLD)


def _is_said_of_nothing(every: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether a clause ends with a telling of nothing: “…, it does say”, “is marked which”."""
    *_, before, last, verb = every
    if verb.folded in vocabulary.questions:
        told = vocabulary.stem(last.folded) in vocabulary.stating and is_past(last, vocabulary)
        return told and before.folded in vocabulary.being and not verb.parted
    tells = vocabulary.stem(verb.folded) in vocabulary.saying
    asks = every[0].folded in vocabulary.questions
    if last.parted:
        return last.folded in vocabulary.being and tells and is_past(verb, vocabulary)
    stressed = last.folded in vocabulary.doing or before.folded in vocabulary.active
    return asks and tells and stressed and any(one.parted for one in every[1:])


def _is_in_a_file(every: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether a clause ends with the text that has what is asked: “is in the file”."""
    if len(every) <= NEAR + 1:
        return False
    being, within, _, text = every[-4:]
    linked = being.folded in vocabulary.being and within.folded in vocabulary.linking
    return linked and text.folded in vocabulary.files


def _is_said_by_all(every: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether a clause ends with who says it, and names nobody: “…, each says”."""
    begins = max((at for at, one in enumerate(every) if one.parted), default=0)
    teller, verb = every[begins:-1], every[-1]
    tells = vocabulary.stem(verb.folded) in vocabulary.saying and verb.folded.endswith("s")
    unnamed = not any(one.capital or one.folded in vocabulary.questions for one in teller)
    return bool(begins and tells and unnamed and 0 < len(teller) < NEAR)


def _denies(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    after = every[at + 1].folded if at + 1 < len(every) else ""
    return every[at].folded in vocabulary.denials and after not in vocabulary.idle


def _is_same(one: Word, other: Word, vocabulary: Vocabulary) -> bool:
    return one.folded == other.folded and one.folded not in vocabulary.no_verbs


def _done(word: Word, vocabulary: Vocabulary, begins: bool = False) -> bool:
    """Tell whether a word tells something done; with a capital only where it ``begins``."""
    plain = (begins or not word.capital) and not contrary(word.folded, vocabulary)
    return plain and is_past(word, vocabulary) and word.folded not in vocabulary.no_verbs
