"""Statements that say more than what is cited: real for possible, proved for said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from sourcebook.checks.resting import Rest
from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.strength import (
    HEDGED,
    POSSIBLE,
    REAL,
    Order,
    Told,
    is_finite,
    is_past,
    lowest,
    mode_of,
    quantified,
    steps,
    told,
)
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.wording import has_digit

SAYING, SURE = 0, 2


@dataclass(frozen=True)
class Excess:
    """A word of prose that says more than the strongest word of what is cited."""

    word: Word
    stated: str
    cited: str
    rest: Rest


def excesses(
    text: str, rests: Sequence[Rest], order: Order, vocabulary: Vocabulary
) -> Iterator[Excess]:
    """Yield each word of a statement that says more than any of the evidence."""
    if _asks(text, vocabulary):
        yield from unbacked(text, rests, vocabulary)
        return
    yield from _too_real(text, rests, order, vocabulary)
    yield from _too_certain(text, rests, vocabulary)
    yield from _only_possible(text, rests, order, vocabulary)
    yield from _unquoted(text, rests, vocabulary)
    yield from _too_high(text, rests, vocabulary)
    yield from _too_many(text, rests, vocabulary)
    yield from _not_carried(text, rests, order, vocabulary)


def unbacked(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield each word of proof in a text that no evidence proves, whatever else it states."""
    if not any(
        scale == SAYING and level >= SURE
        for rest in rests
        for scale, level, _ in steps(rest.evidence.quotation, vocabulary)
    ):
        for word in unproved(text, vocabulary):
            yield Excess(word, word.text, "", rests[0])


def unproved(text: str, vocabulary: Vocabulary) -> Iterator[Word]:
    """Yield each word that says that something is proved, or that everybody says it."""
    for who, verb in pairwise(words(text)):
        every = who.folded in vocabulary.backed and who.folded in vocabulary.all_of
        if every and not verb.parted and vocabulary.stem(verb.folded) in vocabulary.telling:
            yield who
    for scale, level, word in steps(text, vocabulary):
        if scale == SAYING and level >= SURE and word.start not in _unsaid(text, vocabulary):
            yield word


def _too_real(
    text: str, rests: Sequence[Rest], order: Order, vocabulary: Vocabulary
) -> Iterator[Excess]:
    best = _most_real(rests, vocabulary, order)
    if not any(one.mode < HEDGED for one, _ in best.values()):
        return
    every, least, unsaid = words(text), lowest(text, vocabulary), _unsaid(text, vocabulary)
    modes = {one.word.start: one for one in told(text, vocabulary)}
    for at, word in enumerate(every):
        stem = order.alike(vocabulary.stem(word.folded))
        if stem not in best or word.start in unsaid:
            continue
        one, rest = best[stem]
        by = modes[word.start].by if word.start in modes else None
        if by:
            level = modes[word.start].mode
        else:
            level = least if is_finite(every, at, vocabulary) else POSSIBLE
        if one.by and one.mode < HEDGED and level > one.mode:
            stated = f"{by.text} {word.text}" if by else word.text
            yield Excess(word, stated, f"{one.by.text} … {one.word.text}", rest)


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
        if would and len(would) == len(theirs) and not any(_reports(rest) for _, rest in would):
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


