"""Clauses that leave out their verb: “Riga sent 7 tugs and Tartu 4”, “and Tartu the ferry”."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words


def goes_on(name: Sequence[Word], text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name does in a text what the clause before it tells, to another thing."""
    every = words(text)
    stem = vocabulary.stem(name[-1].folded)
    return any(
        vocabulary.stem(one.folded) == stem
        and not after.parted
        and (
            after.folded.isdigit()
            or after.folded in vocabulary.numbers
            or after.folded in vocabulary.articles
        )
        and _is_joined(every, at, vocabulary)
        for at, (one, after) in enumerate(pairwise(every))
    )


def _is_joined(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a comma or an “and” stands before a word and its article."""
    first = at - 1 if at and every[at - 1].folded in vocabulary.articles else at
    return first > 0 and (every[first].parted or every[first - 1].folded in vocabulary.joining)
