"""What stands in the box “at a glance” of an object: who says what, line by line, and who not."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.data.book import Book
from sourcebook.data.queries import Query, look_up
from sourcebook.data.references import refers
from sourcebook.data.tables import PACKAGE, Field, Row, Table
from sourcebook.problems import BookError, Problem, did_you_mean


@dataclass(frozen=True)
class Line:
    """One line: its title, the rows that fill it, and the sources whose rows leave it empty.

    ``said`` are rows of ``table``, each a reading of its ``column``; none of them is merged.
    """

    title: str
    table: str
    column: str
    said: tuple[Row, ...]
    silent: tuple[str, ...]


def glance(book: Book, key: str) -> tuple[str, list[Line]]:
    """Return the name of an object and the lines that its table declares, in their order.

    Raises :class:`BookError` if no table that declares such lines has the id.
    """
    declaring = [table for table in book.tables.values() if table.declared.glance]
    for table in declaring:
        if key in book.rows(table.name):
            row = book.rows(table.name)[key]
            name = row.text(table.declared.name) or key
            return name, [_line(book, table, row, line) for line in table.declared.glance]
    known = [one for table in declaring for one in book.rows(table.name)]
    raise BookError([_unknown(key, known)])


def _line(book: Book, table: Table, row: Row, line: Query) -> Line:
    found = look_up(book.tables, line, table.name)
    shown, place = found.table, (table.name, row.text(table.key))
    rows = [one for one in found.rows if one is row]
    if line.table:
        rows = [one for one in found.rows if place in refers(shown, one)]
    said = tuple(one for one in rows if one.text(line.column))
    heard = {one.text(shown.source) for one in said}
    silent = [key for one in rows if (key := one.text(shown.source)) not in {"", *heard}]
    title = _title(found.field, line)
    return Line(title, shown.name, line.column, said, tuple(dict.fromkeys(silent)))


def _title(field: Field | None, line: Query) -> str:
    title = field.title if field else line.column
    return f"{line.value[:1].upper()}{line.value[1:]}, {title.lower()}" if line.value else title


def _unknown(key: str, known: list[str]) -> Problem:
    return Problem(
        PACKAGE,
        None,
        "nothing can be shown at a glance",
        f"“{key}”",
        f"one of {', '.join(known) or 'the ids of a table that declares “glance”'}",
        f"correct the id{did_you_mean(key, known)}",
    )
