"""What a page states for programs: the words before each marker, as far back as the one before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.sphinx.nodes import Marker, above

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = (nodes.row, nodes.block_quote)
CLOSING = " .,;:!?)…"


@dataclass(frozen=True)
class Marked:
    """The words that a marker carries, the marker's anchor, and the ids of its evidence."""

    text: str
    anchor: str
    evidence: tuple[str, ...]


def marked(document: nodes.Element) -> Iterator[Marked]:
    """Yield what the markers of a page carry; a row or a quotation set apart is one block."""
    markers = [node for node in document.findall(Marker) if node["anchor"]]
    for _, group in groupby(markers, key=lambda node: id(block(node))):
        yield from _within(list(group))


def block(marker: nodes.Element) -> nodes.Element:
    """Return the row, the quotation set apart or, failing these, the text a marker stands in."""
    around = list(above(marker))
    outer = next((node for node in around if isinstance(node, WHOLE)), None)
    inner = next((node for node in around if _is_text(node)), around[0])
    return outer or inner


def _within(markers: list[Marker]) -> Iterator[Marked]:
    words, last = "", ""
    for node in _leaves(block(markers[0])):
        if isinstance(node, nodes.Text):
            words += "" if isinstance(node.parent, nodes.attribution) else node.astext()
        elif isinstance(node, Marker):
            text = " ".join(words.split()).lstrip(CLOSING)
            last, words = text or last, ""
            if node["anchor"]:
                yield Marked(last, node["anchor"], tuple(node["evidence"]))
        else:
            words += " "


def _leaves(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield texts, markers and, for every block that begins, the block itself."""
    if isinstance(node, nodes.Text | Marker):
        yield node
        return
    if not isinstance(node, nodes.Inline):
        yield node
    for child in node.children:
        yield from _leaves(child)


def _is_text(node: nodes.Element) -> bool:
    return isinstance(node, nodes.TextElement) and not isinstance(node, nodes.Inline)
