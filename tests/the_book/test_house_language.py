"""The language of the book: British spelling, plain words, short sentences, one kind of mark."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.books import read_once

from sourcebook.data.book import Book
from sourcebook.data.tables import Table
from sourcebook.pages.blocks import blocks
from sourcebook.pages.written import written_files
from sourcebook.text.quotation_marks import between_marks
from sourcebook.text.sentences import SENTENCE, spans

HERE = Path(__file__).parent
LONGEST = 40
NOT_PROSE = {"id", "name", "short", "variants", "unit"}
WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
STRAIGHT = re.compile(r"(?<=\w)'|'(?=\w)|\"")
TWO_SPACES = re.compile(r"(?<=[^\s|])  +(?=[^\s|])")
FENCED = re.compile(r"^(`{3,}).*?^\1`*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """Words that this book does not use, what it says instead, and why."""

    pattern: re.Pattern[str]
    instead: str
    why: str


@dataclass(frozen=True)
class Prose:
    """A piece of the book's own prose without its quotations, and what is quoted beside it."""

    place: str
    text: str
    beside: str


def read_rules() -> list[Rule]:
    with (HERE / "house_language.csv").open(newline="", encoding="utf-8") as rows:
        return [
            Rule(re.compile(row["pattern"], re.IGNORECASE), row["instead"], row["why"])
            for row in csv.DictReader(rows)
        ]


RULES = read_rules()


@pytest.fixture(scope="module")
def whole() -> Book:
    return read_once(HERE.parents[1])


def on_pages(book: Book) -> Iterator[Prose]:
    """Yield the paragraphs, captions and alternative texts of the pages and notebooks."""
    for path in written_files(book.root):
        for block in blocks(path.read_text("utf-8")):
            ids = [key for mark in block.marks for key in mark.content.replace(",", " ").split()]
            place = f"{path.relative_to(book.root)}:{block.line}"
            yield Prose(place, unquoted(block.text), quotations(book, ids))


def in_tables(book: Book, tables: Iterable[Table]) -> Iterator[Prose]:
    """Yield the cells of tables that are written in the book's own words."""
    for table in tables:
        own = [
            field
            for field in table.fields
            if not (field.states or field.closed) and field.holds in ("", "basis")
        ]
        for row in table.rows:
            ids = [one for field in table.fields for one in row.ids(field.name)]
            for field in own:
                if field.name not in NOT_PROSE and row.text(field.name):
                    place = f"{table.file}:{row.line} ({field.name})"
                    yield Prose(place, unquoted(row.text(field.name)), quotations(book, ids))


def unquoted(text: str) -> str:
    for start, end in reversed(between_marks(text)):
        text = f"{text[:start]}“…”{text[end:]}"
    return text


def quotations(book: Book, ids: list[str]) -> str:
    return " ".join(book.evidence[one].quotation for one in ids if one in book.evidence).casefold()


def faults(prose: Prose) -> Iterator[str]:
    """Yield what is wrong with a piece of prose; a word that is quoted beside it may stand."""
    for rule in RULES:
        for match in rule.pattern.finditer(prose.text):
            if match[0].casefold().removesuffix("ly") not in prose.beside:
                yield f"{prose.place}: “{match[0]}”; write: {rule.instead} ({rule.why})"
    for start, end in spans(prose.text, SENTENCE):
        count = len(WORD.findall(prose.text, start, end))
        if count > LONGEST:
            words = " ".join(prose.text[start:end].split())
            yield f"{prose.place}: a sentence of {count} words; divide it: “{words[:80]}…”"


def found(*pieces: Prose) -> str:
    return "\n".join(fault for one in pieces for fault in faults(one))


def test_the_pages_keep_to_the_house_language(whole: Book) -> None:
    assert found(*on_pages(whole)) == ""


def test_the_tables_keep_to_the_house_language(whole: Book) -> None:
    assert found(*in_tables(whole, whole.tables.values())) == ""


def test_the_pages_have_curly_apostrophes_and_quotation_marks(whole: Book) -> None:
    pages = [one for one in on_pages(whole) if STRAIGHT.search(one.text)]
    assert [(one.place, STRAIGHT.findall(one.text)) for one in pages] == []


def test_the_tables_have_curly_apostrophes_and_quotation_marks(whole: Book) -> None:
    tables = (*whole.tables.values(), *whole.context.tables.values())
    cells = [one for one in in_tables(whole, tables) if STRAIGHT.search(one.text)]
    assert [(one.place, STRAIGHT.findall(one.text)) for one in cells] == []


@pytest.mark.parametrize(
    ("text", "straight"),
    [
        ("the board's own lamp", True),
        ("the keepers' lamp", True),
        ('a lamp of 9" and no more', True),
        ("the board’s own lamp", False),
        ("it has “the board's own lamp”", False),
    ],
)
def test_a_straight_mark_is_found_unless_it_is_quoted(text: str, straight: bool) -> None:
    assert bool(STRAIGHT.search(unquoted(text))) is straight


def test_no_two_spaces_follow_one_another(whole: Book) -> None:
    for path in written_files(whole.root):
        text = FENCED.sub("", path.read_text("utf-8"))
        assert TWO_SPACES.findall(text) == [], path.relative_to(whole.root)
    cells = in_tables(whole, whole.tables.values())
    assert [one.place for one in cells if TWO_SPACES.search(one.text)] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Center for Security", "Center"),
        ("It emphasizes the organization", "emphasizes"),
        ("a missile program", "missile program"),
        ("drones, missiles, etc.", "etc"),
        ("Notably, it was clearly sold", "Notably"),
        ("As we have seen, it was", "As we have seen"),
        ("tires (Linglong)", "tires"),
        ("One source puts the lamp in 2019", "One source puts"),
        ("the lamp was bought, says another", "says another"),
        ("a third gives no year", "a third gives"),
        ("Another author writes it", "Another author writes"),
        (" ".join(["word"] * 41), "a sentence of 41 words"),
    ],
)
def test_a_fault_is_found(text: str, word: str) -> None:
    assert word in found(Prose("page.md:1", text, ""))


@pytest.mark.parametrize(
    "text",
    [
        "The organisation emphasises the size of a prize, and a joint exercise.",
        "Data for programs, and the prizes that it seized.",
        "It rests on one source, and a third of imports has another origin.",
        "It calls this “…” and no more. The " + " ".join(["word"] * 39) + ".",
    ],
)
def test_what_is_in_order_is_left_alone(text: str) -> None:
    assert found(Prose("page.md:1", text, "")) == ""


def test_a_word_that_the_evidence_beside_it_states_may_stand() -> None:
    assert found(Prose("page.md:1", "It clearly objected", "brussels clearly objected")) == ""
    assert found(Prose("page.md:1", "It clearly objected", "clear objections")) == ""
    assert unquoted("It is “a crucial program”.") == "It is “…”."
