"""What the author of a new book is told of a typical mistake: one cause, one problem, its place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.problems import BookError, Problem, merge
from sourcebook.project.new import STARTER, new

Change = Callable[["Begun"], object]
ROW = "closing-courier,valley-courier,planned closing,2024-03-11,stated,courier-closing"
QUOTED = '"By Mara Lind, 2 March 2024"'
SAID = "The ferry is reported closed in March 2024 {ev}`notes-closing`."


@dataclass(frozen=True)
class Begun:
    """A new book, to make a mistake in."""

    root: Path

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode())

    def append(self, file: str, text: str) -> None:
        with (self.root / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    def add_seed(self, text: bytes) -> None:
        """Put another text into a seed and register its checksum."""
        path = self.root / "seeds/river_notes.txt"
        old = hashlib.sha256(path.read_bytes()).hexdigest()
        path.write_bytes(path.read_bytes() + text)
        self.edit("data/sources.csv", old, hashlib.sha256(path.read_bytes()).hexdigest())

    def told(self) -> list[Problem]:
        """Return what ``sourcebook check`` says of the book."""
        try:
            book = read_book(self.root)
        except BookError as error:
            return [*error.problems]
        return merge([*book.problems, *check_pages(Pages(book))])


def edit(file: str, old: str, new: str) -> Change:
    return lambda book: book.edit(file, old, new)


def append(file: str, text: str) -> Change:
    return lambda book: book.append(file, text)


def says(text: str) -> Change:
    """Return what puts words in place of a sentence of the first page."""
    return edit("docs/index.md", SAID, text)


EVENTS, EVIDENCE, SOURCES = "data/events.csv", "data/evidence.csv", "data/sources.csv"
PACKAGE, FRONT, BIB = "data/datapackage.json", "docs/index.md", "data/references.bib"
SEED = "seeds/river_notes.txt"
FIRST_SOURCE = (STARTER / SOURCES).read_text("utf-8").splitlines()[1]
MISTAKES: dict[str, tuple[Change, str, str, str]] = {
    "a comma too many": (append(EVENTS, f"x{ROW},\n"), f"{EVENTS}:6", "extra-cell", "comma"),
    "a comma within": (
        edit(EVENTS, "planned c", "planned, c"),
        f"{EVENTS}:2",
        "extra-cell",
        "quote",
    ),
    "a comma too few": (edit(EVENTS, ",stated,", ","), f"{EVENTS}:2", "missing-cell", "add"),
    "an empty row": (append(EVENTS, ",,,,,\n"), f"{EVENTS}:6", "blank-row", "delete"),
    "a quotation mark open": (
        edit(EVIDENCE, QUOTED, QUOTED[:-1]),
        f"{EVIDENCE}:3",
        "cannot be read",
        "close",
    ),
    "a quotation mark within": (
        edit(EVIDENCE, QUOTED, '"By "Mara" Lind"'),
        f"{EVIDENCE}:3",
        "cannot be read",
        "close",
    ),
    "a header misspelt": (
        edit(EVIDENCE, "mode", "modus"),
        f"{EVIDENCE}:1",
        "columns are not",
        "correct",
    ),
    "an id twice": (append(EVENTS, f"{ROW}\n"), f"{EVENTS}:6", "primary-key", "another id"),
    "the id of another source": (
        lambda book: book.append(SOURCES, f"{FIRST_SOURCE}\n"),
        f"{SOURCES}:4",
        "primary-key",
        "another id",
    ),
    "an id misspelt in a row": (
        edit(EVENTS, ",courier-closing", ",courier-closng"),
        f"{EVENTS}:2",
        "does not exist",
        "correct the id",
    ),
    "an id misspelt on a page": (
        says("So {ev}`notes-closng`."),
        f"{FRONT}:5",
        "does not exist",
        "“notes-closing”",
    ),
    "a source misspelt": (
        edit(EVENTS, ",valley-courier,", ",valey-courier,"),
        f"{EVENTS}:2",
        "foreign-key",
        "correct the id",
    ),
    "a word not in the list": (
        edit(EVIDENCE, ",paraphrase", ",hearsay"),
        f"{EVIDENCE}:4",
        "constraint",
        "correct",
    ),
    "a table not described": (
        append("data/more.csv", "id\nx\n"),
        "data/more.csv",
        "does not describe it",
        "describe",
    ),
    "a table without its file": (
        edit(PACKAGE, "events.csv", "event.csv"),
        "data/event.csv",
        "cannot be read",
        "put the file",
    ),
    "a byte-order mark": (
        lambda book: (book.root / EVENTS).write_bytes(
            b"\xef\xbb\xbf" + (book.root / EVENTS).read_bytes()
        ),
        f"{EVENTS}:1",
        "cannot be read",
        "not “UTF-8 with BOM”",
    ),
    "a comma too few in the package": (
        edit(PACKAGE, '"new-book",', '"new-book"'),
        f"{PACKAGE}:3",
        "not a valid",
        "mend",
    ),
    "a property misspelt": (
        edit(PACKAGE, '"states": "date"', '"stats": "date"'),
        PACKAGE,
        "says nothing",
        "“states”",
    ),
    "another misspelt": (
        edit(PACKAGE, '"basis": "date_b', '"bases_": "date_b'),
        PACKAGE,
        "says nothing",
        "“basis”",
    ),
    "a word of states": (
        edit(PACKAGE, '"states": "date"', '"states": "dates"'),
        PACKAGE,
        "nothing that can be checked",
        "correct",
    ),
    "a word of holds": (
        edit(PACKAGE, '"holds": "file"', '"holds": "files"'),
        PACKAGE,
        "nothing that is known",
        "“file”",
    ),
    "a column that is not there": (
        edit(PACKAGE, '"evidence": "date_evidence"', '"evidence": "date_evidnce"'),
        PACKAGE,
        "names no column",
        "correct",
    ),
    "no package": (lambda book: (book.root / PACKAGE).unlink(), PACKAGE, "no book here", "go to"),
    "a quotation miscopied": (
        edit(EVIDENCE, "11 March", "12 March"),
        f"{EVIDENCE}:4",
        "does not stand",
        "letter by letter",
    ),
    "a quotation cut in a word": (edit(EVIDENCE, "day.,", "d,"), f"{EVIDENCE}:9", "cut", "whole"),
    "a date that is not stated": (
        edit(EVENTS, "2024-03-11", "2024-03-12"),
        f"{EVENTS}:2",
        "not carried",
        "correct",
    ),
    "a date in another form": (
        edit(EVENTS, "2024-03-11", "11.3.2024"),
        f"{EVENTS}:2",
        "not carried",
        "correct",
    ),
    "a basis misspelt": (
        edit(EVENTS, ",stated,", ",state,"),
        f"{EVENTS}:2",
        "how its value was come by",
        "correct",
    ),
    "a source edited": (append(SEED, "x"), SEED, "not the one that was registered", "restore"),
    "a source lost": (lambda book: (book.root / SEED).unlink(), SEED, "cannot be read", "put"),
    "a source not registered": (
        append("seeds/third.txt", "Third.\n"),
        "seeds/third.txt",
        "not in the register",
        "add a row",
    ),
    "a source not UTF-8": (
        lambda book: book.add_seed(b"ol\xe9\n"),
        f"{SEED}:6",
        "not UTF-8",
        "convert",
    ),
    "no bibliography": (lambda book: (book.root / BIB).unlink(), BIB, "no bibliography", "put"),
    "a bibliography broken": (
        append(BIB, "@misc{x, title={a"),
        f"{BIB}:17",
        "cannot be read",
        "mend",
    ),
    "an entry twice": (
        append(BIB, "@misc{river-notes, title={a}}"),
        f"{BIB}:17",
        "cannot be read",
        "mend",
    ),
    "a setting misspelt": (
        append("sourcebook.toml", "papre = 'a5'\n"),
        "sourcebook.toml:4",
        "no such setting",
        "“paper”",
    ),
    "a number without a marker": (
        says("Some 300 people a day used it."),
        f"{FRONT}:5",
        "does not state",
        "notes-riders",
    ),
    "a number of no source": (
        says("Some 310 people used it {ev}`notes-riders`."),
        f"{FRONT}:5",
        "does not state",
        "no source",
    ),
    "a unit of another kind": (
        says("It costs 40,000 dollars {ev}`courier-cost`."),
        f"{FRONT}:5",
        "does not state",
        "40,000",
    ),
    "a name of no source": (
        says("Closed by Marta {ev}`notes-closing`."),
        f"{FRONT}:5",
        "no seed, table or glossary",
        "did you mean “Mara”?",
    ),
    "words misquoted": (
        says("“Nobody there was told” {ev}`notes-closing`."),
        f"{FRONT}:5",
        "does not state",
        "nobody here was told” (River Notes ¶2)",
    ),
    "a link elsewhere": (says("[Here](javascript:x)."), f"{FRONT}:5", "", ""),
    "a page of another kind": (append("docs/more.rst", "More\n====\n"), "docs/more.rst", "", ""),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_once_with_its_place_and_what_to_do(name: str, tmp_path: Path) -> None:
    make, place, what, do = MISTAKES[name]
    new(tmp_path)
    book = Begun(tmp_path)
    make(book)
    (problem,) = book.told()
    assert problem.place == place
    assert what in problem.what
    assert do in problem.do


def test_there_are_forty_of_them() -> None:
    assert len(MISTAKES) >= 40
