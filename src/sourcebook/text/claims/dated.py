"""Which deed has which date, where a text has several: “bought in 2019, delivered in 2022”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from sourcebook.text.assertions import DATE, PHRASE, Assertion, assertions
from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import words
from sourcebook.text.sentences import SENTENCE, Span, spans


@lru_cache(maxsize=4096)
def parts(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[Span, ...]:
    """Return the parts of each sentence with two dates or more, each with what its date is of.

    “It was bought in 2019, and delivered in 2022” has two, which end after their dates; those of
    “in 2019 it was bought, in 2022 delivered” begin with them. Words before “including” are of
    no part, as they are of all.
    """
    found: list[Span] = []
    for start, end in spans(text, SENTENCE):
        some = list(_dates(text, (start, end)))
        if len(some) > 1:
            found += _cut(text, (start, end), some, vocabulary)
    return tuple(found)


def stems(text: str, part: Span, vocabulary: Vocabulary = ENGLISH) -> frozenset[str]:
    """Return the stems of the words of a part that carry sense."""
    start, end = part
    some = senses(text, vocabulary)
    return frozenset(
        one.stem for one in some if start <= one.word.start < end and one.by is not one.word
    )


def _dates(text: str, part: Span) -> Iterator[Assertion]:
    for one in assertions(text):
        if one.kind in (DATE, PHRASE) and part[0] <= one.start < part[1]:
            yield one


def _cut(
    text: str, sentence: Span, some: list[Assertion], vocabulary: Vocabulary
) -> Iterator[Span]:
    """Yield the parts of a sentence, cut at the last sign or “and” between two dates."""
    start, end = sentence
    leads = not stems(text, (start, some[0].start), vocabulary)
    common = [one.end for one in words(text) if one.folded in vocabulary.listing]
    edges = [start]
    for last, one in pairwise(some):
        between = [
            word.start
            for word in words(text)
            if last.end <= word.start < one.start
            and (word.parted or word.folded in vocabulary.breaks)
        ]
        if not between:
            return
        edges.append(between[-1] if leads else between[0])
    edges.append(end)
    for first, last_one in pairwise(edges):
        yield max([first, *(one for one in common if first < one < last_one)]), last_one
