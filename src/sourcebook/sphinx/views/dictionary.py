"""The directive {dictionary}: a section for each table of the book, with its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sourcebook.data.fields import BESIDE, HOLDS, STATES
from sourcebook.show.render import Myst, escape, table
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.book import Book
    from sourcebook.data.fields import Field
    from sourcebook.data.tables import Table

TYPES = {"string": "text", "integer": "whole number"}
WIDTHS = (22, 43, 35)


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


def anchor(name: str) -> str:
    """Return the anchor of a table in the dictionary."""
    return f"table-{name}"


def columns(book: Book, name: str) -> Myst:
    """Return the columns of a table: their names, what they hold, and what the check asks."""
    found = book.tables[name]
    rows = [
        (_named(field), escape(field.description), _rules(book, found, field))
        for field in found.fields
    ]
    caption = f"The columns of the table {escape(found.title)}"
    return table(
        ("Column", "What it holds", "What is asked of it"), rows, caption, WIDTHS, "dictionary"
    )


def _named(field: Field) -> str:
    return f"{escape(field.title)} `{field.name}`"


def _rules(book: Book, found: Table, field: Field) -> str:
    parts = [TYPES.get(field.type, field.type)]
    parts += ["the row’s own id"] if field.name == found.key else []
    parts += ["never empty"] if field.required else []
    if field.allowed:
        parts.append(f"one of {', '.join(f'`{one}`' for one in field.allowed)}")
    if field.refers:
        title = escape(book.tables[field.refers].title)
        parts.append(f"an id of [{title}](#{anchor(field.refers)})")
    parts += [one for one in (STATES.get(field.states), HOLDS.get(field.holds)) if one]
    beside = {"evidence": field.evidence} if field.states else {}
    beside.update(field.beside)
    parts += [f"{BESIDE[name]} in `{column}`" for name, column in beside.items()]
    return "; ".join(parts)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("dictionary", DictionaryDirective)
