"""What nobody quotes: {count} from the tables, {computed}, {derived} and {inferred} with a sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxRole

from sourcebook.analysis.counts import count, in_words
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import unknown
from sourcebook.sphinx.markers.roles import placed
from sourcebook.sphinx.nodes import Marker, above
from sourcebook.sphinx.words import plain
from sourcebook.text.sentences import begins_sentence

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

    from sourcebook.sphinx.markers.roles import Result

NOTE = " (computed)"
SIGN = "∴ "
WITH_REASON = re.compile(r"(?P<words>.*\S)\s*<(?P<why>[^<>]+)>\s*", re.DOTALL)


class Count(nodes.inline):
    """A number counted in the book's tables when the page was read; ``number`` is its amount."""


class Computed(nodes.inline):
    """Words that a notebook computed from checked tables, or that the book derived or inferred."""


class Reason(nodes.inline):
    """Why something is derived or inferred: a pop-up on a screen, words in print."""


def setup(app: Sphinx) -> None:
    """Register the roles and nodes; writers take the nodes for inline text."""
    for node in (Count, Reason):
        app.add_node(node)
    app.add_node(Computed, html=(visit, depart))
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
    """{computed}`12`; {derived}`words <rule>`, {inferred}`words <reason>`: with a sign."""

    def run(self) -> Result:
        """Return the words, with a note for what is computed and a sign for what is not stated."""
        how = self.name.lower()
        if how == "computed":
            note = nodes.inline("", NOTE, classes=["computed-note"])
            return placed(
                self, [Computed("", "", nodes.Text(plain(self.text)), note, classes=[how])]
            ), []
        match = WITH_REASON.fullmatch(self.text)
        words = match["words"] if match else self.text
        node = Computed("", "", nodes.inline("", SIGN, classes=["sign"]), classes=[how])
        node += nodes.Text(plain(words))
        if match:
            node += Reason("", f" ({how}: {plain(match['why'])})", classes=["reason"])
        return placed(self, [node]), []


def visit(self: HTML5Translator, node: Computed) -> None:
    """Begin the words; those with a reason can be reached from the keyboard, to have it shown."""
    reached: dict[str, Any] = {"tabindex": "0"} if any(node.findall(Reason)) else {}
    self.body.append(self.starttag(node, "span", "", **reached))


def depart(self: HTML5Translator, _: Computed) -> None:
    """End the words."""
    self.body.append("</span>")


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
        around = list(above(one))
        if node in around:
            break
        if not any(isinstance(each, Marker) for each in around):
            text += one.astext()
    return text
