"""A book: its root folder, its seeds, its evidence and its tables, opened and checked together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.analysis.origins import check_origins
from sourcebook.checks import aside
from sourcebook.checks.cells import check_table
from sourcebook.checks.context import check_context
from sourcebook.checks.kinds import check_asked, check_kinds
from sourcebook.data.bibliography import check_bibliographies
from sourcebook.data.context import REFERENCES, Context, read_context
from sourcebook.data.evidence import Evidence, resolve_all
from sourcebook.data.inside import fault, strays
from sourcebook.data.references import check_references
from sourcebook.data.seeds import Seed, read_seed
from sourcebook.data.tables import PACKAGE, Row, Table, read_tables
from sourcebook.pages.links import check_cells
from sourcebook.pages.written import check_written, read_written, written_files
from sourcebook.problems import BookError, Problem, did_you_mean, merge
from sourcebook.text.carried import MARKER, SECOND_MARKER, mentions

if TYPE_CHECKING:
    import pandas as pd

SEEDS = "seeds"
REGISTERS = ("sources", "evidence")


@dataclass(frozen=True, eq=False)
class Book:
    """A book as read. ``evidence`` is in reading order; ``problems`` is empty for a sound book.

    ``context`` is the second tier; nothing of it stands in the other fields.
    """

    root: Path
    seeds: dict[str, Seed]
    evidence: dict[str, Evidence]
    tables: dict[str, Table]
    problems: tuple[Problem, ...]
    context: Context = field(default_factory=Context)

    @cached_property
    def sources(self) -> Mapping[str, Row]:
        """Return the rows of the register of sources by id, in its order."""
        return self.rows("sources")

    @cached_property
    def package(self) -> dict[str, Any]:
        """Return the description of the tables as its file states it."""
        described: dict[str, Any] = json.loads((self.root / PACKAGE).read_text("utf-8"))
        return described

    def table(self, name: str) -> pd.DataFrame:
        """Return a table as a typed DataFrame; raises :class:`BookError` if there is none."""
        return self._table(name).frame()

    def rows(self, name: str) -> Mapping[str, Row]:
        """Return the rows of a table by their id; raises :class:`BookError` if there is none."""
        return self._table(name).by_key

    def row(self, table: str, key: str) -> Row:
        """Return the row of a table with that id; raises :class:`BookError` if there is none."""
        rows = self._table(table).by_key
        if key not in rows:
            raise _unknown(f"the id “{key}” in table “{table}”", key, rows, self.tables[table].file)
        return rows[key]

    def cite(self, key: str) -> Evidence:
        """Return the evidence with that id; raises :class:`BookError` if there is none."""
        if key not in self.evidence:
            raise _unknown("the evidence", key, self.evidence, "data/evidence.csv")
        return self.evidence[key]

    def label(self, evidence: Evidence) -> str:
        """Return the short name of an evidence's source with the locator of its quotation."""
        return f"{self.sources[evidence.source].text('short')} {evidence.locator}"

    def _table(self, name: str) -> Table:
        if name not in self.tables:
            raise _unknown("the table", name, self.tables, PACKAGE)
        return self.tables[name]


def find_root(start: Path | None = None) -> Path:
    """Return the nearest folder at or above ``start`` that holds a book.

    Without ``start`` that is the folder one stands in and, failing that, the checkout from which
    the engine was installed, so that a notebook finds its book wherever it runs. A book is known
    by its ``data/datapackage.json``. Raises :class:`BookError` if there is none.
    """
    here = (start or Path.cwd()).resolve()
    checkout = () if start else Path(__file__).resolve().parents
    for folder in (here, *here.parents, *checkout):
        if (folder / PACKAGE).is_file():
            return folder
    raise BookError(
        [
            Problem(
                PACKAGE,
                None,
                "no book here",
                f"no {PACKAGE} in {here.name or here} or above it",
                f"a folder with {PACKAGE}, or a folder inside it",
                "go to the book's folder, or name it",
            )
        ]
    )


