"""Rows of the second tier for notebooks: tables with markers, bearings, and what figures take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.data.book import Book
from sourcebook.data.contract import BEARINGS, EVIDENCE_COLUMN
from sourcebook.data.tables import Row
from sourcebook.show.render import Myst, escape, table
from sourcebook.text.in_words import date_words

EMPTY, PERCENT = "–", "%"
KIND = "register context"
REPORTED = "Reported by, date, grade"
BEARING_HEADS = ("What the sources say", "What is reported elsewhere", "How they stand")
OURS = "*(this handbook’s inference)*"


def marker(ids: Iterable[str]) -> str:
    """Return the marker that leads to these entries of the second tier; empty for none."""
    listed = ", ".join(dict.fromkeys(ids))
    return f"{{context}}`{listed}`" if listed else ""


def reported(
    book: Book,
    name: str,
    columns: Sequence[str],
    caption: str,
    widths: Sequence[int] | None = None,
    **where: str,
) -> Myst:
    """Return rows of a table of the second tier, each with publisher, date and grade.

    A unit stands beside its value, and next to it who reports it. ``where`` gives the values that
    columns must have; raises ``ValueError`` if no row has them, ``BookError`` if there is no such
    column.
    """
    rows = book.context.rows(name, **where)
    found = book.context.tables[name]
    titles = [escape(found.column(one).title) for one in columns]
    at = columns.index("value") + 1 if "value" in columns else len(columns)
    lines = [[_cell(book, name, row, column) for column in columns] for row in rows]
    for line, row in zip(lines, rows, strict=True):
        line.insert(at, marker([row.text(found.key)]))
    heads = [*titles[:at], REPORTED, *titles[at:]]
    keys = [f"{name}/{row.text(found.key)}" for row in rows]
    return table(heads, lines, caption, widths, KIND, keys)


def bearings(book: Book, caption: str, **where: str) -> Myst:
    """Return what the sources and the second tier say, side by side, and how the two stand.

    ``where`` gives the values that columns of the bearings must have; raises ``ValueError`` if no
    row has them.
    """
    named = book.context.roles.get(BEARINGS.name)
    rows = [
        (
            "; ".join(f"{{quote}}`{one}`" for one in row.ids(EVIDENCE_COLUMN)),
            "; ".join(_said(book, one) for one in row.ids("entries")),
            f"**{row.text('relation').capitalize()}.** {escape(row.text('sentence'))} {OURS}",
        )
        for row in book.context.rows(named.name if named else BEARINGS.name, **where)
    ]
    return table(BEARING_HEADS, rows, caption, (36, 34, 30), KIND)


def shown(book: Book, name: str, row: Row) -> str:
    """Return a row's value, with its unit where that stands in a column of its own."""
    unit = book.context.tables[name].field("unit")
    beside = row.text("unit") if unit and unit.holds == "unit" else ""
    return f"{row.text('value')}{'' if beside == PERCENT else ' '}{beside}".strip()


def _cell(book: Book, name: str, row: Row, column: str) -> str:
    field = book.context.tables[name].column(column)
    text = shown(book, name, row) if column == "value" else row.text(column)
    if field.states == "date" and text:
        text = date_words(text)
    return escape(text) or EMPTY


def _said(book: Book, key: str) -> str:
    one = book.context.cite(key)
    named = book.context.tables[one.table]
    parts = [
        _cell(book, one.table, one.row, field.name)
        for field in named.fields
        if one.row.text(field.name) and not field.holds and field.name not in (named.key, "note")
    ]
    return f"{'; '.join(parts)} {marker([key])}"
