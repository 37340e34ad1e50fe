"""The role {example}: the first thing in the tables that has a code, with its marker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from sourcebook.problems import BookError
from sourcebook.show.examples import example
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import marker, unknown
from sourcebook.sphinx.markers.roles import placed
from sourcebook.sphinx.words import in_quotation_marks, plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.sphinx.markers.roles import Result

NONE = "no example in this book"


class ExampleRole(SphinxRole):
    """{example}`evidence where mode = opinion`: what has the code, and its marker."""

    def run(self) -> Result:
        """Return the example, or that there is none, or a visible gap."""
        book = book_domain(self.env).book
        try:
            found = example(book, self.text)
        except BookError as error:
            missing = unknown(self.text, "value", error.problems[0].words)
            return placed(self, [missing]), []
        if found is None:
            return [nodes.emphasis("", NONE)], []
        said = in_quotation_marks(found.words) if found.quoted else [nodes.Text(plain(found.words))]
        cited = [book.evidence[key] for key in found.evidence]
        marked = [marker(self.env, book, cited, silent=True)] if cited else []
        space = [nodes.Text(" ")] if marked else []
        return placed(
            self,
            [
                nodes.inline("", "", *said, classes=["quote"] if found.quoted else []),
                *space,
                *marked,
            ],
        ), []


def setup(app: Sphinx) -> None:
    """Register the role."""
    app.add_role("example", ExampleRole())
