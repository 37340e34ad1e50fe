"""Statements: what the cells of the tables say of something, and what no cell says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sourcebook.data.basis import STATED
from sourcebook.data.book import Book
from sourcebook.data.cells import basis_of, name, words
from sourcebook.data.contract import EVIDENCE_COLUMN
from sourcebook.data.declarations import REGISTERS
from sourcebook.data.fields import Field
from sourcebook.data.objects import kind_of
from sourcebook.data.tables import Row, Table
from sourcebook.text.plain_dates import span

Place = tuple[str, str]


@dataclass(frozen=True)
class Statement:
    """What one or more rows of a table say in a column about the same thing.

    ``subject`` is the table and id of what they speak of, ``value`` the cell as it stands,
    ``words`` the cell in words, ``evidence`` all that the rows cite for it.
    """

    table: str
    subject: Place
    field: Field
    value: str
    words: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Silence:
    """A column that is empty for ``subjects``, out of ``asked`` that the table has."""

    table: str
    field: Field
    subjects: tuple[Place, ...]
    asked: int


def statements(book: Book) -> list[Statement]:
    """Return every statement of the tables.

    A statement is a filled cell that a quotation has to carry: one of a column that ``states``
    something or has evidence of its own, or the sentence that a row ``says``. Equal cells of rows
    about the same thing are one statement, which rests on the evidence of them all. What was
    derived or inferred is the book's own, and no statement of a source.
    """
    found: dict[tuple[str, Place, str, str], Statement] = {}
    for table, row, field in _cells(book):
        value = row.text(field.name)
        if not value or basis_of(field, row).kind != STATED:
            continue
        about, shown = subject(book, table, row), words(book, field, row)
        cited = [one for one in row.ids(field.evidence) if one in book.evidence]
        key = (table.name, about, field.name, shown)
        before = found[key].evidence if key in found else ()
        evidence = tuple(dict.fromkeys([*before, *cited]))
        found[key] = Statement(table.name, about, field, value, shown, evidence)
    return [one for one in found.values() if one.evidence]


def contradictions(book: Book) -> list[tuple[Statement, ...]]:
    """Return the dates and quantities, of one thing in one column, that cannot all be true.

    Only tables that say what their rows are ``about`` hold rows of several sources side by side.
    Dates contradict one another if their spans share no day; one without a year is left out.
    """
    groups: dict[tuple[str, Place, str], list[Statement]] = {}
    for one in statements(book):
        if book.tables[one.table].declared.about and one.field.states in ("date", "quantity"):
            groups.setdefault((one.table, one.subject, one.field.name), []).append(one)
    return [tuple(group) for group in groups.values() if _contradict(group)]


def silences(book: Book) -> list[Silence]:
    """Return, for each column that states something, of what no row of its table states it.

    Rows of which the column is no fair question, by its ``asked``, are passed over.
    """
    filled: dict[tuple[str, str], dict[Place, bool]] = {}
    fields: dict[tuple[str, str], Field] = {}
    for table, row, field in _cells(book):
        if not all(row.text(name) in values for name, values in field.asked.items()):
            continue
        place = (table.name, field.name)
        about = subject(book, table, row)
        seen = filled.setdefault(place, {})
        seen[about] = seen.get(about, False) or bool(row.text(field.name))
        fields[place] = field
    found = []
    for place, seen in filled.items():
        silent = tuple(about for about, said in seen.items() if not said)
        if silent:
            found.append(Silence(place[0], fields[place], silent, len(seen)))
    return found


def subject(book: Book, table: Table, row: Row) -> Place:
    """Return what a row speaks of: the one object it is ``about``, or else itself."""
    about = [table.field(column) for column in table.declared.about]
    if len(about) == 1 and about[0] and about[0].refers and row.text(about[0].name):
        return about[0].refers, row.text(about[0].name)
    return table.name, row.text(table.key)


def subject_words(book: Book, place: Place) -> tuple[str, str, str]:
    """Return the kind, the id and the name of what a statement speaks of; no kind if none."""
    table = book.tables[place[0]]
    row = book.row(*place)
    return kind_of(book, place[0]), place[1], _row_name(table, row)


def _row_name(table: Table, row: Row) -> str:
    return row.text(table.declared.says) or name(table, row)


def _cells(book: Book) -> Iterator[tuple[Table, Row, Field]]:
    for table in book.tables.values():
        if table.name in REGISTERS or not table.key:
            continue
        evidence = {one.name for one in table.fields if one.holds == "evidence"}
        for row in book.rows(table.name).values():
            for field in table.fields:
                if field.evidence in evidence and _claims(table, field):
                    yield table, row, field


def _claims(table: Table, field: Field) -> bool:
    own = field.evidence != EVIDENCE_COLUMN
    return not field.holds and bool(field.states or own or field.name == table.declared.says)


def _contradict(group: list[Statement]) -> bool:
    if group[0].field.states == "quantity":
        return len({one.words for one in group}) > 1
    spans = [days for one in group if (days := span(one.value))]
    starts = [first for first, _ in spans if first]
    ends = [last for _, last in spans if last]
    return bool(starts and ends) and max(starts) > min(ends)
