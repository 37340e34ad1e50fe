"""Markers: the ids that those of a page name, and which of a block stand behind a place in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.pages.block import CITING, QUOTATION, SECOND, Block, Mark
from sourcebook.text.sentences import CELL, CLAUSE, SENTENCE, Span, span_at

MARKING = ("ev", "quote", QUOTATION, SECOND)


@dataclass(frozen=True)
class Named:
    """An id named by a marker, whose ``role`` it has, and the line, from 1, it stands on."""

    id: str
    role: str
    line: int


def named(blocks: Iterable[Block]) -> Iterator[Named]:
    """Yield the ids that the markers of a page's blocks name, several to a marker too."""
    for block in blocks:
        for mark in block.marks:
            if mark.role in MARKING:
                line = block.line_at(mark.at)
                yield from (Named(one, mark.role, line) for one in ids(mark.content))


def ids(content: str) -> list[str]:
    """Return the ids that a marker was given, apart by commas or white space."""
    return content.replace(",", " ").split()


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
