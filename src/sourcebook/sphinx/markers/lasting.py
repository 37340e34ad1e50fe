"""Lasting addresses: of a statement from its evidence, of a row of a table from its key."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxRole

from sourcebook.sphinx.domain import anchor
from sourcebook.sphinx.markers.joining import BEFORE_THE_DOMAINS
from sourcebook.sphinx.nodes import Marker, above

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.application import Sphinx

STATEMENT, ROW = "on", "row"
LISTED = 3
DIGITS = 8


class RowKey(nodes.Invisible, nodes.Inline, nodes.Element):
    """Says of which row of the book's tables, ``key``, the row is that it stands in."""


class RowRole(SphinxRole):
    """{row}`table/id`: in a cell, gives its row of the page a lasting address; shows nothing."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return what names the row."""
        return [RowKey(key=self.text)], []


class NameStatements(SphinxTransform):
    """Name rows by their keys, and markers by their evidence and the row they stand in.

    What has the same name on one page is numbered.
    """

    default_priority = BEFORE_THE_DOMAINS + 1

    def apply(self, **_: Any) -> None:
        """Name those of the page that was read."""
        self.taken: set[str] = set()
        for key in list(self.document.findall(RowKey)):
            if (row := row_of(key)) is not None:
                row["ids"].append(self.free(anchor(ROW, key["key"].replace("/", "."))))
                row["key"] = key["key"]
            take_out(key)
        for marker in self.document.findall(Marker):
            if marker["anchor"]:
                marker["anchor"] = self.free(name(marker))
                for target in marker.findall(nodes.target):
                    target["ids"] = [marker["anchor"]]

    def free(self, wanted: str) -> str:
        """Return a name that nothing has yet on the page."""
        number, found = 1, wanted
        while found in self.taken:
            number += 1
            found = f"{wanted}--{number}"
        self.taken.add(found)
        return found


def setup(app: Sphinx) -> None:
    """Name what is lasting on each page that is read."""
    app.add_role("row", RowRole())
    app.add_node(RowKey)
    app.add_transform(NameStatements)


def name(marker: Marker) -> str:
    """Return the name of a statement: its row, if that has a key, and its evidence."""
    row = row_of(marker)
    key = row.get("key", "").replace("/", ".") if row is not None else ""
    return anchor(STATEMENT, ".".join(filter(None, [key, in_short(sorted(marker["evidence"]))])))


def in_short(ids: Sequence[str]) -> str:
    """Return a few ids as they are, of more the first and a digest of all."""
    if len(ids) <= LISTED:
        return ".".join(ids)
    return f"{ids[0]}.{sha256(' '.join(ids).encode()).hexdigest()[:DIGITS]}"


def row_of(node: nodes.Element) -> nodes.row | None:
    """Return the row of a table that a node stands in."""
    return next((one for one in above(node) if isinstance(one, nodes.row)), None)


def take_out(node: nodes.Element) -> None:
    """Take a node that shows nothing from its text, with the space behind it."""
    parent, at = node.parent, node.parent.index(node)
    parent.remove(node)
    behind = parent.children[at] if at < len(parent.children) else None
    if isinstance(behind, nodes.Text) and not at:
        parent.replace(behind, nodes.Text(behind.lstrip()))
