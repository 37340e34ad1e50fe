"""Nodes of our own: a marker, the link within it, and the list of pages that cite a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class Marker(nodes.inline):
    """One or more links to evidence that read as one; ``evidence`` lists the ids.

    Without an ``anchor`` it stands in a source's own record and does not count as a citation.
    """


class EvidenceLink(nodes.reference):
    """A link to one quotation; ``evidence`` is its id, ``reftitle`` its words."""


class Unknown(nodes.inline):
    """What stands where ``word`` names nothing in the book; ``message`` is told with its place.

    ``subtype`` is the warning's. An empty message means that the check of the book has told it.
    """


class CitedIn(nodes.Part, nodes.Element):
    """A place for links to the pages that cite ``evidence``; ``docname`` is the page it is on."""


def setup(app: Sphinx) -> None:
    """Register the nodes; writers other than HTML take them for inline text and plain links."""
    app.add_node(Marker)
    app.add_node(Unknown)
    app.add_node(EvidenceLink, html=(visit_link, depart_link))
    app.add_node(CitedIn)


def visit_link(self: HTML5Translator, node: EvidenceLink) -> None:
    """Open the link, with the evidence's id in ``data-ev`` for scripts."""
    href = node["refuri"] if "refuri" in node else f"#{node['refid']}"
    attributes = {"href": href, "title": node["reftitle"], "data-ev": node["evidence"]}
    self.body.append(self.starttag(node, "a", "", CLASS="ev reference internal", **attributes))


def depart_link(self: HTML5Translator, _: EvidenceLink) -> None:
    """Close the link."""
    self.body.append("</a>")
