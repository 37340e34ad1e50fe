"""The writer: one page of the book, its references resolved, as Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.sphinx.pdf.blocks import Blocks
from sourcebook.sphinx.pdf.tables import Turned, is_wide
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

    def on_Turned(self, node: nodes.Element) -> Code:
        """Turn the pages of what stands on them."""
        return call("turned", self.flow(node.children))

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

    What stands ``before`` it is turned with it. A page with a picture above that table is turned
    from the table on: an upright page has room for the picture and for text beside it.
    """
    page.notes = {key: one for one in document.findall(nodes.footnote) for key in one["ids"]}
    wide = next((one for one in document.findall(nodes.table) if is_wide(one)), None)
    in_part = wide is not None and turn_from(wide)
    code = block([before, Writer(page).write(document)], between="\n")
    return call("turned", code).text if wide is not None and not in_part else code.text


def turn_from(table: nodes.Element) -> bool:
    """Turn what comes from a table on in its section; tell whether a picture stands above it."""
    inside = table
    while isinstance(inside.parent, nodes.Element) and not isinstance(inside.parent, nodes.section):
        inside = inside.parent
    section = inside.parent
    at = section.index(inside) if section else 0
    above = section.children[:at] if section else []
    if not any(isinstance(one, nodes.Element) and list(one.findall(nodes.image)) for one in above):
        return False
    section[at:] = [Turned("", *section.children[at:])]
    return True
