"""Which markers of a block stand behind a place in it: as near as the text allows."""

from __future__ import annotations

from bisect import bisect_left

from sourcebook.pages.blocks import CITING, Block, Mark
from sourcebook.text.sentences import CELL, CLAUSE, SENTENCE, Span, span_at


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
