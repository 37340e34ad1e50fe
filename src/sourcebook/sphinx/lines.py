"""The line to name for a node; for one in a notebook's output that is the line of its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docutils import nodes


def line_of(node: nodes.Element, lines: Sequence[str], word: str) -> int | None:
    """Return the line of a node that was made for ``word``.

    A node's own line is the first of its paragraph, so the word is looked for from there on.
    """
    cell = _cell(node)
    if cell is not None:
        return fence(cell.line or 1, lines)
    for at in range((node.line or 1) - 1, len(lines)):
        if word in lines[at]:
            return at + 1
        if not lines[at].strip():
            break
    return node.line


def fence(line: int, lines: Sequence[str]) -> int:
    """Return the line that opens a cell; MyST-NB puts the cell a line or two below it."""
    above = range(min(line, len(lines)), 0, -1)
    return next((at for at in above if "{code-cell}" in lines[at - 1]), line)


def _cell(node: nodes.Element) -> nodes.Element | None:
    ancestor: nodes.Element | None = node.parent
    while ancestor is not None and ancestor.get("nb_element") != "cell_code":
        ancestor = ancestor.parent
    return ancestor
