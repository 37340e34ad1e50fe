"""Nodes of the book's objects: a link to one, where it is mentioned, and words that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class Mention(nodes.inline):
    """A link to an object, of a ``kind`` and with an id, its ``key``.

    Without an ``anchor`` it stands in a list and does not count as a mention of the object.
    """


class MentionedOn(nodes.Part, nodes.Element):
    """A place for links to the pages that mention the object ``kind`` ``key``, but ``docname``."""


class Differs(nodes.strong):
    """Words that another wording does not have."""


def setup(app: Sphinx) -> None:
    """Register the nodes; writers other than HTML take them for inline and strong text."""
    app.add_node(Mention)
    app.add_node(MentionedOn)
    app.add_node(Differs, html=(visit_differs, depart_differs))


def visit_differs(self: HTML5Translator, node: Differs) -> None:
    """Open the mark, and say in words, for those who hear the page, that it is one."""
    heard = '<span class="visually-hidden">[differs: </span>'
    self.body.append(self.starttag(node, "mark", "", CLASS="differs") + heard)


def depart_differs(self: HTML5Translator, _: Differs) -> None:
    """Close the mark."""
    self.body.append('<span class="visually-hidden">]</span></mark>')
