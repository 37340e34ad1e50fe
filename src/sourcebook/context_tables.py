"""Rows of the second tier as MyST, for notebooks: tables with markers, bearings side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sourcebook.book import Book
from sourcebook.context import BEARINGS
from sourcebook.render import Myst, escape, table
from sourcebook.tables import Field, Row
from sourcebook.wording import date_words

if TYPE_CHECKING:
    import pandas as pd

EMPTY = "—"
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

    A unit stands beside its value. ``where`` gives the values that columns must have; raises
    ``ValueError`` if no row has them.
    """
    found = book.context.tables[name] if name in book.context.tables else None
    rows = book.context.rows(name, **where)
    fields = [found.field(column) if found else None for column in columns]
    titles = [
        escape(one.title if one else column) for one, column in zip(fields, columns, strict=True)
    ]
    cells = [
        (*(_cell(row, one) for one in fields), marker([row.text(found.key if found else "id")]))
        for row in rows
    ]
    return table([*titles, REPORTED], cells, caption, widths, KIND)


def bearings(book: Book, caption: str, **where: str) -> Myst:
    """Return what the sources and the second tier say, side by side, and how the two stand.

    ``where`` gives the values that columns of the bearings must have; raises ``ValueError`` if no
    row has them.
    """
    rows = [
        (
            "; ".join(f"{{quote}}`{one}`" for one in row.ids("evidence")),
            "; ".join(_said(book, one) for one in row.ids("entries")),
            f"**{escape(row.text('relation')).capitalize()}.** {escape(row.text('sentence'))} {OURS}",
        )
        for row in book.context.rows(BEARINGS, **where)
    ]
    return table(BEARING_HEADS, rows, caption, (36, 34, 30), KIND)


def frame(book: Book, name: str, **where: str) -> pd.DataFrame:
    """Return rows of a table of the second tier for figures, with its columns as they are typed.

    Further columns: ``reported``, the publisher, date and grade as a marker names them, and
    ``shown``, the value with its unit. Raises ``ValueError`` if no row has the values asked for.
    """
    rows = book.context.rows(name, **where)
    kept = {row.text("id") for row in rows}
    found = book.context.tables[name].frame()
    found = found[found["id"].isin(kept)].reset_index(drop=True)
    found["reported"] = [book.context.entries[one].label for one in found["id"]]
    found["shown"] = [f"{row.text('value')} {row.text('unit')}".strip() for row in rows]
    return found


def _cell(row: Row, field: Field | None) -> str:
    text = row.text(field.name) if field else ""
    if not text:
        return EMPTY
    if field and field.states == "date":
        text = date_words(text)
    beside = row.text("unit") if field and field.name == "value" else ""
    return escape(f"{text} {beside}".strip())


def _said(book: Book, key: str) -> str:
    one = book.context.cite(key)
    row, named = one.row, book.context.tables[one.table]
    parts = [
        _cell(row, field)
        for field in named.fields
        if row.text(field.name) and not field.holds and field.name not in (named.key, "note")
    ]
    return f"{'; '.join(parts)} {marker([key])}"
