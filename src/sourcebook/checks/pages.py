"""The checks of pages and notebooks as they are written, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

from sourcebook.checks.alike import alike
from sourcebook.checks.called import SOURCE
from sourcebook.checks.check import Check, problems
from sourcebook.checks.forms import check_taken_in, other_form, taken_in_findings
from sourcebook.checks.prose import Gate, page_findings
from sourcebook.checks.rows import of_rows, taken, told_in
from sourcebook.checks.switched import left_on
from sourcebook.data.book import Book
from sourcebook.data.cells import cell_at
from sourcebook.data.contract import EVIDENCE, SOURCES
from sourcebook.data.objects import kinds
from sourcebook.data.remembered import Memory, Told
from sourcebook.data.tables import Row, Table
from sourcebook.pages import nesting
from sourcebook.pages.block import SECOND, VALUE
from sourcebook.pages.blocks import blocks
from sourcebook.pages.links import check_links
from sourcebook.pages.markers import Named, named
from sourcebook.pages.taken_in import sources_shown
from sourcebook.pages.written import read_written, unread_files, written_files
from sourcebook.problems import BookError, Problem, Subtype, did_you_mean

REPLACED = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, eq=False)
class Pages:
    """The pages and notebooks of a book that are written by hand, each read once.

    What was found in one before is not looked for again if there is a ``memory`` of it.
    """

    book: Book
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def texts(self) -> dict[str, str]:
        """Return the text of each file, by its path from the book's root."""
        root = self.book.root
        return {one.relative_to(root).as_posix(): read_written(one) for one in written_files(root)}

    @cached_property
    def named(self) -> list[tuple[str, Named]]:
        """Return each id that a marker names, with its file."""
        pages = self.texts.items()
        return [(file, one) for file, text in pages for one in named(blocks(text))]

    @cached_property
    def gate(self) -> Gate:
        """Return what the prose is held against."""
        return Gate(self.book)

    @cached_property
    def findings(self) -> list[tuple[Subtype, Problem]]:
        """Return what the prose gate finds, by its kind."""
        gate, pages = self.gate, [*self.texts.items()]
        in_pages = self.memory.recall(
            self._of_pages, pages, lambda page: (self._alike, gate.taken(blocks(page[1])))
        )
        taken_in = [
            (one.kind, one.problem(where, line))
            for file, text in pages
            for where, line, one in taken_in_findings(gate, self.book.root, file, text)
        ]
        return in_pages + taken_in + self.of_tables

    @cached_property
    def of_tables(self) -> Told:
        """Return what is wrong in the words of the book's tables, by its kind."""
        return [one for table in self.book.tables.values() for one in self._of_table(table)]

    def _of_table(self, table: Table) -> Told:
        claims = self.gate.claims
        return self.memory.recall(
            partial(self._of_rows, table),
            table.rows if told_in(claims, table) else (),
            lambda row: (self._alike, taken(claims, table, row)),
        )

    @cached_property
    def _alike(self) -> str:
        return alike(self.gate, self.memory.files)

    def _of_pages(self, pages: Sequence[tuple[str, str]]) -> Iterator[Told]:
        for file, text in pages:
            found = page_findings(self.gate, text)
            yield [(one.kind, one.problem(file, line)) for line, one in found]

    def _of_rows(self, table: Table, rows: Sequence[Row]) -> Iterator[Told]:
        for row, found in zip(rows, of_rows(self.gate.claims, table, rows), strict=True):
            yield [(one.kind, one.problem(row.file, row.line)) for one in found]


def check_pages(pages: Pages) -> list[Problem]:
    """Return what is wrong with the pages and notebooks of a book that are written by hand.

    Without a table of evidence there is nothing to hold them against, and none of it is told.
    """
    found = problems(PAGES, pages) if EVIDENCE.name in pages.book.roles else []
    return left_on(found, pages.book.settings)


def check_encoding(pages: Pages) -> Iterator[Problem]:
    """Yield each page that is not UTF-8: where a character was replaced, its bytes tell."""
    for file in (file for file, text in pages.texts.items() if REPLACED in text):
        raw = (pages.book.root / file).read_bytes()
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError as error:
            found = f"byte 0x{raw[error.start]:02x} at {error.start}"
            at = raw.count(b"\n", 0, error.start) + 1
            what, do = "the page is not UTF-8", "save the file as UTF-8"
            yield Problem(file, at, what, found, "UTF-8 throughout", do)


def check_forms(pages: Pages) -> Iterator[Problem]:
    """Yield each page, and each part of one, that is written in a form that is not read."""
    root = pages.book.root
    yield from (other_form(path.relative_to(root).as_posix()) for path in unread_files(root))
    for file, text in pages.texts.items():
        yield from check_taken_in(root, file, text)


def check_depth(pages: Pages) -> Iterator[Problem]:
    """Yield each page whose parts stand too deep within one another."""
    for file, text in pages.texts.items():
        if line := nesting.too_deep(text):
            yield nesting.problem(file, line)


