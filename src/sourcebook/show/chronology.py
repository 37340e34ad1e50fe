"""The rows of a dated table in the order of their dates, the vague and the dateless apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from sourcebook.text.dates import span

if TYPE_CHECKING:
    from sourcebook.data.book import Book
    from sourcebook.data.tables import Row

Days: TypeAlias = "tuple[date | None, date | None]"
EVENTS, DATE = "events", "date"


def within(book: Book, first: int = 1, last: int = 9999, table: str = EVENTS) -> list[Row]:
    """Return the rows of a table whose dates begin in the years from ``first`` to ``last``."""
    dated = [(days[0], row) for row, days in _dated(book, table) if days and days[0]]
    return _in_order((day, row) for day, row in dated if first <= day.year <= last)


def bounded(book: Book, table: str = EVENTS) -> list[Row]:
    """Return the rows dated to no later than some day, in the order of these days."""
    dated = [(days[1], row) for row, days in _dated(book, table) if days and not days[0]]
    return _in_order((day, row) for day, row in dated if day)


def yearless(book: Book, table: str = EVENTS) -> list[Row]:
    """Return the rows with a date that has no year, in the table's order."""
    return [row for row, days in _dated(book, table) if not days and row.text(DATE)]


def undated(book: Book, table: str = EVENTS) -> list[Row]:
    """Return the rows without any date, in the table's order."""
    return [row for row, _ in _dated(book, table) if not row.text(DATE)]


def _dated(book: Book, table: str) -> Iterator[tuple[Row, Days | None]]:
    for row in book.rows(table).values():
        yield row, span(row.text(DATE)) if row.text(DATE) else None


def _in_order(dated: Iterable[tuple[date, Row]]) -> list[Row]:
    return [row for _, row in sorted(dated, key=lambda one: one[0])]
