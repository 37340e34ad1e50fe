"""Statements that deny what is cited, or that leave its denial out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.denial import Sense, senses
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words


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


def reversals(text: str, rests: Sequence[Rest], register: Register) -> Iterator[Reversal]:
    """Yield each word that is denied on one side only, the first of each denial."""
    vocabulary = register.vocabulary
    mine = senses(text, vocabulary)
    known: dict[str, list[tuple[Sense, Rest]]] = {}
    for rest in rests:
        for one in cited(rest, vocabulary):
            known.setdefault(one.stem, []).append((one, rest))
    found = [one for one in mine if _disagrees(one, known)]
    agreed = {one.stem for one in mine if one not in found}
    told = False
    for one in found:
        other, rest = known[one.stem][0]
        denial = one.by or other.by
        if (
            one.stem in agreed
            or not (one.first or other.first)
            or _shared(denial, mine, known, vocabulary)
        ):
            continue
        told = True
        yield Reversal(one, other, rest, _alike(one, text, other, rest, register))
    if not told:
        yield from _bare(mine, rests, vocabulary)


def cited(rest: Rest, vocabulary: Vocabulary) -> list[Sense]:
    """Return the words of a quotation as its whole sentence denies them."""
    at = max(rest.sentence.find(rest.evidence.quotation), 0)
    end = at + len(rest.evidence.quotation)
    every = senses(rest.sentence, vocabulary)
    return [one for one in every if at <= one.word.start and one.word.end <= end]


def _disagrees(one: Sense, known: Mapping[str, list[tuple[Sense, Rest]]]) -> bool:
    others = known.get(one.stem, ())
    return bool(others) and all(other.denied != one.denied for other, _ in others)


def _shared(
    denial: Word | None,
    mine: Sequence[Sense],
    known: Mapping[str, list[tuple[Sense, Rest]]],
    vocabulary: Vocabulary,
) -> bool:
    """Tell whether both sides have the word that denies: then it is only placed otherwise."""
    stem = vocabulary.stem(denial.folded) if denial else ""
    return stem in known and any(one.stem == stem for one in mine)


def _alike(one: Sense, text: str, other: Sense, rest: Rest, register: Register) -> bool:
    """Tell whether the two statements share another word, or an object, than what is denied."""
    vocabulary = register.vocabulary
    left = {each.stem for each in senses(text, vocabulary) if each.stem != one.stem}
    right = {each.stem for each in senses(rest.sentence, vocabulary) if each.stem != one.stem}
    shared = register.named(text).objects & register.named(rest.sentence).objects
    unclear = _denies(rest.sentence if one.denied else text, vocabulary)
    return not unclear and bool(shared or not left.isdisjoint(right))


def _denies(text: str, vocabulary: Vocabulary) -> bool:
    return any(word.folded in vocabulary.denials for word in words(text))


def _bare(
    mine: Sequence[Sense], rests: Sequence[Rest], vocabulary: Vocabulary
) -> Iterator[Reversal]:
    """Yield a verb that is denied where the evidence denies nothing at all."""
    denied = [one for one in mine if one.first and one.by and one.by.folded in vocabulary.nots]
    if denied and not any(
        one.by or _denies(rest.sentence, vocabulary)
        for rest in rests
        for one in senses(rest.sentence, vocabulary)
    ):
        yield Reversal(denied[0], None, rests[0], sure=True)
