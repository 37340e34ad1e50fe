"""Credibility of each piece of evidence, 1 to 6, worked out by the codebook's rules from tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.analysis.independence import independent, origin
from sourcebook.data.basis import INFERRED, STATED, read_basis
from sourcebook.data.cells import quantity_of
from sourcebook.data.contract import (
    CERTAINTY,
    CONTRADICTION,
    EVIDENCE_COLUMN,
    OPINION,
    QUESTIONS,
    READINGS,
    WORDING,
)
from sourcebook.data.handed import made_once
from sourcebook.text import dates, quantities
from sourcebook.text.abroad.english import in_english
from sourcebook.text.carrying import states
from sourcebook.text.levelling import normalise
from sourcebook.text.plain_dates import covers
from sourcebook.text.quantity import Quantity
from sourcebook.text.tone import hedges

if TYPE_CHECKING:
    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.data.fields import Field
    from sourcebook.data.tables import Row, Table

WORDS = {
    1: "confirmed by other independent sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}
NO_FACT = {
    "apparatus": "the file speaks of itself",
    OPINION: "a judgement, forecast or recommendation can be neither confirmed nor contradicted",
}
UNNAMED = "anonymous"
CONFIRMED, PROBABLE, POSSIBLE = 1, 2, 3
OUTVOTED = "independent sources agree with one another against it"
ALIKE = (CERTAINTY, WORDING)


@dataclass(frozen=True)
class Part:
    """The credibility of one statement that a quotation makes, such as a date: 1 to 6."""

    statement: str
    number: int

    @property
    def words(self) -> str:
        """Return the grade in words, with what it is of."""
        return f"{self.number}, {WORDS[self.number]}: {self.statement}"


@dataclass(frozen=True)
class Grade:
    """The credibility of a piece of evidence: 1 to 6, what that means, and why it was given.

    ``parts`` grade the statements in it that were compared with those of other sources: only such
    a statement can be confirmed, as what else the quotation says was compared with nothing.
    """

    number: int
    words: str
    reasons: tuple[str, ...]
    parts: tuple[Part, ...] = ()

    @property
    def confirmed(self) -> tuple[Part, ...]:
        """Return the parts that other sources confirm."""
        return tuple(one for one in self.parts if one.number == CONFIRMED)


@dataclass(frozen=True)
class Value:
    """A number or date that a source states in a table, on a matter that other sources may share.

    ``matter`` is the table, the column and what the row is about; ``evidence`` lists the ids that
    carry it; ``amount`` holds number, unit and bound, or the date alone.
    """

    matter: tuple[str, ...]
    amount: tuple[str, ...]
    is_date: bool
    source: str
    evidence: tuple[str, ...]


def credibility(book: Book, key: str) -> Grade:
    """Return the grade of a piece of evidence; raises :class:`BookError` if there is none."""
    return credibilities(book)[book.cite(key).id]


@made_once
def credibilities(book: Book) -> dict[str, Grade]:
    """Return the grade of every piece of evidence by its id, in reading order."""
    known = list(stated(book))
    return {key: _grade(book, one, known) for key, one in book.evidence.items()}


def stated(book: Book) -> Iterator[Value]:
    """Yield the numbers and dates of tables that declare what their rows are about."""
    for table in book.tables.values():
        shared = table.declared.about or table.declared.alike
        if shared and table.source:
            for row in table.rows:
                yield from _of_row(book, table, row, shared)


def contradicting(book: Book, evidence: Iterable[str]) -> bool:
    """Tell whether independent sources of the evidence contradict one another on a question."""
    origins: dict[str, set[str]] = {}
    for row in book.rows_of(READINGS).values():
        contradicts = _asked(book, row).text("nature") == CONTRADICTION
        if contradicts and not {*row.ids(EVIDENCE_COLUMN)}.isdisjoint(evidence):
            place = origin(book.sources, row.text("source"))
            origins.setdefault(row.text("question"), set()).add(place)
    return any(len(found) > 1 for found in origins.values())


def confirming(book: Book, value: Value, known: list[Value]) -> list[Value]:
    """Return the values by which independent sources state the same, or something finer.

    Evidence that states no fact of its own, or whose speaker is not named, confirms nothing.
    """
    return [
        other
        for other in known
        if other.matter == value.matter
        and independent(book.sources, other.source, value.source)
        and _entails(other, value)
        and any(book.evidence[one].mode not in (*NO_FACT, UNNAMED) for one in other.evidence)
    ]


def _grade(book: Book, evidence: Evidence, known: list[Value]) -> Grade:
    if evidence.mode in NO_FACT:
        return _give(6, NO_FACT[evidence.mode])
    listed = _questions(book, evidence, (CONTRADICTION,))
    if questions := [one for one in listed if _contested(book, evidence, one, known)]:
        agreed = any(_agreed(book, evidence, question, known) for question in questions)
        reasons = [f"its source is contradicted on “{one}”" for one in _full(book, questions)]
        return _give(5 if agreed else 4, *reasons, *([OUTVOTED] if agreed else []))
    carried = [value for value in known if evidence.id in value.evidence]
    shared = [(value, confirming(book, value, known)) for value in carried]
    if reasons := [_confirmed(book, value, others) for value, others in shared if others]:
        missing = [f"{_in_words(value)} is stated by no other" for value, by in shared if not by]
        given = {_in_words(value): CONFIRMED if by else POSSIBLE for value, by in reversed(shared)}
        given |= {_in_words(value): CONFIRMED for value, by in shared if by}
        parts = tuple(Part(statement, number) for statement, number in given.items())
        told = tuple(dict.fromkeys([*reasons, *missing]))
        return Grade(PROBABLE, WORDS[PROBABLE], told, parts)
    if questions := _alike(book, evidence):
        return _give(
            2, *(f"another source says alike on “{one}”" for one in _full(book, questions))
        )
    if evidence.mode == UNNAMED:
        return _give(6, "the speaker is not named, and no other source states it")
    return _give(3, "no independent source confirms or contradicts it")


def _give(number: int, *reasons: str) -> Grade:
    return Grade(number, WORDS[number], reasons)


def _of_row(book: Book, table: Table, row: Row, about: tuple[str, ...]) -> Iterator[Value]:
    for field in table.fields:
        cell = row.text(field.name)
        if not cell or field.states not in ("quantity", "date"):
            continue
        kind = read_basis(row.text(field.basis)).kind
        ids = [one for one in row.ids(field.evidence) if one in book.evidence]
        said = {one: in_english(book.evidence[one].quotation) for one in ids}
        carrying = [one for one in ids if kind != STATED or _says(field, row, said[one])]
        if carrying and kind != INFERRED:
            matter = (table.name, field.name, *(row.text(column) for column in about))
            is_date = field.states == "date"
            amount = (cell,) if is_date else (cell, row.text(field.unit), row.text(field.bound))
            yield Value(matter, amount, is_date, row.text(table.source), tuple(carrying))


def _says(field: Field, row: Row, text: str) -> bool:
    cell = row.text(field.name)
    if field.states == "date":
        return dates.states_date(text, cell)
    return states(text, quantity_of(field, row))


def _entails(found: Value, asked: Value) -> bool:
    if asked.is_date:
        return covers(asked.amount[0], found.amount[0])
    return _quantity(asked) == _quantity(found)


def _quantity(value: Value) -> Quantity:
    amount, unit, bound = value.amount
    return quantities.parse_quantity(amount, unit, bound)


def _questions(book: Book, evidence: Evidence, natures: tuple[str, ...]) -> list[str]:
    """Return the questions of these natures on which an independent source reads otherwise."""
    rows = book.rows_of(READINGS).values()
    mine = {row.text("question") for row in rows if evidence.id in row.ids(EVIDENCE_COLUMN)}
    found = [
        row.text("question")
        for row in rows
        if row.text("question") in mine
        and _asked(book, row).text("nature") in natures
        and independent(book.sources, row.text("source"), evidence.source)
    ]
    return list(dict.fromkeys(found))


def _asked(book: Book, reading: Row) -> Row:
    """Return the row that says what a reading's question is: one of another table, or its own."""
    return book.rows_of(QUESTIONS).get(reading.text("question"), reading)


