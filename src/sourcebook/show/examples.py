"""Examples of the codes: the first row of a table, or piece of evidence, that has one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcebook.analysis.grades import credibilities
from sourcebook.data.book import Book
from sourcebook.data.cells import words
from sourcebook.data.contract import ASIDE, EVIDENCE
from sourcebook.data.objects import kind_of
from sourcebook.data.tables import Field, Row, Table
from sourcebook.problems import BookError, Problem

ASKED = re.compile(r"(?P<table>[\w-]+)\.(?P<column>\w+) = (?P<code>.+)")
CREDIBILITY = "evidence.credibility"
LONGEST = 9


@dataclass(frozen=True)
class Example:
    """What has a code: its words, whether they are a quotation, and the evidence it rests on."""

    words: str
    quoted: bool
    evidence: tuple[str, ...]


def example(book: Book, asked: str) -> Example | None:
    """Return the first example of “table.column = code”; ``None`` where nothing has the code.

    “evidence.credibility” is the grade that the rules give. Raises :class:`BookError` for a table,
    a column or a code that the Data Package does not know.
    """
    match = ASKED.fullmatch(" ".join(asked.split()))
    if not match:
        raise _refuse(asked, "not in that form")
    if f"{match['table']}.{match['column']}" == CREDIBILITY:
        graded = (
            key for key, one in credibilities(book).items() if str(one.number) == match["code"]
        )
        return next((_quotation(book, key) for key in graded), None)
    table = book.tables.get(match["table"])
    field = table.field(match["column"]) if table else None
    if table is None or field is None or match["code"] not in field.allowed:
        raise _refuse(asked, "no such table, column or code")
    rows = (row for row in table.rows if row.text(field.name) == match["code"])
    return next((_of_row(book, table, field, row) for row in rows), None)


def _of_row(book: Book, table: Table, field: Field, row: Row) -> Example:
    if table.name == EVIDENCE.name:
        return _quotation(book, row.text(table.key))
    if table is book.roles.get(ASIDE.name):
        source = book.sources[row.text("source")].text("short")
        return Example(f"{source} ¶{row.text('paragraph')}: {row.text('begins')}", False, ())
    cited = tuple(one for one in row.ids(field.evidence) if one in book.evidence)
    return Example(_named(book, table, row), False, cited)


def _quotation(book: Book, key: str) -> Example:
    return Example(_short(book.evidence[key].quotation), True, (key,))


def _named(book: Book, table: Table, row: Row) -> str:
    """Return what a row is called, what it says and whose it is, or else what it is about."""
    meaning = table.meaning
    fields = [table.field(one) for one in (meaning.name, meaning.says, *meaning.about) if one]
    said = next((words(book, one, row) for one in fields if one), row.text(table.key))
    if meaning.name or not meaning.says:
        return said
    owners = (one for one in table.fields if kind_of(book, one.refers) not in ("", "source"))
    whose = next((words(book, one, row) for one in owners), "")
    return f"{whose}: {said}" if whose else said


def _short(text: str) -> str:
    parts = text.split()
    return " ".join(parts[:LONGEST]) + (" …" if len(parts) > LONGEST else "")


def _refuse(asked: str, found: str) -> BookError:
    expected = "“table.column = code” with one of the codes that data/datapackage.json allows"
    what = f"no example can be given of “{asked}”"
    return BookError([Problem("data/datapackage.json", None, what, found, expected, "correct it")])
