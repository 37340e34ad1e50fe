"""Statements that make real, or sure, what is only possible in what is cited: will for may."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from sourcebook.checks.resting import Rest
from sourcebook.text.claims.deeds import deeds
from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.strength import (
    POSSIBLE,
    REAL,
    Order,
    Told,
    is_finite,
    is_past,
    lowest,
    mode_of,
    told,
)
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.wording import has_digit

NEAR = 4


@dataclass(frozen=True)
class Excess:
    """A word of prose that says more than the strongest word of what is cited.

    A ``note`` is on what the source may vouch for all the same.
    """

    word: Word
    stated: str
    cited: str
    rest: Rest
    note: bool = False


def too_real(
    text: str, rests: Sequence[Rest], order: Order, vocabulary: Vocabulary
) -> Iterator[Excess]:
    """Yield each word of a statement that lets a thing be more real than any evidence does."""
    yield from _too_real(text, rests, order, vocabulary)
    yield from _too_certain(text, rests, vocabulary)
    yield from _only_possible(text, rests, order, vocabulary)
    yield from _made(text, rests, order, vocabulary)
    yield from _intended(text, rests, vocabulary)
    yield from _unquoted(text, rests, vocabulary)


def _too_real(
    text: str, rests: Sequence[Rest], order: Order, vocabulary: Vocabulary
) -> Iterator[Excess]:
    best = _most_real(rests, vocabulary, order)
    if not any(one.mode < REAL for one, _ in best.values()):
        return
    every, least, left_out = words(text), lowest(text, vocabulary), unsaid(text, vocabulary)
    modes = {one.word.start: one for one in told(text, vocabulary)}
    for at, word in enumerate(every):
        stem = order.alike(vocabulary.stem(word.folded))
        if stem not in best or word.start in left_out:
            continue
        one, rest = best[stem]
        by = modes[word.start].by if word.start in modes else None
        loose = one.by is not None and _is_adverb(one.by, vocabulary)
        if by:
            level = modes[word.start].mode
        else:
            level = least if loose or is_finite(every, at, vocabulary) else POSSIBLE
        if one.by and one.mode < REAL and level > one.mode:
            stated = f"{by.text} {word.text}" if by else word.text
            yield Excess(word, stated, f"{one.by.text} … {one.word.text}", rest)


def _is_adverb(word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word such as “possibly” hedges all that it goes with, verb or not."""
    return vocabulary.is_adverb(word.folded) or word.folded in vocabulary.adverbs