def read_book(root: Path | None = None) -> Book:
    """Read the seeds, evidence and tables of the book at or above ``root`` (default: here).

    What is wrong with them is listed in ``Book.problems``; raises :class:`BookError` only where
    there is no book, or no readable description of its tables.
    """
    root = find_root(root)
    tables, problems = read_tables(root)
    problems += [*strays(root), *_missing_registers(tables)]
    if "sources" in tables:
        rows_by_id = {row.text("id"): row for row in tables["sources"].rows}
        problems += check_origins(rows_by_id)
    problems += [*check_kinds(tables), *check_references(tables)]
    seeds, seed_problems = _read_seeds(root, tables.get("sources"))
    rows = tables["evidence"].rows if "evidence" in tables else ()
    evidence, evidence_problems = resolve_all(rows, seeds)
    problems += seed_problems + evidence_problems
    if aside.NAME in tables:
        problems += aside.check_aside(tables[aside.NAME].rows, seeds, evidence.values())
    unlocated = {row.text("id") for row in rows} - evidence.keys()
    for table in tables.values():
        problems += check_asked(table)
        problems += check_table(table, evidence, unlocated)
    problems += [*check_cells(tables), *check_bibliographies(root)]
    context, context_problems = read_context(root)
    further = {name: table for name, table in context.tables.items() if name != REFERENCES}
    problems += [*context_problems, *check_cells(further)]
    problems += check_context(context, tables, evidence, unlocated)
    return Book(root, seeds, evidence, tables, tuple(merge(problems)), context)


def open_book(root: Path | None = None) -> Book:
    """Return the book at or above ``root`` (default: here), its data found sound.

    Raises :class:`BookError` with every problem otherwise.
    """
    book = read_book(root)
    if book.problems:
        raise BookError(book.problems)
    return book


def check_pages(book: Book) -> list[Problem]:
    """Return what is wrong between the pages and notebooks written by hand and the book's data."""
    rows = book.tables["evidence"].rows if "evidence" in book.tables else ()
    tiers = (
        (MARKER, {row.text("id") for row in rows}, "evidence", "an evidence record"),
        (SECOND_MARKER, book.context.entries.keys(), "context", "a row of the second tier"),
    )
    return [
        *check_written(book.root),
        *(
            Problem(
                path.relative_to(book.root).as_posix(),
                mention.line,
                f"a marker names {what} that does not exist",
                f"“{mention.id}”",
                f"the id of {expected}",
                f"correct the id{did_you_mean(mention.id, known)}",
            )
            for path in written_files(book.root)
            for marker, known, what, expected in tiers
            for mention in mentions(read_written(path), marker)
            if mention.id not in known
        ),
    ]


def _read_seeds(root: Path, sources: Table | None) -> tuple[dict[str, Seed], list[Problem]]:
    seeds: dict[str, Seed] = {}
    problems: list[Problem] = []
    for row in sources.rows if sources else ():
        source, file = row.text("id"), row.text("file")
        if reason := fault(root, SEEDS, file):
            problems.append(_no_seed(row, source, reason))
            continue
        try:
            seeds[source] = read_seed(root, file, source, row.text("sha256"))
        except BookError as error:
            problems += error.problems
    return seeds, problems + _unregistered(root, sources)


def _no_seed(row: Row, source: str, reason: str) -> Problem:
    return Problem(
        row.file,
        row.line,
        f"the file of source “{source}” is none of the book's seeds",
        f"{row.text('file')!r}: {reason}",
        f"a plain file inside {SEEDS}/, such as {SEEDS}/{source}.txt",
        f"put a copy of the file into {SEEDS}/ and name that",
    )


def _unregistered(root: Path, sources: Table | None) -> list[Problem]:
    registered = {row.text("file") for row in sources.rows} if sources else set()
    return [
        Problem(
            f"{SEEDS}/{path.name}",
            None,
            "the file is not in the register of sources",
            path.name,
            "every seed registered",
            "add a row to data/sources.csv, or take the file away",
        )
        for path in sorted((root / SEEDS).glob("*.txt"))
        if f"{SEEDS}/{path.name}" not in registered
    ]


def _missing_registers(tables: dict[str, Table]) -> list[Problem]:
    return [
        Problem(
            PACKAGE,
            None,
            f"the book has no readable table “{name}”",
            ", ".join(tables) or "no table",
            f"the tables {' and '.join(REGISTERS)}",
            "describe the table in the package and put its file there",
        )
        for name in REGISTERS
        if name not in tables
    ]


def _unknown(what: str, key: str, known: Iterable[str], file: str) -> BookError:
    return BookError(
        [
            Problem(
                file,
                None,
                f"{what} is not known",
                f"“{key}”",
                "an id that the file holds",
                f"correct the id{did_you_mean(key, known)}",
            )
        ]
    )
