"""Which markers of a block stand behind a place in it: as near as the text allows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from sourcebook.pages.blocks import CELL_END, CITING, Block, Mark

Span = tuple[int, int]

LONGEST = 4000

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


def pieces(text: str) -> Iterator[Span]:
    """Yield the clauses of a text, one that never ends in parts, so that none takes for ever."""
    for start, end in spans(text, CLAUSE):
        while end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            cut = space if space > 0 else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def span_at(text: str, end: re.Pattern[str], at: int) -> Span:
    """Return the part of a text in which a place stands."""
    parts = spans(text, end)
    return parts[max(bisect_right(parts, at, key=lambda part: part[0]) - 1, 0)]


def marks_for(block: Block, at: int) -> list[Mark]:
    """Return the citing marks of the clause at a place in the block, if it has any.

    Otherwise those of its sentence, of its cell of a table, of the block, or beside the block.
    """
    for end in (CLAUSE, SENTENCE, CELL):
        if block.text and (found := marks_within(block, span_at(block.text, end, at))):
            return found
    return block.citing or [mark for mark in block.beside if mark.role in CITING]


def marks_within(block: Block, span: Span) -> list[Mark]:
    """Return the citing marks that belong to a span: one after its full stop still does."""
    start, end = span
    feet = block.feet
    return block.citing[bisect_left(feet, start) : bisect_left(feet, end)]