def _too_certain(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield each “will” of what the evidence tells with a “would” of its own, not as reported."""
    mine = [one for one in told(text, vocabulary) if _is(one.by, vocabulary.certain)]
    for one in mine:
        theirs = [
            (other, rest)
            for rest in rests
            for other in told(rest.evidence.quotation, vocabulary)
            if other.stem == one.stem
        ]
        would = [each for each in theirs if _is(each[0].by, vocabulary.supposed)]
        if not theirs and one.stem in vocabulary.meaning:
            yield Excess(one.word, f"{one.by.text if one.by else ''} {one.word.text}", "", rests[0])
        if any(_reports(rest) for _, rest in would):
            would = []
        if not any(_is(word, vocabulary.probable) for word in words(text)):
            would += [each for each in theirs if _is(each[0].by, vocabulary.probable)]
        if would and len(would) == len(theirs):
            other, rest = would[0]
            by, had = one.by.text if one.by else "", other.by.text if other.by else ""
            yield Excess(one.word, f"{by} {one.word.text}", f"{had} {other.word.text}", rest)


def _only_possible(
    text: str, rests: Sequence[Rest], order: Order, vocabulary: Vocabulary
) -> Iterator[Excess]:
    """Yield the “will” of a statement where all that is cited only lets things be possible."""
    mine = next((one for one in told(text, vocabulary) if _is(one.by, vocabulary.certain)), None)
    if mine is None or order.alike(mine.stem) in _most_real(rests, vocabulary, order):
        return
    modes = [
        (mode_of(word, vocabulary), word, rest)
        for rest in rests
        for word in words(rest.sentence)
        if mode_of(word, vocabulary) < REAL and word.folded not in vocabulary.supposed
    ]
    if modes and all(mode == POSSIBLE for mode, *_ in modes):
        _, word, rest = modes[0]
        by = mine.by.text if mine.by else ""
        yield Excess(mine.word, f"{by} {mine.word.text}", word.text, rest)


def _made(
    text: str, rests: Sequence[Rest], order: Order, vocabulary: Vocabulary
) -> Iterator[Excess]:
    """Yield each “introduced” of a thing that all evidence only has considered, or planned."""
    every = (*_realised(text, vocabulary), *_measured(text, vocabulary))
    if not every:
        return
    known = {order.alike(one.stem) for rest in rests for one in told(rest.sentence, vocabulary)}
    modes = {one.word: one.mode for one in told(text, vocabulary)}
    for verb, some in every:
        if modes.get(verb, REAL) < REAL:
            continue
        things = {vocabulary.stem(one.folded) for one in some}
        meant = [(_meant(rest.sentence, things, vocabulary), rest) for rest in rests]
        word, rest = meant[0]
        new = order.alike(vocabulary.stem(verb.folded)) not in known
        if new and word and all(one for one, _ in meant):
            yield Excess(verb, verb.text, word.text, rest)


def _realised(text: str, vocabulary: Vocabulary) -> Iterator[tuple[Word, Sequence[Word]]]:
    """Yield each verb that makes a thing come to be, “introduced a levy”, with that thing."""
    for deed in deeds(text, vocabulary):
        if vocabulary.stem(deed.verb.folded) in vocabulary.realising:
            yield deed.verb, deed.things


def _measured(text: str, vocabulary: Vocabulary) -> Iterator[tuple[Word, Sequence[Word]]]:
    """Yield each “was” between a thing and an amount, “growth was 3%”, with that thing."""
    every = words(text) if lowest(text, vocabulary) == REAL else ()
    for thing, verb, amount in zip(every, every[1:], every[2:], strict=False):
        if verb.folded in vocabulary.being and has_digit(amount.folded):
            yield verb, (thing,)


def _meant(text: str, things: Set[str], vocabulary: Vocabulary) -> Word | None:
    """Return the verb by which a text only has the first of some things as meant, or possible."""
    every = words(text)
    stems = [vocabulary.stem(one.folded) for one in every]
    first = next((at for at, stem in enumerate(stems) if stem in things), 0)
    for one in reversed(every[max(0, first - NEAR) : first]):
        if mode_of(one, vocabulary) < REAL and one.folded not in vocabulary.modals:
            return one
        if one.parted or one.folded in vocabulary.linking - vocabulary.purpose:
            break
    return None


def _intended(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield the verb of a statement on an amount that all evidence only has as a target."""
    every = words(text)
    if lowest(text, vocabulary) < REAL or not has_digit(text):
        return
    verb = next((one for at, one in enumerate(every) if is_finite(every, at, vocabulary)), None)
    amounts = {one.folded for one in every if has_digit(one.folded)}
    meant = [_target(rest.sentence, amounts, vocabulary) for rest in rests]
    if verb and meant[0] and all(meant):
        yield Excess(verb, verb.text, meant[0].text, rests[0])


def _target(text: str, amounts: Set[str], vocabulary: Vocabulary) -> Word | None:
    """Return the noun for what is only meant that a text says to be amounts: “the aim is 3”."""
    every = words(text)
    for at in range(1, len(every) - 1):
        last, one, verb = every[at - 1 : at + 2]
        named = last.folded in vocabulary.determiners or last.folded in vocabulary.articles
        done = is_past(every[at + 2], vocabulary) if at + 2 < len(every) else False
        meant = mode_of(one, vocabulary) < REAL and verb.folded in vocabulary.being
        if named and meant and not done:
            told = takewhile(
                lambda each: has_digit(each.folded) or not each.parted, every[at + 2 :]
            )
            if amounts <= {each.folded for each in told}:
                return one
    return None


def _unquoted(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield each “will” or “may” that is itself what a source writes, and does not."""
    every = words(text)
    for at in (place for place in range(1, len(every)) if every[place].folded in vocabulary.modals):
        one, last = every[at], every[at - 1]
        ends = at + 1 == len(every) or every[at + 1].parted
        writes = (
            vocabulary.stem(last.folded) in vocabulary.saying or last.folded in vocabulary.alone
        )
        theirs = (other.folded for rest in rests for other in words(rest.evidence.quotation))
        if ends and writes and one.folded not in theirs:
            yield Excess(one, one.text, "", rests[0])


def _is(word: Word | None, some: frozenset[str]) -> bool:
    return word is not None and word.folded in some


def _reports(rest: Rest) -> bool:
    """Tell whether a sentence of the source reports what was said: “said that he would”."""
    vocabulary = rest.register.vocabulary
    return any(
        vocabulary.stem(word.folded) in vocabulary.saying and is_past(word, vocabulary)
        for word in words(rest.sentence)
    )


def _most_real(
    rests: Sequence[Rest], vocabulary: Vocabulary, order: Order
) -> dict[str, tuple[Told, Rest]]:
    """Return each word of the evidence, by what says the same, where it is told to be most real."""
    best: dict[str, tuple[Told, Rest]] = {}
    for rest in rests:
        for stem, one in _of_evidence(rest, vocabulary, order).items():
            if stem not in best or one.mode > best[stem][0].mode:
                best[stem] = (one, rest)
    return best


@lru_cache(maxsize=4096)
def _of_evidence(rest: Rest, vocabulary: Vocabulary, order: Order) -> dict[str, Told]:
    found: dict[str, Told] = {}
    for one in told(rest.evidence.quotation, vocabulary):
        stem = order.alike(one.stem)
        if stem not in found or one.mode > found[stem].mode:
            found[stem] = one
    return found


@lru_cache(maxsize=8)
def unsaid(text: str, vocabulary: Vocabulary) -> frozenset[int]:
    """Return where the words stand that a statement denies, or tells no source to say."""
    silent = silences(text, vocabulary)
    return frozenset(
        one.word.start
        for one in senses(text, vocabulary)
        if (one.denied and one.by != one.word)
        or any(start <= one.word.start < end for start, end in silent)
    )
