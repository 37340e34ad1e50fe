"""Every check of a book, in one list: the command, the build and the reference are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sourcebook.analysis.independence import check_origins
from sourcebook.checks import pages
from sourcebook.checks.addresses import check_addresses
from sourcebook.checks.aside import check_aside
from sourcebook.checks.cells import check_table
from sourcebook.checks.context import check_context
from sourcebook.checks.kinds import check_asked, check_kinds
from sourcebook.checks.pages import Pages, of_gate
from sourcebook.data.bibliography import check_bibliographies
from sourcebook.data.book import Book
from sourcebook.data.contract import ASIDE, FIRST_TIER, REFERENCES, SOURCES, check_contract
from sourcebook.data.inside import strays
from sourcebook.data.references import check_references
from sourcebook.data.tables import PACKAGE
from sourcebook.data.unchecked import Unchecked
from sourcebook.problems import Problem, Subtype, merge

Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Check(Generic[Subject]):
    """One check: ``says`` is what it asks, in a sentence, and ``find`` yields what is wrong.

    What it finds is a warning of the kind ``subtype`` in a build; ``None`` where Sphinx itself
    stops. A check without ``find`` is done by a build alone.
    """

    name: str
    subtype: Subtype | None
    says: str
    find: Callable[[Subject], Iterable[Problem]] | None = None


def check_data(read: Unchecked) -> list[Problem]:
    """Return what is wrong with the seeds, evidence and tables of a book."""
    return problems(DATA, read)


def check_pages(book: Book) -> list[Problem]:
    """Return what is wrong with the pages and notebooks of a book that are written by hand."""
    return problems(PAGES, Pages(book))


def problems(checks: Iterable[Check[Subject]], subject: Subject) -> list[Problem]:
    """Return what checks find, each problem once, with the name of its check, by file and line."""
    return merge(
        replace(one, check=check.name)
        for check in checks
        if check.find
        for one in check.find(subject)
    )


def _origins(read: Unchecked) -> Iterator[Problem]:
    sources = read.roles.get(SOURCES.name)
    yield from check_origins(sources.by_key if sources else {})


def _declarations(read: Unchecked) -> Iterator[Problem]:
    yield from check_kinds(read.tables)
    for table in read.tables.values():
        yield from check_asked(table)


def _aside(read: Unchecked) -> Iterator[Problem]:
    rows = read.roles[ASIDE.name].rows if ASIDE.name in read.roles else ()
    yield from check_aside(rows, read.seeds, read.evidence.values())


def _cells(read: Unchecked) -> Iterator[Problem]:
    for table in read.tables.values():
        yield from check_table(table, read.evidence, read.unlocated)


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
        lambda read: check_contract(read.tables, FIRST_TIER, PACKAGE),
    ),
    Check(
        "declarations",
        "book",
        "What the package declares of a table names columns and tables that there are.",
        _declarations,
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
        "Each bibliography can be read, and its addresses may be linked to.",
        lambda read: check_bibliographies(read.root),
    ),
    Check(
        "second-tier",
        "book",
        "Each figure of the second tier has a publication, an address, a date and a grade.",
        _second_tier,
    ),
)
PAGES: tuple[Check[Pages], ...] = (
    Check("encoding", None, "Each page is UTF-8 throughout.", pages.check_encoding),
    Check(
        "nesting",
        "nesting",
        "The parts of a page, or of a notebook’s output, do not stand too deep within one another.",
        pages.check_depth,
    ),
    Check(
        "link", "link", "Each address is one that a page may link to.", pages.check_page_addresses
    ),
    Check(
        "evidence",
        "evidence",
        "Each marker, quotation and notebook output names evidence that there is.",
        pages.check_evidence,
    ),
    Check(
        "context",
        "context",
        "A marker of the second tier names a row of it, and stands on a page of that tier.",
        pages.check_second_tier,
    ),
    Check(
        "value",
        "value",
        "A value, an example or a list names a table, row and column that there are.",
        pages.check_values,
    ),
    Check(
        "prose",
        "prose",
        "The evidence cited carries each number, date, designation and quotation beside it.",
        of_gate("prose"),
    ),
    Check(
        "tone",
        "tone",
        "No word claims more than a source that hedges, and no likelihood has a confidence.",
        of_gate("tone"),
    ),
    Check(
        "name",
        "name",
        "Each name is one that a source, a table, the bibliography or a glossary writes.",
        of_gate("name"),
    ),
    Check("count", "count", "What is to be counted stands in the tables.", of_gate("count")),
)
BUILD: tuple[Check[None], ...] = (
    Check("source", "source", "A page names no source that does not exist."),
    Check("object", "object", "A page names no object, and no kind, that does not exist."),
    Check("twice", "twice", "Each source and object is shown on one page, so that links meet it."),
    Check("nowhere", "nowhere", "What a page cites or names is shown on some page."),
    Check("figure", "figure", "A figure has its caption, name, alternative text and data."),
    Check("file", "file", "A page takes in nothing but files of the book."),
    Check("notebook", "notebook", "A notebook can be read, ends, and does not fail."),
    Check("overtaken", "overtaken", "No file changes while the book is built from it."),
    Check("output", "output", "A folder of output holds only what a build put there."),
    Check(
        "reference",
        "reference",
        "The reference has the part that is asked for, and all it lists says what it is.",
    ),
)


def all_checks() -> dict[str, tuple[Check[Unchecked] | Check[Pages] | Check[None], ...]]:
    """Return every check by its stage: of the data, of the pages, of a build alone."""
    return {"Data": DATA, "Pages": PAGES, "Build": BUILD}
