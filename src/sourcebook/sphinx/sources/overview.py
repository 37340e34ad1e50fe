"""Tables that a page sets from the book, row by row, and {sources}: all sources at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sourcebook.data.basis import NOT_STATED
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import come_by
from sourcebook.sphinx.nodes import FROM_TABLES
from sourcebook.sphinx.source_link import source_link
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx

    from sourcebook.data.tables import Row

COLUMNS = {"Source": 17, "Headline": 40, "Kind": 13, "Date": 20, "Reliability": 10}


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("sources", SourcesDirective)


class SourcesDirective(SphinxDirective):
    """```{sources} caption```: a line for each source, with a link to its page."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        title, messages = self.state.inline_text(self.arguments[0], self.lineno)
        rows = [self.row(row) for row in book_domain(self.env).book.sources.values()]
        for row in rows:
            row["classes"].append(FROM_TABLES)
        caption = nodes.title(self.arguments[0], "", *title)
        return [table_of_rows(caption, COLUMNS, rows), *messages]

    def row(self, row: Row) -> nodes.row:
        """Return the line of a source."""
        book = book_domain(self.env).book
        told = (come_by(book, row, "title"), row.text("kind"), come_by(book, row, "date"))
        parts = (*told, row.text("reliability"))
        cells = [nodes.paragraph("", plain(part or NOT_STATED)) for part in parts]
        return nodes.row(
            "",
            entry(nodes.paragraph("", "", source_link(row, self.env.docname))),
            *map(entry, cells),
        )


def table_of_rows(
    caption: nodes.title, columns: Mapping[str, int], rows: Iterable[nodes.row]
) -> nodes.table:
    """Return a table with a caption; ``columns`` gives each its share of the width, in percent."""
    head = nodes.row("", *(entry(nodes.paragraph("", title)) for title in columns))
    group = nodes.tgroup("", cols=len(columns))
    group += [nodes.colspec(colwidth=width) for width in columns.values()]
    group += [nodes.thead("", head), nodes.tbody("", *rows)]
    return nodes.table("", caption, group, classes=["register"])


def entry(*content: nodes.Node) -> nodes.entry:
    """Return a cell."""
    return nodes.entry("", *content)
