"""The shape of this book: how long its parts may be, how often it may cite, how it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from statistics import mean

import pytest
from support.shape import BRIEF, FINDINGS, MOST, WORD, chapters, pages

from sourcebook.pages.block import Block
from sourcebook.pages.blocks import blocks
from sourcebook.pages.markers import ids
from sourcebook.text.quotation_marks import without_quotations
from sourcebook.text.sentences import sentences

METHOD = ("docs/method", "docs/codebook", "docs/glossary")
CODE = re.compile(r"^```\{code-cell\}.*?^```$", re.DOTALL | re.MULTILINE)
HEAD = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
ISO = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
PHRASE = re.compile(r"this handbook’s (?:inference|reading|reckoning)", re.IGNORECASE)


def words(name: str) -> int:
    """Return the words of a page that are written by hand: its prose, captions and tables."""
    return sum(len(WORD.findall(block.text)) for block in blocks(pages()[name]))


def length(name: str) -> int:
    """Return what stands between white space on a page, markers too, its code left out."""
    return len(CODE.sub("", HEAD.sub("", pages()[name])).split())


def cited(name: str) -> list[str]:
    marks = (mark for block in blocks(pages()[name]) for mark in block.marks if mark.role == "ev")
    return [one for mark in marks for one in ids(mark.content)]


def lengths(found: Iterable[Block]) -> list[int]:
    """Return the words of each sentence, without what is quoted."""
    plain = (without_quotations(block.text) for block in found)
    counts = [
        len(WORD.findall(text[start:end])) for text in plain for start, end in sentences(text)
    ]
    return [count for count in counts if count]


def test_there_are_no_more_chapters_than_a_reader_keeps_in_mind() -> None:
    assert 0 < len(chapters()) <= MOST["chapters"]
    assert set(chapters()) <= set(pages())


@pytest.mark.parametrize(("name", "limit"), [(BRIEF, "in brief"), (FINDINGS, "of findings")])
def test_the_summaries_are_short(name: str, limit: str) -> None:
    assert words(name) <= MOST[f"words {limit}"]


@pytest.mark.parametrize("name", chapters())
def test_a_chapter_is_short_and_has_its_bottom_line_first(name: str) -> None:
    assert length(name) <= MOST["words of a chapter"]
    title, *rest = (block.text for block in blocks(pages()[name]) if block.text.strip())
    assert title
    assert rest[0].startswith("Bottom line.")


def test_the_parts_together_are_short() -> None:
    assert sum(map(length, chapters())) <= MOST["words of chapters"]
    assert sum(map(length, METHOD)) <= MOST["words on method"]
    assert sum(map(length, pages())) <= MOST["words in all"]


def test_a_statement_is_told_once() -> None:
    every = {name: cited(name) for name in pages()}
    assert sum(map(len, every.values())) <= MOST["citations"]
    places = [(one, name) for name, found in every.items() for one in set(found)]
    quotations = {one for one, _ in places}
    assert quotations
    assert len(places) / len(quotations) <= MOST["pages to a quotation"]


@pytest.mark.parametrize("name", [*chapters(), BRIEF, FINDINGS])
def test_sentences_are_short(name: str) -> None:
    found = lengths(blocks(pages()[name]))
    assert max(found) <= MOST["words of a sentence"]
    assert mean(found) <= MOST["words of a sentence on average"]


@pytest.mark.parametrize("name", [*chapters(), BRIEF, FINDINGS])
def test_an_inference_is_a_sign_and_a_date_stands_in_words(name: str) -> None:
    for block in blocks(pages()[name]):
        assert not PHRASE.search(block.text), block.text
        assert not ISO.search(block.text), block.text


def test_what_is_counted_is_what_a_reader_reads() -> None:
    text = "He said “a long quotation of words” on 4 August. It is 5.1 km, or the CH-92A."
    assert lengths(blocks(text)) == [5, 7]
    assert ISO.search("since 2024-05-11, it is")
    assert PHRASE.search("That is this handbook’s inference.")
