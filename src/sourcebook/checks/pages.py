"""Pages and notebooks as they are written, held against one another and against the book's data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sourcebook.checks.forms import check_taken_in, other_form, taken_in_findings
from sourcebook.checks.prose import Gate, page_findings
from sourcebook.data.book import Book
from sourcebook.data.cells import cell_at
from sourcebook.data.contract import EVIDENCE
from sourcebook.pages import nesting
from sourcebook.pages.blocks import SECOND, VALUE, blocks
from sourcebook.pages.links import check_links
from sourcebook.pages.markers import Mention, mentions
from sourcebook.pages.written import read_written, unread_files, written_files
from sourcebook.problems import BookError, Problem, Subtype, did_you_mean


@dataclass(frozen=True, eq=False)
class Pages:
    """The pages and notebooks of a book that are written by hand, each read once."""

    book: Book

    @cached_property
    def raw(self) -> dict[str, bytes]:
        """Return the bytes of each file, by its path from the book's root."""
        root = self.book.root
        return {one.relative_to(root).as_posix(): one.read_bytes() for one in written_files(root)}

    @cached_property
    def texts(self) -> dict[str, str]:
        """Return the text of each file."""
        return {file: read_written(self.book.root / file) for file in self.raw}

    @cached_property
    def mentions(self) -> list[tuple[str, Mention]]:
        """Return each id that a marker names, with its file."""
        pages = self.texts.items()
        return [(file, one) for file, text in pages for one in mentions(blocks(text))]

    @cached_property
    def findings(self) -> list[tuple[Subtype, Problem]]:
        """Return what the prose gate finds, by its kind."""
        gate, pages = Gate(self.book), self.texts.items()
        return [
            (one.kind, one.problem(file, line))
            for file, text in pages
            for line, one in page_findings(gate, text)
        ] + [
            (one.kind, one.problem(where, line))
            for file, text in pages
            for where, line, one in taken_in_findings(gate, self.book.root, file, text)
        ]


def check_encoding(pages: Pages) -> Iterator[Problem]:
    """Yield each page that is not UTF-8."""
    for file, raw in pages.raw.items():
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
    known = pages.book.rows_of(EVIDENCE).keys()
    for file, one in pages.mentions:
        if one.role != SECOND and one.id not in known:
            hint, expected = did_you_mean(one.id, known), "the id of an evidence record"
            yield _unknown(file, one, "evidence", expected, hint)


def check_second_tier(pages: Pages) -> Iterator[Problem]:
    """Yield each marker of the second tier that names nothing, or stands on a page of the first."""
    known = pages.book.context.entries.keys()
    for file, one in pages.mentions:
        if one.role == SECOND and one.id not in known:
            hint, expected = did_you_mean(one.id, known), "the id of a row of the second tier"
            yield _unknown(file, one, "context", expected, hint)
    yield from of_gate("context")(pages)


def check_values(pages: Pages) -> Iterator[Problem]:
    """Yield each value of a page that names no cell."""
    for file, text in pages.texts.items():
        for block in blocks(text):
            for mark in block.marks:
                if mark.role == VALUE:
                    try:
                        cell_at(pages.book, mark.content)
                    except BookError as error:
                        line, told = block.line_at(mark.at), error.problems[0]
                        yield Problem(file, line, told.what, told.found, told.expected, told.do)


def of_gate(kind: Subtype) -> Callable[[Pages], Iterator[Problem]]:
    """Return the check that yields what the prose gate finds of one kind."""
    return lambda pages: (problem for subtype, problem in pages.findings if subtype == kind)


def _unknown(file: str, one: Mention, what: str, expected: str, hint: str) -> Problem:
    told = f"a marker names {what} that does not exist"
    return Problem(file, one.line, told, f"“{one.id}”", expected, f"correct the id{hint}")
