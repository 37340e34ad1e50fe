"""Statements that deny what is cited, or that leave its denial out."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.denial import Sense, senses
from sourcebook.text.claims.stance import silences, untold
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

NEAR = 2
Known = dict[str, list[tuple[Sense, Rest]]]


@dataclass(frozen=True)
class Reversal:
    """A word that prose states and the evidence denies, or the other way round.

    ``source`` is the word there; nothing where the evidence denies nothing at all. ``sure`` tells
    that more of the statement is the same: what is spoken of, or what is done.
    """

    prose: Sense
    source: Sense | None
    rest: Rest
    sure: bool


def reversals(
    text: str, rests: Sequence[Rest], register: Register, group: Callable[[str], str] = str
) -> Iterator[Reversal]:
    """Yield each word that is denied on one side only, the first of each denial.

    ``group`` gives words that say the same by one stem.
    """
    mine = senses(text, register.vocabulary)
    if not any(one.by for one in mine) and not any(_has_denial(rest) for rest in rests):
        return
    pairs = [(one, rest) for rest in rests for one in cited(rest, register.vocabulary)]
    known: Known = {}
    for one, rest in pairs:
        known.setdefault(group(one.stem), []).append((one, rest))
    added = list(_added(text, known, register, group))
    yield from added
    yield from _left_out(text, rests, known, register, group)
    if not added:
        added = list(_unreported(text, rests, known, register, group))
        yield from added
    if not added:
        yield from _bare(text, mine, rests, register.vocabulary)


def _added(
    text: str, known: Known, register: Register, group: Callable[[str], str]
) -> Iterator[Reversal]:
    """Yield what prose denies and no evidence does."""
    vocabulary = register.vocabulary
    for reach in _reaches(senses(text, vocabulary), vocabulary, known):
        found = [one for one in reach[:NEAR] if group(one.stem) in known]
        if not found or any(other.denied for other, _ in known[group(found[0].stem)]):
            continue
        one, (other, rest) = found[0], known[group(found[0].stem)][0]
        if not (
            _shared(one.by, known, vocabulary)
            or _contrasts(one, text)
            or _untold(one, text, vocabulary)
        ):
            yield Reversal(one, other, rest, _alike(one, text, other, rest, register))


def _unreported(
    text: str,
    rests: Sequence[Rest],
    known: Known,
    register: Register,
    group: Callable[[str], str],
) -> Iterator[Reversal]:
    """Yield what is said not to be told, though the evidence tells it, or has its speaker."""
    vocabulary = register.vocabulary
    some = senses(text, vocabulary)
    for verb in (one for one in some if one.first and one.stem in vocabulary.told):
        start = verb.by.start if verb.by else 0
        before = [one for one in some if one.segment == verb.segment and one.word.end < start]
        told = [one for one in some if one.segment == verb.segment and one.word.start > start][1:]
        subject = register.named(" ".join(one.word.text for one in before)).objects
        speaking = [one for one in rests if one.evidence.speaker and subject & one.speaker.objects]
        if speaking:
            yield Reversal(verb, None, speaking[0], sure=True)
        elif _are_affirmed([group(one.stem) for one in told if told[0].infinitive], known):
            yield Reversal(verb, *known[group(told[0].stem)][0], sure=True)
        elif before and all(group(one.stem) in known for one in before):
            yield Reversal(verb, *known[group(before[-1].stem)][0], sure=len(before) > 1)


def _are_affirmed(some: Sequence[str], known: Known) -> bool:
    """Tell whether evidence has the first of some words, two or more, and denies none of them."""
    if len(some) < NEAR or any(one not in known for one in some[:NEAR]):
        return False
    return not any(one.denied for each in some[:NEAR] for one, _ in known[each])


def _left_out(
    text: str,
    rests: Sequence[Rest],
    known: Known,
    register: Register,
    group: Callable[[str], str],
) -> Iterator[Reversal]:
    """Yield what evidence denies and prose states, if no other evidence states it."""
    vocabulary = register.vocabulary
    stated: dict[str, list[Sense]] = {}
    silent = silences(text, vocabulary)
    for one in senses(text, vocabulary):
        if any(start <= one.word.start < end for start, end in silent):
            continue
        stated.setdefault(group(one.stem), []).append(one)
    for rest in rests:
        inside = {one.word for one in cited(rest, vocabulary)}
        reaches = _reaches(senses(rest.sentence, vocabulary), vocabulary, vocabulary.saying)
        for first in (one for reach in reaches for one in _first(reach, vocabulary)):
            mine = stated.get(group(first.stem), ())
            if first.word not in inside or not mine or any(each.denied for each in mine):
                continue
            denied = all(other.denied for other, _ in known[group(first.stem)])
            if denied and not _shared(first.by, stated, vocabulary):
                yield Reversal(mine[0], first, rest, _alike(mine[0], text, first, rest, register))


def _first(reach: Sequence[Sense], vocabulary: Vocabulary) -> Sequence[Sense]:
    """Return what a denial denies above all: “refuses to sever deep ties” denies no depth."""
    by = reach[0].by
    refused = by is not None and by.folded not in vocabulary.denials
    return reach[: 1 if refused else NEAR]


def _reaches(
    some: Sequence[Sense], vocabulary: Vocabulary, known: Container[str] = ()
) -> list[list[Sense]]:
    """Return the words that each denial reaches, without names.

    What is denied of telling (“does not say that”) is passed over, but for “is not said to” and
    for words that are ``known`` to be said themselves.
    """
    found: dict[tuple[int, int], list[Sense]] = {}
    silent: set[tuple[int, int]] = set()
    for one in some:
        if one.by:
            if one.teller and one.teller not in known:
                continue
            place = (one.by.start, one.segment)
            tells = one.stem in vocabulary.telling and one.stem not in known
            if tells and place not in found and not (place in silent and one.infinitive):
                silent.add(place)
            elif not one.word.capital and (place not in silent or one.infinitive):
                found.setdefault(place, []).append(one)
                silent.discard(place)
    return list(found.values())


@lru_cache(maxsize=4096)
def _has_denial(rest: Rest) -> bool:
    return any(one.by for one in senses(rest.sentence, rest.register.vocabulary))


@lru_cache(maxsize=4096)
def cited(rest: Rest, vocabulary: Vocabulary) -> list[Sense]:
    """Return the words of a quotation as its whole sentence denies them."""
    at = max(rest.sentence.find(rest.evidence.quotation), 0)
    end = at + len(rest.evidence.quotation)
    every = senses(rest.sentence, vocabulary)
    return [one for one in every if at <= one.word.start and one.word.end <= end]


def _shared(denial: Word | None, others: Mapping[str, object], vocabulary: Vocabulary) -> bool:
    """Tell whether the other side has the word that denies: then it is only placed otherwise."""
    return denial is not None and vocabulary.stem(denial.folded) in others


def _alike(one: Sense, text: str, other: Sense, rest: Rest, register: Register) -> bool:
    """Tell whether the two statements share another word, or an object, than what is denied."""
    vocabulary = register.vocabulary
    left = {each.stem for each in senses(text, vocabulary) if each.stem != one.stem}
    right = {each.stem for each in senses(rest.sentence, vocabulary) if each.stem != one.stem}
    shared = register.named(text).objects & register.named(rest.sentence).objects
    unclear = _denies(rest.evidence.quotation if one.denied else text, vocabulary)
    return not unclear and bool(shared or not left.isdisjoint(right))


def _contrasts(one: Sense, text: str) -> bool:
    """Tell whether a denial sets one thing against another: “sought, not bought”."""
    before = text[: one.by.start].rstrip() if one.by else ""
    return before.endswith(",")


def _untold(one: Sense, text: str, vocabulary: Vocabulary) -> bool:
    return one.by is not None and untold(text, one.by.start, vocabulary)


def _denies(text: str, vocabulary: Vocabulary) -> bool:
    return any(word.folded in vocabulary.denials for word in words(text)) or any(
        one.stem in vocabulary.refusals for one in senses(text, vocabulary)
    )


def _bare(
    text: str, mine: Sequence[Sense], rests: Sequence[Rest], vocabulary: Vocabulary
) -> Iterator[Reversal]:
    """Yield a verb, or what something is, that is denied where the evidence denies nothing."""
    denied = [
        reach[0]
        for reach in _reaches(mine, vocabulary)
        if reach[0].first
        and reach[0].by
        and reach[0].by.folded in vocabulary.nots
        and not (_untold(reach[0], text, vocabulary) or _contrasts(reach[0], text))
    ]
    denied = denied or list(_denied_of_being(text, vocabulary))
    if denied and not any(_has_denial(one) or _denies(one.sentence, vocabulary) for one in rests):
        yield Reversal(denied[0], None, rests[0], sure=True)


def _denied_of_being(text: str, vocabulary: Vocabulary) -> Iterator[Sense]:
    """Yield what follows an “is not” or “could not”, a name or preposition too."""
    every, silent = words(text), silences(text, vocabulary)
    for last, one, after in zip(every, every[1:], every[2:], strict=False):
        told = any(start <= one.start < end for start, end in silent)
        helped = last.folded in vocabulary.auxiliaries and not one.parted
        telling = vocabulary.stem(after.folded) in vocabulary.telling
        if helped and one.folded in vocabulary.nots and not (told or telling):
            yield Sense(after, vocabulary.stem(after.folded), True, one, True, 0)
