"""Where the sentences and clauses of a text end: one answer for seeds, pages and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

Span = tuple[int, int]

LONGEST = 4000
CELL_END = "\0"

CLOSING = r"[\"”’')\]]*"
NOT_SHORT = (
    r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|No|St|vs|cf)\.)(?<!\b(?:Mrs|Nos|i\.e|e\.g)\.)(?<!\bapprox\.)"
)
STOP = rf"(?:\.{NOT_SHORT}|[!?…]){CLOSING}(?=\s+\S)(?!\s+[a-z])"
CLAUSE = re.compile(rf"{STOP}|;(?=\s)|{CELL_END}")
SENTENCE = re.compile(rf"{STOP}|{CELL_END}")
CELL = re.compile(CELL_END)


@lru_cache(maxsize=256)
def spans(text: str, end: re.Pattern[str]) -> tuple[Span, ...]:
    """Return the parts of a text that a pattern ends, one after the other."""
    cuts = [0, *(match.end() for match in end.finditer(text))]
    cuts += [len(text)] if cuts[-1] < len(text) else []
    return tuple(pairwise(cuts))


def span_at(text: str, end: re.Pattern[str], at: int) -> Span:
    """Return the part of a text in which a place stands."""
    parts = spans(text, end)
    return parts[max(bisect_right(parts, at, key=lambda part: part[0]) - 1, 0)]


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of a text, without the white space around them."""
    for start, end in spans(text, SENTENCE):
        words = text[start:end]
        if words.strip():
            yield end - len(words.lstrip()), start + len(words.rstrip())


def clauses(text: str) -> Iterator[Span]:
    """Yield the clauses of a text, one that never ends in parts, so that none takes for ever."""
    for start, end in spans(text, CLAUSE):
        while end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            cut = space if space > 0 else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def begins_sentence(before: str) -> bool:
    """Tell whether a word with a capital would begin a sentence after the text ``before``."""
    words = before.rstrip()
    return not words or spans(f"{words} A", SENTENCE)[-1][0] == len(words)
