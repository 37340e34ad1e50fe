"""What is read at the desk: the sources with what is quoted of them, and rows that are added."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sourcebook.analysis.usage import usage
from sourcebook.data.book import Book, find_root
from sourcebook.data.contract import EVIDENCE, FIRST_TIER, SPEAKERS, check_contract
from sourcebook.data.quotations import NotLocatedError, Selector, locate
from sourcebook.data.tables import PACKAGE
from sourcebook.data.unchecked import read_unchecked
from sourcebook.problems import BookError, refuse
from sourcebook.project.appending import ID, add_rows, lacking
from sourcebook.project.proposing import evidence_row
from sourcebook.project.quoting import MODE, key_for
from sourcebook.text.in_words import MODES

if TYPE_CHECKING:
    from sourcebook.analysis.usage import ParagraphUse
    from sourcebook.data.seeds import Paragraph, Seed
    from sourcebook.data.tables import Table

JUDGED = ("id", "speaker", "mode", "note")


class Desk:
    """The sources of the book at or above ``root``, read anew for each request; one writer."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = find_root(root)
        self._writing = Lock()
        self._evidence(self._book())

    def sources(self) -> list[dict[str, Any]]:
        """Return the id and the name of every source, and how many of its paragraphs are open."""
        book = self._book()
        return [
            {"id": key, "name": row.text("short") or key, **_counted(usage(book, key))}
            for key, row in book.sources.items()
            if key in book.seeds
        ]

    def text(self, source: str) -> dict[str, Any]:
        """Return a source, paragraph by paragraph, and what a row of evidence may say of it."""
        book = self._book()
        seed = self._seed(book, source)
        uses = zip(seed.paragraphs, usage(book, source), strict=True)
        return {
            "id": source,
            "paragraphs": [
                {
                    "locator": seed.locator(one.start, one.end),
                    "state": use.state,
                    "reason": use.reason,
                    "pieces": [*_pieces(one, seed, book)],
                }
                for one, use in uses
            ],
            "speakers": [*book.rows_of(SPEAKERS)],
            "modes": MODES,
            "columns": [one.name for one in self._evidence(book).fields],
        }

    def propose(self, source: str, start: int, end: int) -> dict[str, str]:
        """Return the row of evidence for characters of a source, from whole word to whole word.

        Raises :class:`BookError` where they cannot be quoted so.
        """
        return self._proposed(self._book(), source, start, end)

    def _proposed(self, book: Book, source: str, start: int, end: int) -> dict[str, str]:
        seed, evidence = self._seed(book, source), self._evidence(book)
        span = _whole_words(seed.text, start, end)
        for one in book.evidence.values():
            if (one.source, one.start, one.end) == (source, *span):
                do = "cite it by its id"
                raise refuse(seed.file, "this is quoted already", one.id, "a new passage", do)
        key = key_for(source, seed.words(*span), evidence.by_key)
        try:
            row = evidence_row(seed, span, key)
        except ValueError as error:
            raise _not_quotable(seed, span) from error
        return {**row, "speaker": "", "mode": MODE, "note": ""}

    def add(self, source: str, start: int, end: int, judged: Mapping[str, str]) -> str:
        """Add the row for characters of a source, with what was judged of it; return its id.

        ``judged`` has ``id``, ``speaker``, ``mode`` and ``note``; raises :class:`BookError`, and
        writes nothing, where one of them cannot be.
        """
        with self._writing:
            book = self._book()
            row = self._proposed(book, source, start, end)
            row |= {name: " ".join(judged[name].split()) for name in JUDGED if name in judged}
            evidence = self._evidence(book)
            _check_row(row, evidence, book)
            add_rows(self.root, evidence, [row])
            return row["id"]

    def _book(self) -> Book:
        read = read_unchecked(self.root)
        parts = (read.root, read.seeds, read.evidence, read.tables, tuple(read.in_tables))
        return Book(*parts, read.context, read.settings)

    @staticmethod
    def _evidence(book: Book) -> Table:
        if EVIDENCE.name not in book.roles:
            raise BookError(book.problems or check_contract(book.tables, FIRST_TIER, PACKAGE))
        return book.roles[EVIDENCE.name]

    @staticmethod
    def _seed(book: Book, source: str) -> Seed:
        if source not in book.seeds:
            expected = f"one of {', '.join(book.seeds)}"
            do = "choose another, and see what sourcebook check says of this one"
            raise refuse("seeds", "there is no such source to read", source, expected, do)
        return book.seeds[source]


def _counted(uses: tuple[ParagraphUse, ...]) -> dict[str, int]:
    states = [one.state for one in uses]
    return {state: states.count(state) for state in dict.fromkeys(states)}


def _pieces(paragraph: Paragraph, seed: Seed, book: Book) -> Iterator[dict[str, Any]]:
    """Yield a paragraph in pieces that one sentence, and the same quotations, hold throughout."""
    begin, finish = paragraph.start, paragraph.end
    quoted = [
        one
        for one in book.evidence.values()
        if one.source == seed.source and one.start < finish and one.end > begin
    ]
    spans = [*paragraph.sentences()]
    ends = {begin, finish, *(at for span in spans for at in span)}
    ends |= {at for one in quoted for at in (one.start, one.end) if begin < at < finish}
    cuts = sorted(ends)
    for start, end in itertools.pairwise(cuts):
        sentence = next((at for at, span in enumerate(spans) if span[0] <= start < span[1]), None)
        ids = [one.id for one in quoted if one.start <= start and end <= one.end]
        yield {"start": start, "text": seed.text[start:end], "sentence": sentence, "ids": ids}


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without white space at its ends and without parts of words."""
    start, end = max(0, min(start, end)), min(len(text), max(start, end))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _not_quotable(seed: Seed, span: tuple[int, int]) -> BookError:
    """Return why characters cannot be quoted: what looking for them says of them."""
    words = seed.words(*span)
    try:
        locate(Selector(words), seed)
    except NotLocatedError as error:
        fault = error.fault
        return refuse(seed.file, fault.what, fault.found, fault.expected, fault.do)
    what, expected = "nothing tells this from its other places", "words of its own"
    return refuse(seed.file, what, f"“{words}”", expected, "select more words")


def _check_row(row: Mapping[str, str], evidence: Table, book: Book) -> None:
    """Refuse an id, a speaker, a mode or a remark that the table of evidence cannot have."""
    speakers = book.rows_of(SPEAKERS)
    allowed = {
        "id": (
            ID.fullmatch(row["id"]) and row["id"] not in evidence.by_key,
            "a new id such as a-b",
        ),
        "speaker": (row["speaker"] in ("", *speakers), f"one of {', '.join(speakers)}, or none"),
        "mode": (row["mode"] in MODES, f"one of {', '.join(MODES)}"),
    }
    for name, (held, expected) in allowed.items():
        if not held:
            do = f"correct the {name}"
            raise refuse(evidence.file, f"the {name} cannot be", row[name], expected, do)
    if name := lacking(row, evidence):
        do = f"add the column {name} to the table and its description, or leave it empty"
        what = f"the table has no column {name}"
        raise refuse(evidence.file, what, row[name], "a column for it", do)
