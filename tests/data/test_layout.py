"""How a text stands in its file: paragraphs over several lines, divided words, pages."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from sourcebook.data.layout import BLANK, LINES, is_wrapped, levelled
from sourcebook.data.quotations import Selector, locate
from sourcebook.data.seeds import Seed, read_seed

if TYPE_CHECKING:
    from pathlib import Path

WRAPPED = (
    "The Skerry light\n\nThe tower is forty-\nseven metres high, and the keep-\ners of the lamp\n"
    "live   in it. A long-\nrange lamp\ncame in 1901; a long-range lamp is dear.\n \n"
    "  The HQ-\n  22 lamp.\n"
)


def seed(text: str, form: str = BLANK, root: Path | None = None) -> Seed:
    assert root is not None
    (root / "a.txt").write_bytes(text.encode())
    return read_seed(root, "a.txt", "a", hashlib.sha256(text.encode()).hexdigest(), form)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_part_the_paragraphs_of_a_wrapped_text(end: str, tmp_path: Path) -> None:
    read = seed(WRAPPED.replace("\n", end), root=tmp_path)
    assert [one.text.split()[0] for one in read.paragraphs] == ["The", "The", "The"]
    assert len(read.text) == len(read.written)


def test_a_text_of_lines_stays_as_it_is() -> None:
    assert levelled(WRAPPED, LINES) == WRAPPED


@pytest.mark.parametrize(
    "words",
    [
        "the keepers of the lamp live in it",
        "the keep-\ners of the lamp\nlive in it.",
        "A long-range lamp came in 1901",
        "The tower is forty-seven metres high",
        "The HQ-22 lamp",
    ],
)
def test_words_are_found_across_the_ends_of_lines(words: str, tmp_path: Path) -> None:
    read = seed(WRAPPED, root=tmp_path)
    start, end = locate(Selector(words), read)
    assert read.written[start:end].split()[0] == words.split()[0]


@pytest.mark.parametrize("words", ["A longrange lamp came", "The HQ22 lamp was"])
def test_a_hyphen_that_the_text_has_elsewhere_is_no_division(words: str, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="stand"):
        locate(Selector(words), seed(WRAPPED, root=tmp_path))


def test_a_place_is_on_the_line_of_the_file(tmp_path: Path) -> None:
    read = seed(WRAPPED, root=tmp_path)
    assert read.line(read.text.index("1901")) == 8
    assert read.locator(read.text.index("1901"), read.text.index("1901") + 4) == "¶2"


def test_form_feeds_part_pages_and_no_paragraphs(tmp_path: Path) -> None:
    read = seed("One.\nIt goes\fon here.\n\fLast.\n", LINES, root=tmp_path)
    assert [one.text for one in read.paragraphs] == ["One.", "It goes on here.", " Last."]
    start, end = locate(Selector("It goes on here."), read)
    assert read.locator(start, end) == "pp. 1–2"
    assert read.locator(start, start + 2) == "p. 1"
    assert read.locator(end - 2, end) == "p. 2"
    assert read.line(end - 2) == 2


def test_pages_are_counted_from_the_first_number() -> None:
    assert Seed("a", "a", "One.\n Two.", "One.\n\fTwo.", (5,), 45).locator(6, 8) == "p. 46"


def test_the_words_of_a_place_stand_on_one_line(tmp_path: Path) -> None:
    read = seed(WRAPPED, root=tmp_path)
    span = locate(Selector("the keepers of the lamp live in it."), read)
    assert read.words(*span) == "the keepers of the lamp live in it."


@pytest.mark.parametrize(
    ("text", "wrapped"),
    [
        (WRAPPED, True),
        ("One paragraph.\n\nAnother one.\n\nA third.\n", False),
        ("A title\nBy somebody\n\nA paragraph.\nAnother.\nA third.\nA fourth.\n", False),
        ("no blank line\nin this\ntext at all\n", False),
        (f"{'long ' * 40}\nand on\nand on\nand on\n\nEnd.\n", False),
        ("", False),
    ],
)
def test_a_text_wrapped_into_lines_is_recognised(text: str, wrapped: bool) -> None:
    assert is_wrapped(text) is wrapped