def _full(book: Book, questions: list[str]) -> list[str]:
    """Return questions in full, as the table of questions words them."""
    rows = {row.text("question"): row for row in book.rows_of(READINGS).values()}
    return [_asked(book, rows[one]).text("question") for one in questions]


def _alike(book: Book, evidence: Evidence) -> list[str]:
    """Return the questions on which an independent source says nearly the same in other words."""
    mine = _words_of(evidence)
    questions = _questions(book, evidence, ALIKE)
    theirs = {
        (row.text("question"), key)
        for row in book.rows_of(READINGS).values()
        if row.text("question") in questions
        and independent(book.sources, row.text("source"), evidence.source)
        for key in row.ids(EVIDENCE_COLUMN)
    }
    words = {
        (question, key): _words_of(book.evidence[key])
        for question, key in theirs
        if key in book.evidence
        and hedges(book.evidence[key].quotation) == hedges(evidence.quotation)
    }
    near = {at[0] for at, one in words.items() if len(mine & one) * 2 >= min(len(mine), len(one))}
    return [question for question in questions if question in near]


def _words_of(evidence: Evidence) -> set[str]:
    return set(normalise(evidence.quotation).casefold().split())


def _contested(book: Book, evidence: Evidence, question: str, known: list[Value]) -> bool:
    """Tell whether a reading carries what is contradicted: a value, where sources give any."""
    cited = {
        key
        for row in book.rows_of(READINGS).values()
        if row.text("question") == question
        for key in row.ids(EVIDENCE_COLUMN)
    }
    valued = {key for value in known for key in value.evidence if key in cited}
    sources = {book.evidence[key].source for key in valued}
    return len(sources) < 2 or evidence.id in valued


def _agreed(book: Book, evidence: Evidence, question: str, known: list[Value]) -> bool:
    """Tell whether other readings of a question confirm one another, and none confirms this."""
    others = {
        key
        for row in book.rows_of(READINGS).values()
        if row.text("question") == question and evidence.id not in row.ids(EVIDENCE_COLUMN)
        for key in row.ids(EVIDENCE_COLUMN)
    }
    theirs = [value for value in known if others & set(value.evidence)]
    mine = [value for value in known if evidence.id in value.evidence]
    supported = any(confirming(book, value, known) for value in mine)
    return not supported and any(confirming(book, value, theirs) for value in theirs)


def _confirmed(book: Book, value: Value, others: list[Value]) -> str:
    names = dict.fromkeys(book.sources[one.source].text("short") for one in others)
    return f"{_in_words(value)} is stated by {', '.join(names)} as well"


def _in_words(value: Value) -> str:
    return f"{value.matter[1].replace('_', ' ')} {' '.join(part for part in value.amount if part)}"
