"""Statements that say more than what is cited: proved for said, all for some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from sourcebook.checks.happened import only_to_come
from sourcebook.checks.real import Excess, too_real, unsaid
from sourcebook.checks.resting import Rest
from sourcebook.checks.vouching import unvouched
from sourcebook.checks.wanted import only_wanted
from sourcebook.text.claims.strength import (
    HEDGED,
    POSSIBLE,
    REAL,
    Order,
    Told,
    is_past,
    lowest,
    quantified,
    steps,
    told,
)
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.wording import has_digit

SAYING, SURE, REACH = 0, 2, 4


def excesses(
    text: str, rests: Sequence[Rest], order: Order, vocabulary: Vocabulary
) -> Iterator[Excess]:
    """Yield each word of a statement that says more than any of the evidence."""
    first = next(iter(words(text)), None)
    if first is None or first.folded not in vocabulary.questions:
        yield from unvouched(text, rests, vocabulary)
    if _asks(text, vocabulary):
        yield from unbacked(text, rests, vocabulary)
        return
    yield from too_real(text, rests, order, vocabulary)
    yield from only_wanted(text, rests, vocabulary)
    yield from only_to_come(text, rests, vocabulary)
    yield from _too_high(text, rests, vocabulary)
    yield from _too_many(text, rests, vocabulary)
    yield from _too_far_ahead(text, rests, vocabulary)
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
        if scale == SAYING and level >= SURE and word.start not in unsaid(text, vocabulary):
            yield word


def _too_high(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    if not any(level for _, level, _ in steps(text, vocabulary)):
        return
    mine = _highest(text, vocabulary, unsaid(text, vocabulary))
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
    text: str, vocabulary: Vocabulary, left_out: frozenset[int] = frozenset()
) -> dict[int, tuple[int, Word]]:
    """Return for each scale the word of a text that says most, and where it stands."""
    found: dict[int, tuple[int, Word]] = {}
    for scale, level, word in steps(text, vocabulary):
        if word.start not in left_out and level > found.get(scale, (-1, word))[0]:
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


def _too_far_ahead(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield each “largest” that is only the second largest, or one of them, in all evidence."""
    for word, rank in _superlatives(text, vocabulary):
        theirs = [
            (other, rest)
            for rest in rests
            for one, other in _superlatives(rest.sentence, vocabulary)
            if one.folded == word.folded
        ]
        if rank is None and theirs and all(other for other, _ in theirs):
            other, rest = theirs[0]
            yield Excess(word, word.text, f"{other.text if other else ''} … {word.text}", rest)


def _superlatives(text: str, vocabulary: Vocabulary) -> Iterator[tuple[Word, Word | None]]:
    """Yield each word such as “largest”, with the one before it that says it is not the first."""
    every = words(text)
    for at in range(1, len(every)):
        one, last = every[at], every[at - 1]
        if not one.folded.endswith(vocabulary.superlative) or one.capital or one.parted:
            continue
        if one.folded in vocabulary.no_superlatives or last.folded in vocabulary.one_of:
            continue
        before = every[max(0, at - REACH) : at]
        parts = [each for each, of in pairwise(before) if of.folded == vocabulary.of]
        partial = [each for each in parts if each.folded in vocabulary.numbers]
        partial += [each for each in before if each.folded in vocabulary.among]
        yield one, last if last.folded in vocabulary.ranks else next(iter(partial), None)


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
    mine = [
        one
        for one in told(text, vocabulary)
        if order.group(one.stem) and not _is_only_named(one.word, text, vocabulary)
    ]
    least = HEDGED if lowest(text, vocabulary) == REAL else POSSIBLE
    if not theirs or not mine or (least == POSSIBLE and _means(text, vocabulary)):
        return
    narrow, wide = (
        {name for rest in some for name in _real(rest, least, order, vocabulary)}
        for some in (_of_same(text, rests), rests)
    )
    left_out = unsaid(text, vocabulary)
    for one in mine:
        asked = order.group(one.stem)
        against = [(other, rest) for name, other, rest in theirs if order.same_matter(name, asked)]
        real = narrow if is_past(one.word, vocabulary) else wide
        carried = any(order.carries(name, asked) for name in real)
        if against and not carried and one.word.start not in left_out:
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


def _is_only_named(word: Word, text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word names a deed of which nothing is told: “warned against buying”."""
    every = words(text)
    at = next(at for at, one in enumerate(every) if one.start == word.start)
    against = at > 0 and every[at - 1].folded in vocabulary.facing
    return against and word.folded.endswith(vocabulary.ongoing)


def _means(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a clause says what words may mean."""
    return any(vocabulary.stem(one.folded) in vocabulary.own for one in words(text))


def _asks(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a clause only asks, or lists what is not so: it begins with such a word."""
    every = words(text)
    first = every[0].folded if every else ""
    return first in vocabulary.questions or first in vocabulary.denials
