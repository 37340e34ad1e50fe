"""The second tier: figures reported elsewhere, each with address, date and grade; no evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from sourcebook.data.contract import REFERENCES, SECOND_TIER, Role, playing
from sourcebook.data.tables import Row, Table, read_tables
from sourcebook.problems import BookError, Problem, did_you_mean
from sourcebook.text.in_words import date_words

PACKAGE = "data/context/datapackage.json"
TIER = "context"
NOT_RECORDED = "not recorded"
SAID = ("", "unit")


@dataclass(frozen=True)
class Reference:
    """A publication that a figure was taken from; ``date`` is EDTF or “not recorded”."""

    id: str
    outlet: str
    url: str
    date: str
    grade: str
    note: str

    @property
    def when(self) -> str:
        """Return the date in words."""
        return "date not recorded" if self.date == NOT_RECORDED else date_words(self.date)


@dataclass(frozen=True)
class Entry:
    """A row of the second tier that pages may cite.

    ``quotation`` is what the row states: all that prose beside its marker may state.
    """

    id: str
    table: str
    row: Row
    reference: Reference
    grade: str
    quotation: str

    @property
    def label(self) -> str:
        """Return publisher, date and grade, as a marker names them."""
        return f"{self.reference.outlet}, {self.reference.when}, {self.grade}"


@dataclass(frozen=True)
class Context:
    """The second tier of a book: publications and entries by id, and the tables they stand in."""

    references: Mapping[str, Reference] = field(default_factory=dict)
    entries: Mapping[str, Entry] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)

    def cite(self, key: str) -> Entry:
        """Return the entry with that id; raises :class:`BookError` if there is none."""
        if key not in self.entries:
            raise BookError([unknown_entry(key, self.entries)])
        return self.entries[key]

    @cached_property
    def roles(self) -> Mapping[str, Table]:
        """Return the tables that have a role of the contract, by its name."""
        return playing(self.tables, SECOND_TIER)

    def rows_of(self, role: Role) -> tuple[Row, ...]:
        """Return the rows of the table that has a role; none if the second tier has none."""
        return self.roles[role.name].rows if role.name in self.roles else ()

    def rows(self, table: str, **where: str) -> list[Row]:
        """Return the rows of a table whose columns have the given values.

        Raises ``ValueError`` if there is none: a page that shows nothing has asked for the wrong
        rows.
        """
        rows = self.tables[table].rows if table in self.tables else ()
        found = [row for row in rows if all(row.text(name) == where[name] for name in where)]
        if not found:
            raise ValueError(f"no row of the second tier's table “{table}” has {where or 'a cell'}")
        return found


def read_context(root: Path) -> tuple[Context, list[Problem]]:
    """Return the second tier of the book under ``root`` and what its schema finds wrong.

    A book without one has an empty second tier.
    """
    if not (root / PACKAGE).is_file():
        return Context(), []
    try:
        tables, problems, _ = read_tables(root, PACKAGE)
    except BookError as error:
        return Context(), list(error.problems)
    publications = playing(tables, SECOND_TIER).get(REFERENCES.name)
    rows = publications.rows if publications else ()
    references = {row.text("id"): _reference(row) for row in rows}
    entries = {one.id: one for table in entry_tables(tables) for one in _entries(table, references)}
    return Context(references, entries, tables), problems


def entry_tables(tables: Mapping[str, Table]) -> Iterator[Table]:
    """Yield the tables whose rows are entries: all but the publications and the bearings."""
    others = {one.name for one in playing(tables, SECOND_TIER).values()}
    yield from (table for name, table in tables.items() if name not in others)


def unknown_entry(key: str, known: Mapping[str, Entry], file: str = PACKAGE) -> Problem:
    """Return the problem that an id is no entry of the second tier."""
    return Problem(
        file,
        None,
        "a marker of the second tier names nothing",
        f"“{key}”",
        "the id of a row of data/context",
        f"correct the id{did_you_mean(key, known)}",
    )


def row_words(table: Table, row: Row) -> str:
    """Return what a row states, cell by cell, a unit beside its value; its notes included."""
    said: list[str] = []
    for one in table.fields:
        text = row.text(one.name)
        if not text or one.name == table.key or one.holds not in SAID:
            continue
        if one.states == "date":
            text = date_words(text)
        if one.holds == "unit" and said:
            said[-1] = f"{said[-1]} {text}"
        else:
            said.append(text)
    return "; ".join(said)


def _reference(row: Row) -> Reference:
    names = ("id", "outlet", "url", "date", "grade", "note")
    return Reference(*(row.text(name).strip() for name in names))


def _entries(table: Table, references: Mapping[str, Reference]) -> Iterator[Entry]:
    for row in table.rows:
        reference = references.get(row.text("reference"))
        if reference:
            key, grade = row.text(table.key), row.text("grade")
            yield Entry(key, table.name, row, reference, grade, row_words(table, row))
