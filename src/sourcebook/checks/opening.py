"""Opening a book: everything read, and everything that is wrong with it listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.analysis.independence import check_origins
from sourcebook.checks.addresses import check_addresses
from sourcebook.checks.aside import check_aside
from sourcebook.checks.cells import check_table
from sourcebook.checks.context import check_context
from sourcebook.checks.kinds import check_asked, check_kinds
from sourcebook.data.bibliography import check_bibliographies
from sourcebook.data.book import SEEDS, Book, find_root
from sourcebook.data.context import read_context
from sourcebook.data.contract import (
    ASIDE,
    EVIDENCE,
    FIRST_TIER,
    REFERENCES,
    SOURCES,
    check_contract,
    playing,
)
from sourcebook.data.evidence import resolve_all
from sourcebook.data.inside import fault, strays
from sourcebook.data.references import check_references
from sourcebook.data.seeds import Seed, read_seed
from sourcebook.data.tables import PACKAGE, read_tables
from sourcebook.problems import BookError, Problem, merge

if TYPE_CHECKING:
    from pathlib import Path

    from sourcebook.data.tables import Row, Table


def read_book(root: Path | None = None) -> Book:
    """Read the seeds, evidence and tables of the book at or above ``root`` (default: here).

    What is wrong with them is listed in ``Book.problems``; raises :class:`BookError` only where
    there is no book, or no readable description of its tables.
    """
    root = find_root(root)
    tables, problems = read_tables(root)
    problems += [*strays(root), *check_contract(tables, FIRST_TIER, PACKAGE)]
    roles = playing(tables, FIRST_TIER)
    sources = roles.get(SOURCES.name)
    problems += check_origins(sources.by_key if sources else {})
    problems += [*check_kinds(tables), *check_references(tables)]
    seeds, seed_problems = _read_seeds(root, sources)
    rows = roles[EVIDENCE.name].rows if EVIDENCE.name in roles else ()
    evidence, evidence_problems = resolve_all(rows, seeds)
    problems += seed_problems + evidence_problems
    if ASIDE.name in roles:
        problems += check_aside(roles[ASIDE.name].rows, seeds, evidence.values())
    unlocated = {row.text("id") for row in rows} - evidence.keys()
    for table in tables.values():
        problems += check_asked(table)
        problems += check_table(table, evidence, unlocated)
    problems += [*check_addresses(tables), *check_bibliographies(root)]
    context, context_problems = read_context(root)
    publications = context.roles.get(REFERENCES.name)
    further = {name: one for name, one in context.tables.items() if one is not publications}
    problems += [*context_problems, *check_addresses(further)]
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
