"""Markers side by side become one, whatever roles wrote them."""

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


def setup(app: Sphinx) -> None:
    """Join markers before the domain notes them."""
    app.add_transform(JoinMarkers)


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
