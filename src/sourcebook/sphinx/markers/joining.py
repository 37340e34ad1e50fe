"""Markers side by side become one, and an answer to a note leaves no gap in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import fill
from sourcebook.sphinx.nodes import Marker

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BEFORE_THE_DOMAINS = 840
SIGNS = (".", ",", ";", ":", "?", "!", ")", "”")


def setup(app: Sphinx) -> None:
    """Do so before the domain notes the markers."""
    app.add_transform(JoinMarkers)
    app.add_transform(CloseGaps)


class JoinMarkers(SphinxTransform):
    """Put into each marker the evidence of those that follow it with nothing but space between."""

    default_priority = BEFORE_THE_DOMAINS

    def apply(self, **_: Any) -> None:
        """Join the markers of the page that was read."""
        book = book_domain(self.env).book
        for node in list(self.document.findall(Marker)):
            followers = following(node) if node.parent is not None else []
            if followers:
                joined = [one for marker in (node, *followers) for one in marker["evidence"]]
                remove_through(node, followers[-1])
                fill(node, book, [book.evidence[one] for one in dict.fromkeys(joined)])


class CloseGaps(SphinxTransform):
    """Take away the space before a remark that no page shows, where a sign follows on it."""

    default_priority = BEFORE_THE_DOMAINS

    def apply(self, **_: Any) -> None:
        """Close the gaps of the page that was read."""
        for remark in list(self.document.findall(is_remark)):
            siblings, at = remark.parent.children, remark.parent.index(remark)
            before = siblings[at - 1] if at else None
            after = "".join(one.astext() for one in siblings[at + 1 : at + 2])
            if isinstance(before, nodes.Text) and after.startswith(SIGNS):
                siblings[at - 1] = nodes.Text(before.rstrip())
                siblings[at - 1].parent = remark.parent


def is_remark(node: nodes.Node) -> bool:
    """Tell whether a node is a comment of HTML inside a sentence."""
    inside = isinstance(node.parent, nodes.TextElement)
    return inside and isinstance(node, nodes.comment | nodes.raw) and "<!--" in node.rawsource


def following(node: Marker) -> list[Marker]:
    """Return the markers that stand directly after one."""
    found: list[Marker] = []
    for sibling in node.parent.children[node.parent.index(node) + 1 :]:
        if isinstance(sibling, Marker) and bool(sibling["anchor"]) is bool(node["anchor"]):
            found.append(sibling)
        elif not (isinstance(sibling, nodes.Text) and sibling.isspace()):
            break
    return found


def remove_through(node: Marker, last: Marker) -> None:
    """Take away what stands after a node, up to and with the last."""
    parent = node.parent
    start, end = parent.index(node) + 1, parent.index(last) + 1
    for one in parent.children[start:end]:
        one.parent = None
    del parent.children[start:end]
