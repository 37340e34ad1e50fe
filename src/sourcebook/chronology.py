"""The rows of a dated table in the order of their dates, the vague and the dateless apart."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from sourcebook.dates import span

if TYPE_CHECKING:
    from sourcebook.book import Book
    from sourcebook.tables import Row

EVENTS, DATE = "events", "date"


def within(book: Book, first: int = 1, last: int = 9999, table: str = EVENTS) -> list[Row]:
    """Return a table's rows dated to the years from ``first`` to ``last``, in order.

    A row counts to the year it begins in, or ends in where its beginning is open.
    """
    dated = [
        (start, row) for row in book.rows(table).values() if (start := _anchor(row.text(DATE)))
    ]
    kept = [(start, row) for start, row in dated if first <= start.year <= last]
    return [row for _, row in sorted(kept, key=lambda one: one[0])]


def yearless(book: Book, table: str = EVENTS) -> list[Row]:
    """Return the rows with a date that has no year, in the table's order."""
    return [
        row for row in book.rows(table).values() if row.text(DATE) and not _anchor(row.text(DATE))
    ]


def undated(book: Book, table: str = EVENTS) -> list[Row]:
    """Return the rows without any date, in the table's order."""
    return [row for row in book.rows(table).values() if not row.text(DATE)]


def _anchor(edtf: str) -> datetime.date | None:
    days = span(edtf) if edtf else None
    return (days[0] or days[1]) if days else None
