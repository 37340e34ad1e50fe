"""Numbers that nobody quotes: {count} from the tables, {computed} and {derived} by a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxRole

from sourcebook.analysis.counts import count, in_words
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import unknown
from sourcebook.sphinx.markers.roles import placed
from sourcebook.sphinx.nodes import Marker
from sourcebook.sphinx.words import plain
from sourcebook.text.sentences import begins_sentence

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx

    from sourcebook.sphinx.markers.roles import Result

NOTE = " (computed by this notebook)"


class Count(nodes.inline):
    """A number counted in the book's tables when the page was read; ``number`` is its amount."""


class Computed(nodes.inline):
    """Words that a notebook computed, derived or inferred from checked tables."""


def setup(app: Sphinx) -> None:
    """Register the roles and nodes; writers take the nodes for inline text."""
    for node in (Count, Computed):
        app.add_node(node)
    app.add_role("count", CountRole())
    for how in ("computed", "derived", "inferred"):
        app.add_role(how, ComputedRole())
    app.add_transform(BeginSentences)


class CountRole(SphinxRole):
    """{count}`sources`, {count}`evidence.speaker`: how many there are in the tables, in words."""

    def run(self) -> Result:
        """Return the number, or a visible gap."""
        try:
            number = count(book_domain(self.env).book, self.text)
        except BookError:
            return placed(self, [unknown(self.text, "count", "")]), []
        return placed(self, [Count("", in_words(number), classes=["count"], number=number)]), []


class ComputedRole(SphinxRole):
    """{computed}`12`, {derived}`…`, {inferred}`…`: words that only a notebook's output may use."""

    def run(self) -> Result:
        """Return the words and, for what is computed, a note that says so."""
        node = Computed("", plain(self.text), classes=[self.name.lower()])
        if self.name.lower() == "computed":
            node += nodes.inline("", NOTE, classes=["computed-note"])
        return placed(self, [node]), []


class BeginSentences(SphinxTransform):
    """Give a counted number that begins a sentence its capital."""

    default_priority = 400

    def apply(self, **_: Any) -> None:
        """Rewrite the numbers of the page being read."""
        for node in self.document.findall(Count):
            if begins_sentence(_before(node)):
                node.children = []
                node += nodes.Text(in_words(node["number"], capital=True))


def _before(node: nodes.Element) -> str:
    """Return the words of the block that stand before a node."""
    block: nodes.Element = node
    while isinstance(block, nodes.Inline) and block.parent is not None:
        block = block.parent
    text = ""
    for one in block.findall(nodes.Text):
        if node in _above(one):
            break
        if not any(isinstance(above, Marker) for above in _above(one)):
            text += one.astext()
    return text


def _above(text: nodes.Text) -> list[nodes.Element]:
    found, node = [], text.parent
    while node is not None:
        found.append(node)
        node = node.parent
    return found
