"""A cell of a table in words, quantities too, with how it was come by and its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from babel.numbers import format_decimal, get_currency_symbol

from sourcebook.data.basis import Basis, basis_as_written
from sourcebook.data.book import Book
from sourcebook.data.fields import Field
from sourcebook.data.queries import look_up, read_query, refusal
from sourcebook.data.tables import Row, Table
from sourcebook.text.in_words import date_words
from sourcebook.text.measures import unit_of
from sourcebook.text.money import currencies
from sourcebook.text.quantities import parse_quantity
from sourcebook.text.quantity import Quantity

BOUNDS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "~": "about"}


@dataclass(frozen=True)
class Cell:
    """One cell: its column, its words (empty if no source states it), its basis and evidence."""

    table: Table
    row: Row
    field: Field
    words: str
    basis: Basis
    evidence: tuple[str, ...]


def filled(book: Book, table: str, row: Row, column: str) -> Cell | None:
    """Return a cell of a row; ``None`` where it is empty or the table has no such column."""
    field = book.tables[table].field(column)
    return _cell(book, book.tables[table], row, field) if field and row.text(column) else None


def basis_of(field: Field, row: Row) -> Basis:
    """Return how a cell was come by."""
    return basis_as_written(row.text(field.basis))


def cell_at(book: Book, words: str) -> Cell:
    """Return the cell at “table/id.column”; raises :class:`BookError` if there is none."""
    query = read_query(words)
    found = look_up(book.tables, query)
    if not query.row or found.field is None:
        raise refusal(query.words, "more than one cell", "“table/id.column”")
    return _cell(book, found.table, found.rows[0], found.field)


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
    return row.text(table.declared.name) or row.text(table.key)


def quantity(amount: str, unit: str, bound: str) -> str:
    """Return a quantity as one reads it: “more than 4%”, “€5.13 billion”, “47 metres”."""
    *size, measure = unit.split() or [""]
    number = format_decimal(amount, locale="en", decimal_quantization=False)
    if measure.isupper() and measure in currencies().values():
        number = f"{get_currency_symbol(measure, 'en')}{number}"
        measure = ""
    elif not size and measure == "%":
        number, measure = f"{number}%", ""
    return " ".join(part for part in (BOUNDS.get(bound, ""), number, *size, measure) if part)


def quantity_of(field: Field, row: Row) -> Quantity:
    """Return the quantity that a cell states; a column such as ``height_metres`` names the unit.

    Raises ``ValueError``, saying what was found and expected.
    """
    _, _, named = field.name.rpartition("_")
    unit = row.text(field.unit) or (named if named != field.name and unit_of(named) else "")
    return parse_quantity(row.text(field.name), unit, row.text(field.bound))


def _cell(book: Book, table: Table, row: Row, field: Field) -> Cell:
    cited, said = tuple(row.ids(field.evidence)), words(book, field, row)
    return Cell(table, row, field, said, basis_of(field, row), cited)
