"""Designations where nothing is cited, held against what their page cites or is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from sourcebook.checks.findings import Finding
from sourcebook.data.tables import Row
from sourcebook.pages.block import SUBJECTS, Block
from sourcebook.pages.markers import marks_for
from sourcebook.text.labels import designations, key, tokens
from sourcebook.text.levelling import level


def unmarked(
    blocks: Sequence[Block], named: Collection[str], registered: Collection[str]
) -> Iterator[tuple[int, Finding]]:
    """Yield each registered designation without a marker that is not ``named``, and its line.

    A page that cites nothing is passed over: what it shows comes from tables alone.
    """
    if not any(block.citing for block in blocks):
        return
    for block in blocks:
        for match in designations(block.text):
            strange = match[0] in registered and key(match[0]) not in named
            if strange and not marks_for(block, match.start()):
                yield block.line_at(match.start()), _finding(match[0], match.start())


def subjects(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the ids of what a page says it is about."""
    marks = (mark for block in blocks for mark in block.marks if mark.role in SUBJECTS)
    return frozenset(word for mark in marks for word in mark.content.split())


def designated(quotations: Iterable[str], rows: Iterable[Row]) -> frozenset[str]:
    """Return the designations of some quotations, and of the rows of what a page is about."""
    texts = [*quotations, *(text for row in rows for text in row.cells.values())]
    return frozenset().union(*(tokens(level(text)) for text in texts))


def _finding(words: str, at: int) -> Finding:
    return Finding(
        "prose",
        words,
        at,
        f"“{words}” is a designation that nothing this page cites names",
        f"“{words}” without a marker",
        "a designation of the evidence that the page cites, or of what it is about",
        "correct it, cite evidence that names it, or write what it is in other words",
    )
