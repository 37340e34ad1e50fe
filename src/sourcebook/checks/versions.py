"""Designations that the evidence has only for that of which another thing is a version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sourcebook.checks.findings import Finding
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import words
from sourcebook.text.labels import designations, key

NEAR = 4


def origins(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield each designation that stands for another, of which the evidence tells.

    “The M-2, a version of the M-1, was sold” does not carry that the M-1 was.
    """
    mine = {key(one[0]): one for one in designations(text)}
    if not mine or any(word.folded in vocabulary.versions for word in words(text)):
        return
    sentences = dict.fromkeys(rest.sentence for rest in rests)
    theirs = [(key(one[0]), one.start(), each) for each in sentences for one in designations(each)]
    for name, one in mine.items():
        told = [(at, each) for other, at, each in theirs if other == name]
        others = [other for other, at, each in theirs if any(each == own for _, own in told)]
        versions = [other for other in others if other != name]
        origin = bool(told) and all(_is_origin(at, each, vocabulary) for at, each in told)
        if origin and versions and not mine.keys() & set(versions):
            yield Finding(
                "named",
                one[0],
                one.start(),
                f"“{one[0]}” is only what “{versions[0]}” is a version of in the evidence",
                f"“{one[0]}” beside “{versions[0]}”",
                f"“{versions[0]}”, or what ties the two",
                f"write “{versions[0]}”, or “a version of the {one[0]}”",
            )


def _is_origin(at: int, text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether “version of” stands before a place, with a few words between."""
    before = [word for word in words(text) if word.start < at][-NEAR:]
    return any(
        one.folded in vocabulary.versions and two.folded == vocabulary.of
        for one, two in pairwise(before)
    )