def _too_high(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    if not any(level for _, level, _ in steps(text, vocabulary)):
        return
    mine = _highest(text, vocabulary, _unsaid(text, vocabulary))
    for scale, (level, word) in mine.items():
        if level < (SURE if scale == SAYING else 1):
            continue
        theirs = [
            (*found[scale], rest)
            for rest in rests
            for found in [_highest(rest.evidence.quotation, vocabulary)]
            if scale in found
        ]
        if not theirs and (scale == SAYING or word.folded in vocabulary.backed):
            yield Excess(word, word.text, "", rests[0])
        elif theirs:
            highest, other, rest = max(theirs, key=lambda one: one[0])
            if highest < level:
                yield Excess(word, word.text, other.text, rest)


@lru_cache(maxsize=8192)
def _highest(
    text: str, vocabulary: Vocabulary, unsaid: frozenset[int] = frozenset()
) -> dict[int, tuple[int, Word]]:
    """Return for each scale the word of a text that says most, and where it stands."""
    found: dict[int, tuple[int, Word]] = {}
    for scale, level, word in steps(text, vocabulary):
        if word.start not in unsaid and level > found.get(scale, (-1, word))[0]:
            found[scale] = (level, word)
    return found


def _too_many(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield each “all” or “most” of things of which the evidence has “some” or “many”."""
    mine = quantified(text, vocabulary)
    theirs: dict[str, tuple[int, Word, Rest]] = {}
    for rest in rests if mine else ():
        for level, word, thing in quantified(rest.evidence.quotation, vocabulary):
            if thing not in theirs or theirs[thing][0] < level:
                theirs[thing] = (level, word, rest)
    for level, word, thing in mine:
        if thing in theirs and theirs[thing][0] < level:
            _, other, rest = theirs[thing]
            yield Excess(word, f"{word.text} {thing}", f"{other.text} {thing}", rest)


def _not_carried(
    text: str, rests: Sequence[Rest], order: Order, vocabulary: Vocabulary
) -> Iterator[Excess]:
    if not order.words:
        return
    theirs: list[tuple[str, Told, Rest]] = [
        (order.group(one.stem), one, rest)
        for rest in rests
        for one in told(rest.evidence.quotation, vocabulary)
        if order.group(one.stem)
    ]
    mine = [one for one in told(text, vocabulary) if order.group(one.stem)]
    least = HEDGED if lowest(text, vocabulary) == REAL else POSSIBLE
    if not theirs or not mine or (least == POSSIBLE and _means(text, vocabulary)):
        return
    narrow, wide = (
        {name for rest in some for name in _real(rest, least, order, vocabulary)}
        for some in (_of_same(text, rests), rests)
    )
    unsaid = _unsaid(text, vocabulary)
    for one in mine:
        asked = order.group(one.stem)
        against = [(other, rest) for name, other, rest in theirs if order.same_matter(name, asked)]
        real = narrow if is_past(one.word, vocabulary) else wide
        carried = any(order.carries(name, asked) for name in real)
        if against and not carried and one.word.start not in unsaid:
            other, rest = against[0]
            cited = f"{other.by.text} … {other.word.text}" if other.by else other.word.text
            yield Excess(one.word, one.word.text, cited, rest)


@lru_cache(maxsize=8192)
def _real(rest: Rest, least: int, order: Order, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the groups of which evidence tells that they are at least so real."""
    found = told(rest.sentence, vocabulary)
    return frozenset(order.group(one.stem) for one in found if one.mode >= least)


def _of_same(text: str, rests: Sequence[Rest]) -> Sequence[Rest]:
    """Return the evidence on what a text designates; all of it where it designates nothing."""
    if not has_digit(text):
        return rests
    register = rests[0].register
    found = register.objects_in(text)
    things = {place for start, end, some in found if has_digit(text[start:end]) for place in some}
    return [one for one in rests if things & register.named(one.sentence).objects] or rests


def _means(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a clause says what words may mean."""
    return any(vocabulary.stem(one.folded) in vocabulary.own for one in words(text))


def _asks(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a clause only asks, or lists what is not so: it begins with such a word."""
    every = words(text)
    first = every[0].folded if every else ""
    return first in vocabulary.questions or first in vocabulary.denials


@lru_cache(maxsize=8)
def _unsaid(text: str, vocabulary: Vocabulary) -> frozenset[int]:
    """Return where the words stand that a statement denies, or tells no source to say."""
    silent = silences(text, vocabulary)
    return frozenset(
        one.word.start
        for one in senses(text, vocabulary)
        if (one.denied and one.by != one.word)
        or any(start <= one.word.start < end for start, end in silent)
    )
