"""Statements of what a source does not vouch for: it has others say it, asks it, or adds an if."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence, Set
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sourcebook.checks.real import Excess
from sourcebook.checks.resting import Rest
from sourcebook.text.assertions import DATE, NUMBER, stated
from sourcebook.text.claims.denial import denied, senses
from sourcebook.text.claims.speakers import Attribution, attributions
from sourcebook.text.claims.stating import states
from sourcebook.text.claims.strength import REAL, is_past, mode_of
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.sentences import Span
from sourcebook.text.wording import has_digit

FEWEST, NEAR = 2, 6


class Open(NamedTuple):
    """What a text does not vouch for: the stems of it, and of that one of which has to stand by it.

    ``start`` and ``end`` tell where the words are that say so: “if the council agrees”; ``said``
    that they name who says it, ``known`` that whoever it is counts, measures or dates such things.
    """

    stems: frozenset[str]
    needed: frozenset[str]
    start: int
    end: int
    said: bool = False
    known: bool = False


def unvouched(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield what a text states, and no evidence does but as said, asked or under a condition.

    A note is yielded where a body says it that counts, measures or dates such things.
    """
    if not (all(_open(rest, vocabulary) for rest in rests) and states(text, vocabulary)):
        return
    theirs = {one.folded for rest in rests for one in words(rest.evidence.quotation)}
    if any(_opens(at, words(text), theirs, vocabulary) for at in range(len(words(text)))):
        return
    mine = {one.stem: one.word for one in senses(text, vocabulary) if not one.implied}
    denies = bool(denied(text, vocabulary))
    measured = bool(stated(text, NUMBER, DATE))
    fewest = min(FEWEST, len(mine)) if measured else FEWEST
    found = [_found(rest, mine.keys(), denies, max(1, fewest)) for rest in rests]
    every = [one for one in found if one]
    if every and len(every) == len(rests):
        rest, one = rests[0], every[0]
        word = next(word for stem, word in mine.items() if stem in one.stems)
        cited = rest.sentence[one.start : one.end].strip(" ,.")
        known = measured and any(each.known for each in every)
        yield Excess(word, word.text, cited, rest, note=known)


