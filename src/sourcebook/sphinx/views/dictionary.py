"""The directive {dictionary}: a section for each table of the book, with its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sourcebook.show.dictionary import anchor, columns
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.tables import Table


class DictionaryDirective(SphinxDirective):
    """```{dictionary}```: what each table and column holds, as the Data Package describes it."""

    def run(self) -> list[nodes.Node]:
        """Return a section for each table."""
        return [self.section(one) for one in book_domain(self.env).book.tables.values()]

    def section(self, table: Table) -> nodes.section:
        """Return what a table holds, where its file is, and its columns."""
        made = nodes.section(names=[anchor(table.name)])
        self.state.document.note_explicit_target(made)
        made += nodes.title("", plain(table.title))
        file = nodes.literal("", table.file)
        rows = nodes.Text(f" {len(table.rows)} rows in ")
        text = nodes.Text(plain(table.description))
        made += nodes.paragraph("", "", text, rows, file, nodes.Text("."))
        found = columns(book_domain(self.env).book, table.name)
        made += self.parse_text_to_nodes(found.text, allow_section_headings=False)
        return made


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("dictionary", DictionaryDirective)
