"""Examples of the codes: the first row of a table, or piece of evidence, that has one."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.analysis.grades import credibilities
from sourcebook.data.book import Book
from sourcebook.data.cells import words
from sourcebook.data.contract import ASIDE, EVIDENCE
from sourcebook.data.fields import Field
from sourcebook.data.objects import kind_of
from sourcebook.data.queries import look_up, read_query, refusal, unknown
from sourcebook.data.tables import Row, Table

CREDIBILITY = ("evidence", "credibility")
LONGEST = 9


@dataclass(frozen=True)
class Example:
    """What has a code: its words, whether they are a quotation, and the evidence it rests on."""

    words: str
    quoted: bool
    evidence: tuple[str, ...]


def example(book: Book, asked: str) -> Example | None:
    """Return the first example of “table where column = code”; ``None`` where nothing has the code.

    “evidence where credibility = 1” asks for the grade that the rules give. Raises
    :class:`BookError` for a table, a column or a code that the Data Package does not know.
    """
    query = read_query(asked)
    if (query.table, query.where) == CREDIBILITY:
        grades = credibilities(book).items()
        graded = [key for key, one in grades if str(one.number) == query.value]
        graded += [key for key, one in grades if query.value in [str(p.number) for p in one.parts]]
        return next((_quotation(book, key) for key in graded), None)
    found = look_up(book.tables, query)
    field = found.table.field(query.where)
    if field is None:
        raise refusal(query.words, "no code", "“table where column = code”")
    if query.value not in field.allowed:
        raise unknown(
            query, f"no code “{query.value}” of “{field.name}”", query.value, field.allowed
        )
    return next((_of_row(book, found.table, field, row) for row in found.rows), None)


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
    declared = table.declared
    fields = [table.field(one) for one in (declared.name, declared.says, *declared.about) if one]
    said = next((words(book, one, row) for one in fields if one), row.text(table.key))
    if declared.name or not declared.says:
        return said
    owners = (one for one in table.fields if kind_of(book, one.refers) not in ("", "source"))
    whose = next((words(book, one, row) for one in owners), "")
    return f"{whose}: {said}" if whose else said


def _short(text: str) -> str:
    parts = text.split()
    return " ".join(parts[:LONGEST]) + (" …" if len(parts) > LONGEST else "")