def _opens(at: int, every: Sequence[Word], theirs: Container[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a word leaves open, or to another, what a text says, more than the evidence."""
    word = every[at]
    stem = vocabulary.stem(word.folded)
    if stem in vocabulary.hardly_saying:
        return at + 1 < len(every) and every[at + 1].folded in vocabulary.relative
    return (
        (mode_of(word, vocabulary) < REAL and not _is_in(word, theirs, vocabulary))
        or word.folded in vocabulary.conditional
        or word.folded in vocabulary.questions
        or word.folded == vocabulary.according[0]
        or stem in vocabulary.saying
        or stem in vocabulary.own
    )


def _is_in(word: Word, theirs: Container[str], vocabulary: Vocabulary) -> bool:
    return word.folded in theirs or word.folded in vocabulary.certain


def _found(rest: Rest, mine: Set[str], denies: bool, fewest: int) -> Open | None:
    for one in _open(rest, rest.register.vocabulary):
        told = rest.evidence.speaker if one.said else denies and not one.needed
        if len(one.stems & mine) >= fewest and not (told or one.needed & mine):
            return one
    return None


@lru_cache(maxsize=4096)
def _open(rest: Rest, vocabulary: Vocabulary) -> tuple[Open, ...]:
    text, quotation = rest.sentence, rest.evidence.quotation
    start = max(text.find(quotation), 0)
    end = start + len(quotation)
    every = (*_conditions(text, vocabulary), *_claims(text, vocabulary))
    return tuple(one for one in every if start <= one.start and one.end <= end)


def _conditions(text: str, vocabulary: Vocabulary) -> Iterator[Open]:
    every = words(text)
    for at, word in enumerate(every):
        last = every[at - 1] if at else word
        only = _is_only(every, at, vocabulary)
        stem = vocabulary.stem(last.folded)
        supposed = stem in vocabulary.supposing and word.folded in vocabulary.relative
        if not (only or supposed or word.folded in vocabulary.conditional):
            continue
        end = next((one.start for one in every[at + 1 :] if one.parted), len(text))
        inside = _stems(text, word.start, end, vocabulary)
        if supposed or stem in vocabulary.asked or word.folded in vocabulary.questions:
            yield Open(inside, frozenset(), last.start, end)
        else:
            told = end if only else _told_by(text, end, vocabulary)
            before = _stems(text, text.rfind(";", 0, word.start) + 1, word.start, vocabulary)
            yield Open(before | _stems(text, end, told, vocabulary), inside, word.start, end)


def _is_only(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether an “only” stands before a case, “only in winter”, and no “not” before it."""
    after = every[at + 1] if at + 1 < len(every) else None
    denied = at > 0 and every[at - 1].folded in vocabulary.denials
    only = every[at].folded in vocabulary.alone and not denied
    return only and after is not None and after.folded in vocabulary.placed


def _told_by(text: str, start: int, vocabulary: Vocabulary) -> int:
    """Return where a text tells, from a place on, who says what stands before; or where it ends."""
    every = attributions(text, vocabulary)
    return min((one.verb.start for one in every if one.verb.start >= start), default=len(text))


def _lore(text: str, vocabulary: Vocabulary) -> Iterator[Open]:
    """Yield what only a legend or a rumour has: “legend has it that”, “, the story goes”."""
    every = words(text)
    for one, verb in pairwise(every):
        if one.folded in vocabulary.lore and verb.folded in vocabulary.of_lore:
            stems = _stems(text, 0, len(text), vocabulary)
            yield Open(stems, frozenset(), one.start, verb.end, said=True)


def _supposed(text: str, vocabulary: Vocabulary) -> Iterator[Open]:
    """Yield what follows “it is believed that”, and what is “believed to be” so."""
    every = words(text)
    for at in range(3, len(every)):
        it, verb, that = every[at - 3], every[at - 1], every[at]
        told = vocabulary.stem(verb.folded) in vocabulary.believed
        if not told or every[at - 2].folded not in vocabulary.being:
            continue
        if it.folded in vocabulary.third and that.folded in vocabulary.relative:
            stems = _stems(text, that.end, len(text), vocabulary)
            yield Open(stems, frozenset(), it.start, verb.end, said=True)
        elif that.folded in vocabulary.infinitive:
            parts = (one.start for one in every[at:] if one.parted and not has_digit(one.folded))
            stems = _stems(text, that.end, next(parts, len(text)), vocabulary)
            yield Open(stems, frozenset(), verb.start, that.end, said=True)


def _claims(text: str, vocabulary: Vocabulary) -> Iterator[Open]:
    yield from _lore(text, vocabulary)
    yield from _supposed(text, vocabulary)
    for one in attributions(text, vocabulary):
        stem = vocabulary.stem(one.verb.folded)
        of_text = any(each.folded in vocabulary.documents for each in one.subject)
        of_text = of_text or one.head.folded.endswith(vocabulary.past)
        said = () if of_text or stem in vocabulary.vouching else _said(one, text, vocabulary)
        for start, end in said:
            who = [each for each in one.subject if each.capital]
            named = frozenset(vocabulary.stem(each.folded) for each in who)
            stems = _stems(text, start, end, vocabulary) - named
            first, last = sorted((one.verb, one.head))
            known = _counts(one, vocabulary) and stems.isdisjoint(vocabulary.blaming)
            yield Open(stems, named, first.start, last.end, said=True, known=known)


def _counts(one: Attribution, vocabulary: Vocabulary) -> bool:
    """Tell whether a known body or expert speaks, and does no more than say or report."""
    plain = vocabulary.stem(one.verb.folded) in vocabulary.neutral
    some = vocabulary.singular | vocabulary.quantities.keys()
    if not plain or any(each.folded in some for each in one.subject):
        return False
    nouns = [at for at, each in enumerate(one.subject) if each.folded not in vocabulary.small]
    first = one.subject[nouns[0] :] if nouns else ()
    ends = next((at for at, each in enumerate(first) if each.folded in vocabulary.small), None)
    name = first[:ends]
    titles = [each for each in name if not each.capital]
    return any(
        vocabulary.stem(each.folded) in vocabulary.counting
        or each.folded.endswith(vocabulary.expert)
        for each in (*name[-1:], *titles[-1:])
    )


def _said(one: Attribution, text: str, vocabulary: Vocabulary) -> Iterator[Span]:
    """Yield where what somebody says stands: after a “that”, or before “, A said” at the end."""
    first, last = sorted((one.verb.start, one.head.start))
    after = [each for each in words(text) if each.start > one.verb.start]
    if one.verb.folded == vocabulary.according[0]:
        yield 0, first
        yield last, len(text)
    elif that := _that(after, vocabulary):
        yield that.end, len(text)
    elif after and _is_said(one.verb, vocabulary) and _goes_on(after, vocabulary):
        yield after[0].start, len(text)
    elif one.plain and (not after or after[0] in one.subject):
        yield 0, first


def _is_said(verb: Word, vocabulary: Vocabulary) -> bool:
    stems = {vocabulary.stem(one) for one in vocabulary.spoken} | vocabulary.asserting
    return vocabulary.stem(verb.folded) in stems


def _goes_on(after: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether a statement follows a “said” at once, with no “that”: “said A had sunk”."""
    first = after[0].folded
    named = after[0].capital or first in vocabulary.determiners or has_digit(first)
    named = named or first in vocabulary.numbers
    ends = next((at for at, one in enumerate(after) if one.parted), len(after))
    present = first in vocabulary.third and after[1:2] and after[1].folded.endswith("s")
    return named and (
        bool(present)
        or any(
            one.folded in vocabulary.auxiliaries or is_past(one, vocabulary)
            for one in after[1:ends]
        )
    )


def _that(after: Sequence[Word], vocabulary: Vocabulary) -> Word | None:
    """Return the “that” soon after a verb, as in “told the court that”, if there is one."""
    for one in after[:NEAR]:
        if one.parted:
            return None
        if one.folded in vocabulary.relative:
            return one
    return None


def _stems(text: str, start: int, end: int, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(
        one.stem
        for one in senses(text, vocabulary)
        if start <= one.word.start < end and not one.implied
    )
