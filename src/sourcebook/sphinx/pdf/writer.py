"""The writer: one page of the book, its references resolved, as Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.sphinx.pdf.blocks import Blocks
from sourcebook.sphinx.pdf.tables import is_wide
from sourcebook.sphinx.pdf.typst import Code, block, call

if TYPE_CHECKING:
    from sourcebook.sphinx.pdf.inline import Page


class Writer(Blocks):
    """Sets a page, with the nodes of this book that have a form of their own in print."""

    def on_Strip(self, node: nodes.Element) -> Code:
        """Set the strip of a source's paragraphs: a numbered cell for each, shaded by its state."""
        cells = []
        for number, state, _, target in node["cells"]:
            place = self.page.places.names.get(f"{self.page.docname}#{target}") if target else None
            cells.append((number, state, place))
        return call("strip", cells)

    def on_ContextMarker(self, node: nodes.Element) -> Code:
        """Set a marker of the second tier within a dashed edge, as on screen."""
        inside = (one for one in node.children if "bracket" not in _classes(one))
        return call("context-mark", self.words(inside))

    def on_Marker(self, node: nodes.Element) -> Code:
        """Set the numbers of quotations, each a link to its entry among the evidence."""
        given = {one: self.page.evidence[one] for one in node["evidence"]}
        marks = sorted(given.values(), key=lambda number: int(number[1:]))
        targets = (one for one in node.children if isinstance(one, nodes.target))
        return block([*map(self.write, targets), call("cites", marks)])

    def on_PageList(self, node: nodes.Element) -> Code:
        """Set the numbers of the pages on which places are, each once, or that the web has them."""
        names = (
            self.page.places.names.get(f"{docname}#{anchor}") for docname, anchor in node["at"]
        )
        printed = list(dict.fromkeys(name for name in names if name))
        return call("behind", printed)


def _classes(node: nodes.Node) -> list[str]:
    return node["classes"] if isinstance(node, nodes.Element) else []


def written(page: Page, document: nodes.document, before: Code) -> str:
    """Return a page as Typst, turned if a table on it is too wide for an upright page.

    What stands ``before`` it is turned with it.
    """
    page.notes = {key: one for one in document.findall(nodes.footnote) for key in one["ids"]}
    code = block([before, Writer(page).write(document)], between="\n")
    turned = any(is_wide(one) for one in document.findall(nodes.table))
    return call("turned", code).text if turned else code.text
