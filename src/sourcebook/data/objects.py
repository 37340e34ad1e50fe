"""The objects of a book: each row of a table that its package declares to be a kind of object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.data.book import Book
from sourcebook.data.cells import name, words
from sourcebook.data.contract import EVIDENCE_COLUMN
from sourcebook.data.declarations import REGISTERS
from sourcebook.data.references import refers
from sourcebook.data.tables import Row, Table
from sourcebook.problems import BookError, Problem


@dataclass(frozen=True)
class Object:
    """One object: what it is called, what is said of it in a line, and its evidence."""

    kind: str
    id: str
    name: str
    variants: tuple[str, ...]
    line: str
    evidence: tuple[str, ...]


def kinds(book: Book) -> dict[str, Table]:
    """Return the table of each kind of object; sources and evidence have pages of their own."""
    tables = book.tables.values()
    declared = [one for one in tables if one.declared.kind and one.name not in REGISTERS]
    return {table.declared.kind: table for table in declared if table.key}


def kind_of(book: Book, table: str) -> str:
    """Return the kind of object that the rows of a table are; empty if they are none."""
    found = book.tables.get(table)
    return found.declared.kind if found and found.key else ""


def objects(book: Book, kind: str) -> list[Object]:
    """Return the objects of a kind in their table's order; raises :class:`BookError`."""
    table = _table(book, kind)
    return [_object(book, table, row) for row in book.rows(table.name).values()]


def find_object(book: Book, kind: str, key: str) -> Object:
    """Return one object; raises :class:`BookError`, with the nearest id, if there is none."""
    table = _table(book, kind)
    return _object(book, table, book.row(table.name, key))


def referring(book: Book, kind: str, key: str, wanted: str) -> Iterator[Object]:
    """Yield the objects of kind ``wanted`` whose rows refer to an object."""
    place, table = (_table(book, kind).name, key), _table(book, wanted)
    for row in book.rows(table.name).values():
        if place in refers(table, row):
            yield _object(book, table, row)


def _object(book: Book, table: Table, row: Row) -> Object:
    declared = table.declared
    lines = (table.field(column) for column in declared.line)
    said = (words(book, field, row) for field in lines if field)
    variants = (one.strip() for column in declared.variants for one in row.text(column).split(";"))
    called = name(table, row)
    return Object(
        declared.kind,
        row.text(table.key),
        called,
        tuple(one for one in variants if one and one != called),
        " · ".join(one for one in said if one),
        tuple(one for one in row.ids(EVIDENCE_COLUMN) if one in book.evidence),
    )


def _table(book: Book, kind: str) -> Table:
    known = kinds(book)
    if kind in known:
        return known[kind]
    what, expected = "the kind of object is not known", f"one of {', '.join(known) or 'none'}"
    do = "correct the kind, or declare it in data/datapackage.json"
    raise BookError([Problem("data/datapackage.json", None, what, f"“{kind}”", expected, do)])
