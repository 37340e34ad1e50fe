"""Deeds that prose has others do, or has done to others, than the evidence does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sourcebook.checks.gapped import goes_on
from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.deeds import Deed, Some, deeds
from sourcebook.text.claims.denial import denied
from sourcebook.text.claims.names import kin
from sourcebook.text.claims.ties import AFTER, BEFORE, Tie
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

Group = Callable[[str], str]


def turned(
    text: str, rests: Sequence[Rest], register: Register, group: Group = str
) -> Iterator[tuple[Tie, str]]:
    """Yield who does a deed, or to what it is done, if all evidence has another there.

    The words have to stand elsewhere in that evidence: “A sold B” beside “B sold A”.
    """
    vocabulary = register.vocabulary
    told = _told(rests, vocabulary, group)
    if not any(group(vocabulary.stem(word.folded)) in told for word in words(text)):
        return
    for mine in (one for one in _deeds(text, vocabulary) if one.doers or one.things):
        stem = group(vocabulary.stem(mine.verb.folded))
        theirs = told.get(stem)
        if not theirs or mine.verb in denied(text, vocabulary):
            continue
        if _tells_doer(mine, theirs[0][0], register) and stem not in vocabulary.mutual:
            doers = [(one.doers, words(sentence)) for one, sentence in theirs]
            others = _are_others(mine.doers, doers, register)
            if others and not any(goes_on(mine.doers, text, vocabulary) for _, text in theirs):
                yield _tie(mine.doers, AFTER, mine, text), _text(doers[0][0], theirs[0][1])
                continue
        things = [(one.things, one.beyond) for one, _ in theirs]
        if _are_others(mine.things, things, register):
            yield _tie(mine.things, BEFORE, mine, text), _text(things[0][0], theirs[0][1])


def _deeds(text: str, vocabulary: Vocabulary) -> Iterator[Deed]:
    """Yield the deeds of a text but for “rose by 15 percent”: no 15 percent did that."""
    for one in deeds(text, vocabulary):
        if not (one.passive and one.doers and one.doers[0].folded.isdigit()):
            yield one


def _told(
    rests: Sequence[Rest], vocabulary: Vocabulary, group: Group
) -> dict[str, list[tuple[Deed, str]]]:
    """Return the deeds that evidence tells of, each with its sentence, by what says the same."""
    found: dict[str, list[tuple[Deed, str]]] = {}
    for rest in rests:
        for one in _deeds(rest.sentence, vocabulary):
            stem = group(vocabulary.stem(one.verb.folded))
            found.setdefault(stem, []).append((one, rest.sentence))
    return found


def _are_others(here: Some, there: Sequence[tuple[Some, Some]], register: Register) -> bool:
    known = bool(here) and not any(_refers(one, register.vocabulary) for one in here)
    return known and all(_is_another(here, *each, register) for each in there)


def _refers(one: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may mean what the text named before: “the ministry”, “both nations”."""
    return bool({one.folded, vocabulary.stem(one.folded)} & vocabulary.anaphors)


def _is_name(one: Word, register: Register) -> bool:
    return one.capital and (one.start > 0 or one.folded not in register.common)


def _tells_doer(mine: Deed, other: Deed, register: Register) -> bool:
    """Tell whether who stands before a verb does it: “A drones bought” may tell what is bought.

    Names do where nothing is done to anything: “A resigned”.
    """
    sides = (mine.doers, other.doers)
    named = all(any(_is_name(one, register) for one in some) for some in sides)
    return mine.passive or bool(mine.things) or (named and not other.things)


def _tie(some: Some, side: str, deed: Deed, text: str) -> Tie:
    return Tie(_whole(some, text), (side, deed.verb.folded), deed.verb)


def _text(some: Some, text: str) -> str:
    return " ".join(one.text for one in _whole(some, text))


def _whole(some: Some, text: str) -> Some:
    """Return some words of a text with those between them."""
    return tuple(one for one in words(text) if some[0].start <= one.start <= some[-1].start)


def _is_another(here: Some, there: Some, every: Some, register: Register) -> bool:
    """Tell whether words are not those that stand in a place, but others do that stand elsewhere.

    “The ministry” may be that of whom the text named before, “the two nations” any.
    """
    if not there:
        return False
    vocabulary = register.vocabulary
    mine = [one for one in here if _is_name(one, register)]
    theirs = [one for one in there if _is_name(one, register)]
    some, others = (mine, theirs) if mine and theirs else (here, there)
    elsewhere = [one for one in every if one not in there]
    refer = [one for one in there if _refers(one, vocabulary)]
    if any(one.folded not in vocabulary.anaphors for one in refer):
        return False
    if refer and not theirs:
        elsewhere = [one for one in elsewhere if one.start > there[0].start]
    return not any(_has(others, one, vocabulary) for one in some) and all(
        _has(elsewhere, one, vocabulary) for one in some
    )


def _has(some: Sequence[Word], one: Word, vocabulary: Vocabulary) -> bool:
    stem = vocabulary.stem(one.folded)
    return any(
        vocabulary.stem(each.folded) == stem
        or (one.capital and each.capital and kin(one.folded, each.folded, vocabulary))
        for each in some
    )
