"""The role {value}: one cell of a table in words, with how it was come by and its marker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from sourcebook.data.basis import NOT_STATED
from sourcebook.data.cells import Cell, cell_at
from sourcebook.data.objects import kind_of
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import marker, unknown
from sourcebook.sphinx.markers.roles import placed
from sourcebook.sphinx.objects.roles import mention
from sourcebook.sphinx.words import in_brackets, plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("value", ValueRole())


class ValueRole(SphinxRole):
    """{value}`table/id.column`: a cell in words, its basis and its marker."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the value, or “not stated” for an empty cell."""
        book = book_domain(self.env).book
        try:
            found = cell_at(book, self.text)
        except BookError as error:
            missing = unknown(self.text, "value", error.problems[0].words)
            return placed(self, [missing]), []
        if not found.words:
            return [nodes.emphasis("", NOT_STATED, classes=["not-stated"])], []
        made: list[nodes.Node] = [self.words(found)]
        if found.basis.note:
            made += [nodes.Text(" "), in_brackets(found.basis.note)]
        cited = [book.evidence[one] for one in found.evidence if one in book.evidence]
        made += [nodes.Text(" "), marker(self.env, book, cited)] if cited else []
        return placed(self, made), []

    def words(self, found: Cell) -> nodes.Node:
        """Return a cell's words, those of an object's id as a link to it."""
        kind = kind_of(book_domain(self.env).book, found.field.refers)
        if kind and kind != "source":
            return mention(self.env, kind, found.row.text(found.field.name), found.words)
        return nodes.inline("", plain(found.words), classes=["value"])
