"""A cell of a table in words, with how it was come by and the evidence that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel.numbers import format_decimal, get_currency_symbol

from sourcebook.data.basis import Basis, basis_as_written
from sourcebook.data.book import Book
from sourcebook.data.tables import Field, Row, Table
from sourcebook.problems import BookError, Problem, did_you_mean
from sourcebook.text.in_words import date_words
from sourcebook.text.money import currencies

BOUNDS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "~": "about"}
PATH = "table/row/column"


@dataclass(frozen=True)
class Cell:
    """One cell: its column, its words (empty if no source states it), its basis and evidence."""

    table: Table
    row: Row
    field: Field
    words: str
    basis: Basis
    evidence: tuple[str, ...]


def cell(book: Book, table: str, key: str, column: str) -> Cell:
    """Return a cell; raises :class:`BookError` for a table, row or column that is not known."""
    row = book.row(table, key)
    found = book.tables[table]
    field = found.field(column)
    if field is None:
        known = [one.name for one in found.fields]
        raise BookError([_unknown(f"the column “{column}” of table “{table}”", column, known)])
    return _cell(book, found, row, field)


def filled(book: Book, table: str, row: Row, column: str) -> Cell | None:
    """Return a cell of a row; ``None`` where it is empty or the table has no such column."""
    field = book.tables[table].field(column)
    return _cell(book, book.tables[table], row, field) if field and row.text(column) else None


def basis_of(field: Field, row: Row) -> Basis:
    """Return how a cell was come by."""
    return basis_as_written(row.text(field.basis))


def cell_at(book: Book, path: str) -> Cell:
    """Return the cell at ``table/row/column``; the row's id may hold slashes of its own."""
    table, _, rest = path.strip().partition("/")
    key, slash, column = rest.rpartition("/")
    if not slash:
        raise BookError([_unknown("the value", path.strip(), (), f"a path such as {PATH}")])
    return cell(book, table, key, column)


def words(book: Book, field: Field, row: Row) -> str:
    """Return a cell in words: a name for an id, a date spelt out, a quantity with its unit.

    A value of a closed list loses its hyphens: ``in-use`` reads “in use”.
    """
    text = row.text(field.name)
    if field.refers and text:
        return name(book.tables[field.refers], book.row(field.refers, text))
    if field.states == "date" and text:
        return date_words(text)
    if field.states == "quantity" and text:
        return quantity(text, row.text(field.unit), row.text(field.bound))
    return text.replace("-", " ") if field.allowed else text


def name(table: Table, row: Row) -> str:
    """Return the name of a row: what its table declares to be a name, or else its id."""
    return row.text(table.meaning.name) or row.text(table.key)


def quantity(amount: str, unit: str, bound: str) -> str:
    """Return a quantity as one reads it: “more than 4%”, “€5.13 billion”, “47 metres”."""
    *size, measure = unit.split() or [""]
    number = format_decimal(amount, locale="en", decimal_quantization=False)
    if measure in currencies().values():
        number = f"{get_currency_symbol(measure, 'en')}{number}"
        measure = ""
    elif not size and measure == "%":
        number, measure = f"{number}%", ""
    return " ".join(part for part in (BOUNDS.get(bound, ""), number, *size, measure) if part)


def _cell(book: Book, table: Table, row: Row, field: Field) -> Cell:
    cited, said = tuple(row.ids(field.evidence)), words(book, field, row)
    return Cell(table, row, field, said, basis_of(field, row), cited)


def _unknown(what: str, key: str, known: Iterable[str], expected: str = "") -> Problem:
    expected = expected or "the name of a column"
    do = f"correct it{did_you_mean(key, known)}"
    return Problem("data", None, f"{what} is not known", f"“{key}”", expected, do)
