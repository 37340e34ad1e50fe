"""The roles: {ev} for a marker, {quote} for words with a marker, {source} for a source's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import ReferenceRole, SphinxRole

from sourcebook.data.contract import EVIDENCE, SOURCES
from sourcebook.pages.markers import ids
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import marker, unknown
from sourcebook.sphinx.source_link import source_link
from sourcebook.sphinx.words import in_quotation_marks

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence

Result = tuple[list[nodes.Node], list[nodes.system_message]]


def setup(app: Sphinx) -> None:
    """Register the roles."""
    roles: dict[str, SphinxRole] = {"ev": EvRole(), "quote": QuoteRole(), "source": SourceRole()}
    for name, role in roles.items():
        app.add_role(name, role)


class EvRole(SphinxRole):
    """{ev}`id` or {ev}`id-a, id-b`: one marker."""

    def run(self) -> Result:
        """Return the marker, and a visible gap for each id that is not known."""
        found, missing = cited(self.env, self.text)
        made = [marker(self.env, book_domain(self.env).book, found)] if found else []
        return placed(self, [*made, *missing]), []


class QuoteRole(SphinxRole):
    """{quote}`id`: the words of one piece of evidence in quotation marks, and its marker."""

    def run(self) -> Result:
        """Return the words and the marker."""
        found, missing = cited(self.env, self.text)
        made: list[nodes.Node] = []
        for one in found:
            words = nodes.inline("", "", *in_quotation_marks(one.quotation), classes=["quote"])
            made += [nodes.Text(" ")] if made else []
            made += [words, nodes.Text(" "), marker(self.env, book_domain(self.env).book, [one])]
        return placed(self, [*made, *missing]), []


class SourceRole(ReferenceRole):
    """{source}`id` or {source}`words <id>`: a link to the page of a source."""

    def run(self) -> Result:
        """Return the link, in the source's short name unless other words are given."""
        try:
            row = book_domain(self.env).book.row(SOURCES.name, self.target)
        except BookError as error:
            missing = unknown(self.target, "source", error.problems[0].words)
            return placed(self, [missing]), []
        words = self.title if self.has_explicit_title else ""
        node = source_link(row, self.env.docname, words)
        return placed(self, [node]), []


def cited(env: BuildEnvironment, text: str) -> tuple[list[Evidence], list[nodes.Node]]:
    """Return the evidence that a text names, each once, and a node for each id not known."""
    book = book_domain(env).book
    found: list[Evidence] = []
    missing: list[nodes.Node] = []
    for key in dict.fromkeys(ids(text)):
        try:
            found.append(book.cite(key))
        except BookError as error:
            message = error.problems[0].words
            missing.append(unknown(key, "evidence", "" if is_refused(book, key) else message))
    return found, missing


def is_refused(book: Book, key: str) -> bool:
    """Tell whether there is such a record, whose quotation the check of the book has refused."""
    return key in book.rows_of(EVIDENCE)


def placed(role: SphinxRole, made: list[nodes.Node]) -> list[nodes.Node]:
    """Return the nodes with the file and line of their role."""
    for node in made:
        if isinstance(node, nodes.Element):
            role.set_source_info(node)
    return made
