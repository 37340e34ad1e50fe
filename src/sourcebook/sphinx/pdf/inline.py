"""Words within a paragraph, set for print: emphasis, links with page numbers, footnotes, images."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx.util.images import get_image_size

from sourcebook.sphinx.anchors import ANNEX, Places, is_within
from sourcebook.sphinx.markers.context import ContextMarker
from sourcebook.sphinx.nodes import Marker, Mention, above
from sourcebook.sphinx.pdf.typst import Code, block, call, string

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LOGGER = logging.getLogger(__name__)
POINTS = re.compile(r'<svg\b[^>]*?\bwidth="([\d.]+)pt"', re.DOTALL)
WITHOUT_PAGE = (ContextMarker, Marker, Mention, nodes.footnote, nodes.title)
STYLED = {
    "basis": "aside",
    "nature": "nature",
    "unseen": "code",
    "aside": "swatch",
    "open": "swatch",
    "used": "swatch",
}


@dataclass
class Page:
    """What the writer knows of the page it sets: its name, level, numbers, notes and images.

    ``evidence`` has the number of each quotation, by its id.
    """

    docname: str
    level: int
    places: Places
    evidence: Mapping[str, str] = field(default_factory=dict)
    numbers: dict[str, dict[str, str]] = field(default_factory=dict)
    images: dict[str, str] = field(default_factory=dict)
    folder: Path = Path()
    notes: dict[str, nodes.footnote] = field(default_factory=dict)
    written: set[str] = field(default_factory=set)


class Inline:
    """Sets inline nodes; a node without a form of its own takes that of the class it extends."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def write(self, node: nodes.Node) -> Code:
        """Return the code of a node, in the form of the nearest class that has one."""
        for kind in type(node).__mro__:
            form = getattr(self, f"on_{kind.__name__}", None)
            if form is not None:
                return self.marked(node, form(node))
        LOGGER.warning(
            "“%s” has no form in print; it is left out",
            type(node).__name__,
            location=node,
            type="sourcebook",
            subtype="pdf",
        )
        return Code("")

    def marked(self, node: nodes.Node, code: Code) -> Code:
        """Return the code with a place to link to before it."""
        if isinstance(node, nodes.Element) and node.get("ids"):
            place = call("place", self.page.places.of(self.page.docname, node))
            return block([place, code]) if code else place
        return code

    def words(self, children: Iterable[nodes.Node]) -> Code:
        """Return inline nodes as one piece of content."""
        return block(self.write(child) for child in children)

    def on_Text(self, node: nodes.Text) -> Code:
        """Set words; a line's end in the source is a space."""
        return string(re.sub(r"[ \t]*\n[ \t]*", " ", node.astext())) if node.astext() else Code("")

    def on_inline(self, node: nodes.inline) -> Code:
        """Set words in the style of their class."""
        styles = [STYLED[name] for name in node["classes"] if name in STYLED]
        if not styles:
            return self.words(node.children)
        if styles[0] == "swatch":
            return call("swatch", next(name for name in node["classes"] if name in STYLED))
        return call(styles[0], self.words(node.children))

    def on_emphasis(self, node: nodes.Element) -> Code:
        """Set words in italics."""
        return call("emph", self.words(node.children))

    def on_strong(self, node: nodes.Element) -> Code:
        """Set words in bold."""
        return call("strong", self.words(node.children))

    def on_Differs(self, node: nodes.Element) -> Code:
        """Underline words that another wording does not have: it shows without colour."""
        return call("differs", self.words(node.children))

    def on_literal(self, node: nodes.Element) -> Code:
        """Set words as code that may break anywhere."""
        return call("code", node.astext())

    def on_superscript(self, node: nodes.Element) -> Code:
        """Raise words."""
        return call("super", self.words(node.children))

    def on_subscript(self, node: nodes.Element) -> Code:
        """Lower words."""
        return call("sub", self.words(node.children))

    on_title_reference = on_emphasis
    on_abbreviation = on_acronym = on_generated = on_inline
    on_PassthroughTextElement = on_inline

    def on_target(self, _: nodes.Element) -> Code:
        """Set nothing where there is only a place to link to."""
        return Code("")

    def on_math(self, node: nodes.Element) -> Code:
        """Set a formula as it is written."""
        return call("code", node.astext())

    def on_reference(self, node: nodes.reference) -> Code:
        """Link words; to another page of the book, with the number of the printed page."""
        words = self.words(node.children)
        if not is_within(node):
            return self.link_away(node, words)
        place = self.page.places.find(self.page.docname, node)
        if place is None and self.page.places.leads_out(node):
            return call("on-the-web", words) if self.says_page(node, "") else words
        if place is None:
            LOGGER.warning(
                "a link leads nowhere in print: “%s” names no place that is printed",
                node.get("refuri") or node.get("refid"),
                location=node,
                type="sourcebook",
                subtype="pdf",
            )
            return words
        return call("to" if self.says_page(node, place) else "link-to", place, words)

    def says_page(self, node: nodes.reference, place: str) -> bool:
        """Tell whether a link within the book says on which page its place is."""
        if place.startswith(ANNEX) or place.rpartition("#")[0] == self.page.docname:
            return False
        return not any(isinstance(one, WITHOUT_PAGE) for one in above(node))

    def link_away(self, node: nodes.reference, words: Code) -> Code:
        """Link words to an address outside the book, which is printed unless it is the words."""
        address = node.get("refuri", "")
        if not address:
            return words
        if node.astext() == address or address.startswith("mailto:"):
            return call("address", address)
        return call("away", address, words)

    on_number_reference = on_reference

    def on_download_reference(self, node: nodes.Element) -> Code:
        """Set the words alone: a file cannot be opened from print."""
        return self.words(node.children)

    def on_footnote_reference(self, node: nodes.footnote_reference) -> Code:
        """Set a footnote where it is first referred to, and its number alone afterwards."""
        key = node.get("refid", "")
        name = f"{self.page.docname}#{key}"
        note = self.page.notes.get(key)
        if note is None:
            return call("super", node.astext())
        if key in self.page.written:
            return call("note-again", name)
        self.page.written.add(key)
        body = [one for one in note.children if not isinstance(one, nodes.label)]
        return call("note", name, block(self.words(one.children) for one in body))

    def on_image(self, node: nodes.image) -> Code:
        """Set an image with its alternative text, no larger than it was drawn."""
        if node["uri"] not in self.page.images:
            return string(node.get("alt", ""))
        form = "picture-within" if isinstance(node.parent, nodes.TextElement) else "picture"
        width = drawn(self.page.folder / node["uri"])
        file = f"/{self.page.images[node['uri']]}"
        return call(form, file, width, alt=node.get("alt") or None)

    def on_raw(self, _: nodes.raw) -> Code:
        """Leave out what is written for one kind of output only."""
        return Code("")

    on_comment = on_index = on_substitution_definition = on_system_message = on_raw
    on_meta = on_toctree = on_raw


def drawn(path: Path) -> Code:
    """Return the width at which an image was drawn; of one made of pixels, 96 to the inch."""
    found = POINTS.search(path.read_text("utf-8")) if path.suffix == ".svg" else None
    if found:
        return Code(f"{float(found[1]):g}pt")
    size = get_image_size(str(path))
    return Code(f"{size[0] * 0.75:g}pt" if size else "auto")
