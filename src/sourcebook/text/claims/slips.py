"""Slips: what no clause says rightly, whatever it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import SIGNS, Word, words

NEAR = 3
TWICE, ALONE, UNTOLD, SAME, UNJOINED, ARTICLE = (
    *("twice", "alone", "untold", "same", "unjoined", "article"),
)


class Slip(NamedTuple):
    """A word of a clause, and which slip is made with it.

    ``TWICE`` is a second denial of the same, ``ALONE`` a “nor” without one, ``UNTOLD`` that
    something is stated without what, ``SAME`` a word joined to itself, ``UNJOINED`` one thing done
    after another with only a comma between, ``ARTICLE`` an “a” that should be an “an”.
    """

    word: Word
    kind: str


def slips(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Slip]:
    """Yield the slips of a clause."""
    every = words(text)
    denials = [at for at, one in enumerate(every) if _denies(every, at, vocabulary)]
    yield from _denied_twice(every, denials, vocabulary)
    yield from _untold(every, denials, vocabulary)
    for last, one, after in zip(every, every[1:], every[2:], strict=False):
        joined = one.folded in vocabulary.joining and not (one.parted or after.parted)
        if joined and _is_same(last, after, vocabulary):
            yield Slip(after, SAME)
    yield from _unjoined(every, vocabulary)
    for last, one in pairwise(every):
        article = last.folded in vocabulary.articles
        if article and vocabulary.ill_formed.fullmatch(f"{last.text}{one.before}{one.text}"):
            yield Slip(last, ARTICLE)


def _unjoined(every: Sequence[Word], vocabulary: Vocabulary) -> Iterator[Slip]:
    for at in (one for one in range(1, len(every)) if every[one].before.strip() == ","):
        last, one = every[at - 1 : at + 1]
        after = every[at + 1].before if at + 1 < len(every) else "."
        ends = "," not in after and not SIGNS.isdisjoint(after)
        if ends and _done(last, vocabulary) and _done(one, vocabulary):
            yield Slip(one, UNJOINED)


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
            apart = any(_ends(one, vocabulary) for one in every[first + 1 : at])
            if near and not (apart or every[at].parted):
                yield Slip(every[at], TWICE)
        first = at


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
    if len(every) <= NEAR or denials:
        return
    last, verb = every[-2:]
    asked = any(
        one.folded in vocabulary.questions and (not at or one.parted)
        for at, one in enumerate(every[:-NEAR])
    )
    stem = vocabulary.stem(verb.folded)
    given = any(
        one.folded in vocabulary.given and before.folded in vocabulary.articles
        for before, one in pairwise(every)
    )
    told = stem in vocabulary.stating if asked else stem in vocabulary.empty and not given
    if told and last.folded in vocabulary.being:
        yield Slip(verb, UNTOLD)


def _denies(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    after = every[at + 1].folded if at + 1 < len(every) else ""
    return every[at].folded in vocabulary.denials and after not in vocabulary.idle


def _is_same(one: Word, other: Word, vocabulary: Vocabulary) -> bool:
    return one.folded == other.folded and one.folded not in vocabulary.no_verbs


def _done(word: Word, vocabulary: Vocabulary) -> bool:
    return not word.capital and is_past(word, vocabulary) and word.folded not in vocabulary.no_verbs
