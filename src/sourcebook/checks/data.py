"""The checks of a book's data, its seeds, evidence and tables, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.analysis.independence import check_origins
from sourcebook.checks.addresses import check_addresses
from sourcebook.checks.aside import check_aside
from sourcebook.checks.cells import check_table
from sourcebook.checks.check import Check, problems
from sourcebook.checks.columns import check_columns
from sourcebook.checks.context import check_context
from sourcebook.checks.kinds import check_kinds
from sourcebook.checks.same_names import check_same_names
from sourcebook.checks.switched import check_switched, left_on
from sourcebook.data.bibliography import check_bibliographies
from sourcebook.data.book import ORIGINALS
from sourcebook.data.contract import (
    ASIDE,
    EVIDENCE,
    FIRST_TIER,
    REFERENCES,
    SOURCES,
    check_contract,
)
from sourcebook.data.references import check_references
from sourcebook.data.safe_paths import strays
from sourcebook.data.state import digest, digest_of_engine
from sourcebook.data.tables import PACKAGE
from sourcebook.data.unchecked import Unchecked
from sourcebook.problems import Problem


def check_data(read: Unchecked) -> list[Problem]:
    """Return what is wrong with the seeds, evidence and tables of a book.

    What is wrong in the cells of a row that breaks its schema follows from that, and is not told.
    """
    found = left_on(problems(DATA, read), read.settings)
    broken = {(one.file, one.line) for one in found if one.check == "schema"}
    return [one for one in found if one.check != "cells" or (one.file, one.line) not in broken]


def _origins(read: Unchecked) -> Iterator[Problem]:
    sources = read.roles.get(SOURCES.name)
    yield from check_origins(sources.by_key if sources else {})


def _originals(read: Unchecked) -> Iterator[Problem]:
    rows = read.roles[SOURCES.name].rows if SOURCES.name in read.roles else ()
    if (read.root / ORIGINALS).is_dir() or any(row.text("original") for row in rows):
        from sourcebook.checks.originals import check_originals  # here, as few books have any

        yield from check_originals(read.root, rows, read.seeds)


def _declarations(read: Unchecked) -> Iterator[Problem]:
    yield from check_kinds(read.tables)
    for table in read.tables.values():
        yield from check_columns(table)


def _aside(read: Unchecked) -> Iterator[Problem]:
    rows = read.roles[ASIDE.name].rows if ASIDE.name in read.roles else ()
    yield from check_aside(rows, read.seeds, read.evidence.values())


def _cells(read: Unchecked) -> Iterator[Problem]:
    """Yield what is wrong in the tables that have neither a misdeclared column nor no evidence."""
    basis = _basis(read)
    for table in read.tables.values() if EVIDENCE.name in read.roles else ():
        if any(check_columns(table)):
            continue
        yield from check_table(table, read.evidence, read.unlocated, read.memory, basis)


def _basis(read: Unchecked) -> str:
    """Return a digest of the engine, the settings and the register, of which are the languages."""
    sources = read.roles[SOURCES.name].rows if SOURCES.name in read.roles else ()
    return digest(digest_of_engine(), repr(read.settings), repr([row.cells for row in sources]))


def _addresses(read: Unchecked) -> Iterator[Problem]:
    publications = read.context.roles.get(REFERENCES.name)
    yield from check_addresses(read.tables)
    yield from check_addresses(
        {name: one for name, one in read.context.tables.items() if one is not publications}
    )


def _second_tier(read: Unchecked) -> Iterator[Problem]:
    yield from read.in_context
    yield from check_context(read.context, read.tables, read.evidence, read.unlocated)


DATA: tuple[Check[Unchecked], ...] = (
    Check(
        "settings",
        "book",
        "The book sets nothing but what there is to set, each in its form.",
        lambda read: [*read.in_settings, *check_switched(read.settings)],
    ),
    Check(
        "schema",
        "book",
        "Each table can be read and keeps to its schema: columns, types, keys, lists of values.",
        lambda read: read.in_tables,
    ),
    Check(
        "files",
        "book",
        "The folders of a book hold plain files of its own, and no link that leads out of it.",
        lambda read: strays(read.root),
    ),
    Check(
        "contract",
        "book",
        "The tables that the engine knows are there, with the columns that it needs.",
        lambda read: check_contract(read.tables, FIRST_TIER, PACKAGE, read.unread),
    ),
    Check(
        "declarations",
        "book",
        "What the package declares of a table names columns and tables that there are.",
        _declarations,
    ),
    Check(
        "names",
        "book",
        "No two speakers and no two sources bear the same name, so that a page means one of them.",
        lambda read: check_same_names(read.roles),
    ),
    Check(
        "cycles",
        "book",
        "Rows that refer to one another never lead back to where they began.",
        lambda read: check_references(read.tables),
    ),
    Check("origins", "book", "No source is its own origin, by way of others or at once.", _origins),
    Check(
        "seeds",
        "book",
        "Each seed is the file that was registered, byte for byte, and each file is registered.",
        lambda read: read.in_seeds,
    ),
    Check(
        "originals",
        "book",
        "The text of a source follows from the original it was extracted from, byte for byte.",
        _originals,
    ),
    Check(
        "quotations",
        "book",
        "Each quotation stands in its source word for word, in one place alone.",
        lambda read: read.in_quotations,
    ),
    Check(
        "aside",
        "book",
        "A paragraph set aside begins as the table says, and nothing of it is quoted.",
        _aside,
    ),
    Check(
        "cells",
        "book",
        "The quotations that a row cites carry each cell, or it says how else it was come by.",
        _cells,
    ),
    Check(
        "addresses", "book", "Each address in a table is one that a page may link to.", _addresses
    ),
    Check(
        "bibliography",
        "book",
        "A bibliography can be read, links to what it may, and lacks nothing that is registered.",
        lambda read: check_bibliographies(read.root, read.roles.get(SOURCES.name)),
    ),
    Check(
        "second-tier",
        "book",
        "Each figure of the second tier has a publication, an address, a date and a grade.",
        _second_tier,
    ),
)