def check_page_addresses(pages: Pages) -> Iterator[Problem]:
    """Yield each address that a page may not link to."""
    for file, text in pages.texts.items():
        yield from check_links(file, text)


def check_evidence(pages: Pages) -> Iterator[Problem]:
    """Yield each marker that names evidence that there is not."""
    found = (each for each in pages.named if each[1].role != SECOND)
    yield from _unknown(found, pages.book.rows_of(EVIDENCE), "evidence", "an evidence record")


def check_sources(pages: Pages) -> Iterator[Problem]:
    """Yield each fence, and each role, that names a source that there is not."""
    known = pages.book.rows_of(SOURCES)
    for file, text in pages.texts.items():
        named = [
            *sources_shown(text),
            *((key, line) for kind, key, line in _roles(text) if kind == SOURCE),
        ]
        yield from (
            _no_row(file, line, SOURCE, key, known) for key, line in named if key not in known
        )


def check_objects(pages: Pages) -> Iterator[Problem]:
    """Yield each role that names an object that there is not."""
    tables = kinds(pages.book)
    for file, text in pages.texts.items():
        for kind, key, line in _roles(text):
            if kind in tables and key not in tables[kind].by_key:
                yield _no_row(file, line, kind, key, tables[kind].by_key)


def _roles(text: str) -> Iterator[tuple[str, str, int]]:
    for block in blocks(text):
        yield from ((one.role, one.content, block.line_at(one.at)) for one in block.roles)


def _no_row(file: str, line: int, kind: str, key: str, known: Mapping[str, object]) -> Problem:
    what, do = f"the page names a {kind} that does not exist", "correct the id"
    do += did_you_mean(key, known) or ", or take it out"
    return Problem(file, line, what, f"“{key}”", f"the id of a {kind} in the tables", do)


def check_second_tier(pages: Pages) -> Iterator[Problem]:
    """Yield each marker of the second tier that names nothing, or stands on a page of the first."""
    found = (each for each in pages.named if each[1].role == SECOND)
    yield from _unknown(found, pages.book.context.entries, "context", "a row of the second tier")
    yield from of_gate("context")(pages)


def check_values(pages: Pages) -> Iterator[Problem]:
    """Yield each value of a page that names no cell."""
    for file, text in pages.texts.items():
        for block in blocks(text):
            for mark in (one for one in block.marks if one.role == VALUE):
                try:
                    cell_at(pages.book, mark.content)
                except BookError as error:
                    yield replace(error.problems[0], file=file, line=block.line_at(mark.at))


def of_gate(kind: Subtype) -> Callable[[Pages], Iterator[Problem]]:
    """Return the check that yields what the prose gate finds of one kind."""
    return lambda pages: (problem for subtype, problem in pages.findings if subtype == kind)


def _unknown(
    found: Iterable[tuple[str, Named]], known: Mapping[str, object], what: str, expected: str
) -> Iterator[Problem]:
    for file, one in found:
        if one.id not in known:
            told, wanted = f"a marker names {what} that does not exist", f"the id of {expected}"
            do = f"correct the id{did_you_mean(one.id, known)}"
            yield Problem(file, one.line, told, f"“{one.id}”", wanted, do)


PAGES: tuple[Check[Pages], ...] = (
    Check("encoding", None, "Each page is UTF-8 throughout.", check_encoding),
    Check(
        "form",
        "form",
        "Each page is written in MyST, and the files whose words it shows can be read.",
        check_forms,
    ),
    Check(
        "nesting",
        "nesting",
        "The parts of a page, or of a notebook’s output, do not stand too deep within one another.",
        check_depth,
    ),
    Check("link", "link", "Each address is one that a page may link to.", check_page_addresses),
    Check(
        "evidence",
        "evidence",
        "Each marker, quotation and notebook output names evidence that there is.",
        check_evidence,
    ),
    Check("source", "source", "A page names no source that does not exist.", check_sources),
    Check("object", "object", "A page names no object that does not exist.", check_objects),
    Check(
        "context",
        "context",
        "A marker of the second tier names a row of it, and stands on a page of that tier.",
        check_second_tier,
    ),
    Check(
        "value",
        "value",
        "A value, an example or a list names a table, row and column that there are.",
        check_values,
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
    Check(
        "named",
        "named",
        "The evidence cited gives each name beside it: by its words, its speaker or its source.",
        of_gate("named"),
    ),
    Check(
        "speaker",
        "speaker",
        "Who is said to say something does so in the evidence cited.",
        of_gate("speaker"),
    ),
    Check(
        "negation",
        "negation",
        "What is denied is denied by the evidence cited, and what it denies is not stated.",
        of_gate("negation"),
    ),
    Check(
        "strength",
        "strength",
        "No word says more than the evidence cited: done for planned, proved for said.",
        of_gate("strength"),
    ),
    Check(
        "answer",
        "answer",
        "Each answer to a note gives a reason, and stands where there is a note.",
        of_gate("answer"),
    ),
    Check("count", "count", "What is to be counted stands in the tables.", of_gate("count")),
)
