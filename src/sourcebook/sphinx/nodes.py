"""Nodes of our own: markers, links to quotations and to objects, strips of paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sourcebook.sphinx.web import as_file_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

FROM_TABLES, LINKED_BACK = "from-tables", "cited-in"


def above(node: nodes.Node) -> Iterator[nodes.Element]:
    """Yield the nodes that hold a node, the nearest first."""
    while node.parent is not None:
        node = node.parent
        yield node


class Marker(nodes.inline):
    """One or more links to evidence that read as one; ``evidence`` lists the ids.

    ``docname`` is the page it is on. Without an ``anchor`` it stands in a source's own record and
    does not count as a citation.
    """


class EvidenceLink(nodes.reference):
    """A link to quotations of one ``source``; ``evidence`` lists their ids apart by spaces.

    ``heard`` is its name for those who hear the page, ``all_heard`` that of a whole marker which
    has several.
    """


class Unknown(nodes.inline):
    """What stands where ``word`` names nothing in the book; ``message`` is told with its place.

    ``subtype`` is the warning's. An empty message means that the check of the book has told it.
    """


class CitedIn(nodes.Part, nodes.Element):
    """A place for links to the pages that cite ``evidence``; ``docname`` is the page it is on."""


class Counted(nodes.Invisible, nodes.Element):
    """What stands in the outline of a page for something that is numbered as its ``kind``."""


class PageList(nodes.Inline, nodes.Element):
    """The printed pages of places behind a title; ``at`` holds pairs of a page and an anchor."""


class Strip(nodes.Part, nodes.Element):
    """A cell for each paragraph of a source.

    ``cells`` holds tuples: the number, the state's code, a description, and the id to link to.
    """


class Mention(nodes.inline):
    """A link to an object, of a ``kind`` and with an id, its ``key``.

    Without an ``anchor`` it stands in a list and does not count as a mention of the object.
    """


class MentionedOn(nodes.Part, nodes.Element):
    """A place for links to the pages that mention the object ``kind`` ``key``, but ``docname``."""


class Differs(nodes.strong):
    """Words that another wording does not have."""


def setup(app: Sphinx) -> None:
    """Register the nodes; writers other than HTML take them for inline text and plain links."""
    app.add_node(Marker)
    app.add_node(Unknown)
    app.add_node(EvidenceLink, html=(visit_link, depart_link))
    app.add_node(CitedIn)
    left_out = (skip, None)
    app.add_node(Strip, html=(visit_strip, None), text=left_out, man=left_out)
    app.add_node(Mention)
    app.add_node(MentionedOn)
    app.add_node(Differs, html=(visit_differs, depart_differs))


def visit_link(self: HTML5Translator, node: EvidenceLink) -> None:
    """Open the link, with all that the script needs to make a pop-up of it."""
    href = node["refuri"] if "refuri" in node else f"#{node['refid']}"
    attributes: dict[str, Any] = {"href": href, "aria-label": node["heard"]}
    attributes |= {"data-ev": node["evidence"], "data-from": as_file_name(node["source"])}
    attributes |= {"data-all": node["all_heard"]} if node["all_heard"] else {}
    self.body.append(self.starttag(node, "a", "", CLASS="ev reference internal", **attributes))


def depart_link(self: HTML5Translator, _: EvidenceLink) -> None:
    """Close the link."""
    self.body.append("</a>")


def visit_strip(self: HTML5Translator, node: Strip) -> None:
    """Write the cells; each says in words what it shows."""
    self.body.append('<ol class="strip" aria-label="Paragraphs">\n')
    for number, state, description, target in node["cells"]:
        title = self.attval(f"¶{number}: {description}")
        said = self.attval(f"{number}: {description}")
        link = f'<a href="#{self.attval(target)}" title="{title}" aria-label="{said}">{number}</a>'
        words = f'{number}<span class="heard">: {self.encode(description)}</span>'
        unlinked = f'<span title="{title}">{words}</span>'
        self.body.append(f'<li class="{state}">{link if target else unlinked}</li>\n')
    self.body.append("</ol>\n")
    raise nodes.SkipNode


def skip(_: object, __: nodes.Element) -> None:
    """Leave a node out; raises ``SkipNode``."""
    raise nodes.SkipNode


def visit_differs(self: HTML5Translator, node: Differs) -> None:
    """Open the mark, and say in words, for those who hear the page, that it is one."""
    heard = '<span class="visually-hidden">[differs: </span>'
    self.body.append(self.starttag(node, "mark", "", CLASS="differs") + heard)


def depart_differs(self: HTML5Translator, _: Differs) -> None:
    """Close the mark."""
    self.body.append('<span class="visually-hidden">]</span></mark>')
