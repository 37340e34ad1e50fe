"""The stage: this book opened once, and what checks find in it with one thing changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from mutants.names import Names
from sourcebook.checks.data import DATA
from sourcebook.checks.opening import open_book
from sourcebook.checks.pages import PAGES, Pages
from sourcebook.checks.prose import Gate
from sourcebook.checks.rows import of_row, told_in
from sourcebook.data.book import Book, find_root
from sourcebook.data.contract import EVIDENCE, FIRST_TIER, playing
from sourcebook.data.evidence import resolve
from sourcebook.data.tables import Row, Table
from sourcebook.data.unchecked import Unchecked, read_unchecked
from sourcebook.problems import BookError, Problem, Subtype

READ_FROM_FILES = {"schema", "files", "bibliography"}


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant; ``noted`` where no check refuses it and one is unsure of it.

    ``by_slip`` tells that it is refused only as a slip, wrong whatever is cited.
    """

    killed: bool
    noted: bool = False
    by_slip: bool = False


@dataclass(frozen=True, eq=False)
class OnePage(Pages):
    """One page of the book with another text, held against the gate that all share."""

    file: str = ""
    text: str = ""
    shared: Gate = field(kw_only=True)

    @cached_property
    def texts(self) -> dict[str, str]:
        """Return the one text."""
        return {self.file: self.text}

    @cached_property
    def gate(self) -> Gate:
        """Return the gate that all pages share."""
        return self.shared

    @cached_property
    def of_tables(self) -> list[tuple[Subtype, Problem]]:
        """Return nothing: a row is held by itself."""
        return []


@dataclass(frozen=True, eq=False)
class Stage:
    """The book as read, its pages, its gate and its names."""

    read: Unchecked
    book: Book
    pages: dict[str, str]
    gate: Gate
    names: Names

    def page(self, file: str, text: str, gate: Gate | None = None) -> list[Problem]:
        """Return what is wrong with a page if it has this text."""
        one = OnePage(self.book, file=file, text=text, shared=gate or self.gate)
        return [each for check in PAGES if check.find for each in check.find(one)]

    def try_page(self, file: str, text: str) -> Verdict:
        """Return what becomes of a page with this text."""
        return verdict(self.page(file, text), self.page(file, self.pages[file]))

    def try_row(self, table: str, at: int, row: Row) -> Verdict:
        """Return what becomes of a table with this row at a place: first the row, then all."""
        whole = self.read.tables[table]
        changed = replace(whole, rows=(*whole.rows[:at], row, *whole.rows[at + 1 :]))
        try:
            read = self._reread(changed, row)
        except BookError:
            return Verdict(killed=True)
        alone = verdict(
            [*_of_row(read, changed, row), *self._told(self.gate, changed, row)],
            [
                *_of_row(self.read, whole, whole.rows[at]),
                *self._told(self.gate, whole, whole.rows[at]),
            ],
        )
        if alone.killed and not alone.by_slip:
            return alone
        found = [one for check in DATA if _can_see(check.name) for one in _find(check, read)]
        if table == EVIDENCE.name:
            book = Book(read.root, read.seeds, read.evidence, read.tables, (), read.context)
            gate = Gate(book)
            found += [one for page in self.pages.items() for one in self.page(*page, gate)]
            found += [
                one
                for each in self._citing(read, row.text("id"))
                for one in self._told(gate, *each)
            ]
            found += self._told(gate, changed, row)
        later = verdict(found, [])
        if alone.killed:
            return replace(alone, by_slip=not later.killed or later.by_slip)
        return Verdict(later.killed, alone.noted or later.noted, later.by_slip)

    @staticmethod
    def _citing(read: Unchecked, key: str) -> Iterator[tuple[Table, Row]]:
        """Yield the rows that cite a piece of evidence, with their tables."""
        for table in read.tables.values():
            columns = [one.name for one in table.fields if one.holds == "evidence"]
            for row in table.rows:
                if any(key in row.ids(one) for one in columns):
                    yield table, row

    def _told(self, gate: Gate, table: Table, row: Row) -> list[Problem]:
        fields = told_in(gate.claims, table)
        found = of_row(gate.claims, table, row, fields)
        return [one.problem(row.file, row.line) for one in found]

    def _reread(self, changed: Table, row: Row) -> Unchecked:
        tables, evidence = {**self.read.tables, changed.name: changed}, self.read.evidence
        if changed.name == EVIDENCE.name:
            seed = self.read.seeds[row.text("source")]
            evidence = {**evidence, row.text("id"): resolve(row, seed)}
        roles = playing(tables, FIRST_TIER)
        return replace(self.read, tables=tables, roles=roles, evidence=evidence)


def open_stage(root: Path | None = None) -> Stage:
    """Open the book at or above a folder, its data found sound, and read all that is shared."""
    root = find_root(root)
    book = open_book(root)
    gate = Gate(book)
    stage = Stage(read_unchecked(root), book, Pages(book).texts, gate, Names(book))
    assert not [one for page in stage.pages.items() for one in stage.page(*page) if not noted(one)]
    return stage


def verdict(found: Iterable[Problem], before: Iterable[Problem]) -> Verdict:
    """Return what problems say of a mutant, apart from those that were there before."""
    new = Counter(map(_words, found)) - Counter(map(_words, before))
    refused = [slip for *_, note, slip in new if not note]
    noted_too = any(note for *_, note, _ in new)
    return Verdict(bool(refused), noted_too, bool(refused) and all(refused))


def noted(problem: Problem) -> bool:
    """Tell whether a problem is a note, which fails nothing."""
    return bool(getattr(problem, "note", False))


def _words(problem: Problem) -> tuple[str, str, str, str, bool, bool]:
    return (problem.file, problem.what, problem.found, problem.do, noted(problem), problem.slip)


def _of_row(read: Unchecked, table: Table, row: Row) -> list[Problem]:
    alone = replace(read, tables={table.name: replace(table, rows=(row,))})
    return [one for check in DATA if check.name == "cells" for one in _find(check, alone)]


def _can_see(check: str) -> bool:
    return check not in READ_FROM_FILES


def _find(check: object, read: Unchecked) -> list[Problem]:
    find = getattr(check, "find", None)
    return list(find(read)) if find else []
