"""Nodes of our own: markers, links to objects, the quotations they open, strips of paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

FROM_TABLES = "from-tables"


class Marker(nodes.inline):
    """One or more links to evidence that read as one; ``evidence`` lists the ids.

    ``docname`` is the page it is on. Without an ``anchor`` it stands in a source's own record and
    does not count as a citation.
    """


class EvidenceLink(nodes.reference):
    """A link to a quotation; ``evidence`` lists ids apart by spaces, ``note`` their numbers."""


class Unknown(nodes.inline):
    """What stands where ``word`` names nothing in the book; ``message`` is told with its place.

    ``subtype`` is the warning's. An empty message means that the check of the book has told it.
    """


class CitedIn(nodes.Part, nodes.Element):
    """A place for links to the pages that cite ``evidence``; ``docname`` is the page it is on."""


class PageList(nodes.Inline, nodes.Element):
    """The printed pages of places behind a title; ``at`` holds pairs of a page and an anchor."""


class Notes(nodes.Part, nodes.Element):
    """The quotations that a page cites: hidden on screen, where pop-ups show them, and printed."""


class Note(nodes.Part, nodes.Element):
    """One quotation with its attribution; ``number`` is empty where it is not to be printed."""


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
    app.add_node(Notes, html=(visit_notes, depart_notes))
    app.add_node(Note, html=(visit_note, depart_note))
    left_out = (skip, None)
    app.add_node(Strip, html=(visit_strip, None), text=left_out, man=left_out)
    app.add_node(Mention)
    app.add_node(MentionedOn)
    app.add_node(Differs, html=(visit_differs, depart_differs))


def visit_link(self: HTML5Translator, node: EvidenceLink) -> None:
    """Open the link, with the ids of its evidence in ``data-ev`` for the script."""
    href = node["refuri"] if "refuri" in node else f"#{node['refid']}"
    attributes: dict[str, Any] = {"href": href, "data-ev": node["evidence"]}
    attributes |= {"data-note": node["note"]} if node["note"] else {}
    self.body.append(self.starttag(node, "a", "", CLASS="ev reference internal", **attributes))


def depart_link(self: HTML5Translator, _: EvidenceLink) -> None:
    """Close the link."""
    self.body.append("</a>")


def visit_notes(self: HTML5Translator, node: Notes) -> None:
    """Open the list of quotations."""
    named: dict[str, Any] = {"aria-label": "Quotations"}
    self.body.append(self.starttag(node, "section", "", **named))
    if any(note["number"] for note in node.findall(Note)):
        self.body.append('<p class="rubric">Quotations</p>')
    self.body.append("\n<ol>\n")


def depart_notes(self: HTML5Translator, _: Notes) -> None:
    """Close the list of quotations."""
    self.body.append("</ol>\n</section>\n")


def visit_note(self: HTML5Translator, node: Note) -> None:
    """Open one quotation."""
    css = "note" if node["number"] else "note unprinted"
    attributes: dict[str, Any] = {"data-ev": node["evidence"]}
    attributes |= {"value": node["number"]} if node["number"] else {}
    self.body.append(self.starttag(node, "li", "", CLASS=css, **attributes))


def depart_note(self: HTML5Translator, _: Note) -> None:
    """Close one quotation."""
    self.body.append("</li>\n")


def visit_strip(self: HTML5Translator, node: Strip) -> None:
    """Write the cells; each says in words what it shows."""
    self.body.append('<ol class="strip" aria-label="Paragraphs">\n')
    for number, state, description, target in node["cells"]:
        words = f'{number}<span class="heard">: {self.encode(description)}</span>'
        title = self.attval(f"¶{number}: {description}")
        link = f'<a href="#{self.attval(target)}" title="{title}">{words}</a>'
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
