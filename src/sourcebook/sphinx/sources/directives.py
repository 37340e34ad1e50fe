"""The directives: {source} for the page of a source, {quotation} for one quotation as a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sourcebook.data.contract import SOURCES
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import Target, anchor, book_domain
from sourcebook.sphinx.markers.marker import attribution, gap, marker
from sourcebook.sphinx.markers.roles import cited
from sourcebook.sphinx.sources.source_page import source_page
from sourcebook.sphinx.words import in_language, paragraphs, plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.sphinx.nodes import Marker


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in (("source", SourceDirective), ("quotation", QuotationDirective)):
        app.add_directive(name, directive)


class SourceDirective(SphinxDirective):
    """```{source} id```: the record of a source and every quotation from it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the record and the quotations, and note where each is shown."""
        domain, key = book_domain(self.env), self.arguments[0]
        try:
            row = domain.book.row(SOURCES.name, key)
        except BookError as error:
            return gap(self, key, "source", error.problems[0].words)
        shown = [("source", key, plain(row.text("short")))]
        shown += [
            ("evidence", one.id, plain(domain.book.label(one)))
            for one in domain.book.quoted_from(key)
        ]
        line = self.get_source_info()[1]
        for kind, one, title in shown:
            place = anchor(kind, one)
            domain.note_target(Target(kind, one, title, self.env.docname, place, line))
        return source_page(self.env, domain.book, row)


class QuotationDirective(SphinxDirective):
    """```{quotation} id```: the words of one piece of evidence as a block, with its marker."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the block."""
        book = book_domain(self.env).book
        found, missing = cited(self.env, self.arguments[0])
        made = [marker(self.env, book, [one]) for one in found]
        for node in (*made, *missing):
            self.set_source_info(node)
        blocks = [self.block(book, one, node) for one, node in zip(found, made, strict=True)]
        return [*blocks, nodes.paragraph("", "", *missing)] if missing else blocks

    def block(self, book: Book, evidence: Evidence, node: Marker) -> nodes.Node:
        """Return a quotation, who speaks, and its marker."""
        said = nodes.Text(f"{attribution(book, evidence)} ")
        words = paragraphs(evidence.quotation)
        for paragraph in words:
            paragraph["classes"] += in_language(evidence.quotation)
        end = nodes.attribution("", "", said, node)
        return nodes.block_quote("", *words, end, classes=["quotation-block"])
