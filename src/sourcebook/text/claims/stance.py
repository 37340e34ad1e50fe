"""Which part of a clause says that a source is silent, or does not name something."""

from __future__ import annotations

from itertools import pairwise

from sourcebook.text.claims.denial import SIGNS
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

Span = tuple[int, int]
FARTHEST = 30


def silences(text: str, vocabulary: Vocabulary = ENGLISH) -> list[Span]:
    """Return the parts of a clause that tell what no source says: what they name is not told.

    “It does not name A” tells so of what follows, “no source names A” and “A is not named” of all
    up to the next comma on either side; “that A is so, no source says” tells so of all before.
    """
    every, found = words(text), []
    for first, last in _segments(every):
        for at in range(first, last):
            silent = _is_silent(every, at, last, vocabulary) or _goes_on(every, at, vocabulary)
            if every[at].folded in vocabulary.denials and silent:
                whole = at == first or _is_passive(every, at, first, vocabulary)
                asks = at == first and every[0].folded in vocabulary.asking
                start = every[0 if asks else first if whole else at].start
                found.append((start, every[last - 1].end))
    return found


def _segments(every: tuple[Word, ...]) -> list[Span]:
    cuts = [at for at, word in enumerate(every) if at and not SIGNS.isdisjoint(word.before)]
    edges = [0, *cuts, len(every)]
    return [(one, other) for one, other in pairwise(edges) if one < other]


def _is_silent(every: tuple[Word, ...], at: int, last: int, vocabulary: Vocabulary) -> bool:
    return any(
        vocabulary.stem(one.folded) in vocabulary.telling or one.folded in vocabulary.reporters
        for one in every[max(0, at - 1) : min(last, at + FARTHEST)]
        if one.folded not in vocabulary.denials
    )


def _goes_on(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether “on nothing” goes on with a verb of telling before: “A is quoted on X, B on”."""
    return every[at].folded in vocabulary.nothings and any(
        vocabulary.stem(one.folded) in vocabulary.telling for one in every[:at]
    )


def _is_passive(every: tuple[Word, ...], at: int, first: int, vocabulary: Vocabulary) -> bool:
    before = every[at - 1] if at > first else None
    return before is not None and (
        before.folded in vocabulary.being or every[at].folded in vocabulary.nothings
    )
