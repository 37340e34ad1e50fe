"""The book's second tier, whatever its topic: none of it stands in the first, all is graded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.books import read_once

from sourcebook.data.book import Book, find_root
from sourcebook.data.context import TIER
from sourcebook.exports import contents
from sourcebook.pages.front_matter import read_page
from sourcebook.pages.written import written_files

ROOT = find_root(Path(__file__).parents[2])
REACHING = re.compile(
    r"\{context|book_views\.(panels|rings)|\.context\b|data/context|\bcontext=True|figures\.ranges"
)


@pytest.fixture(scope="module")
def book() -> Book:
    return read_once(ROOT)


def test_no_table_of_the_first_tier_holds_an_id_an_address_or_a_text_of_the_second(
    book: Book,
) -> None:
    words = set(book.context.entries) | {one.url for one in book.context.references.values()}
    words |= {one.quotation for one in book.context.entries.values()}
    for table in book.tables.values():
        assert not Path(table.file).is_relative_to("data/context")
        cells = {text for row in table.rows for text in row.cells.values()}
        assert not {part for text in cells for part in text.split()} & words
    assert not set(book.tables) & set(book.context.tables) - {"systems"}


def test_no_export_holds_an_id_or_an_address_of_the_second_tier(book: Book) -> None:
    words = {one.url for one in book.context.references.values()} | set(book.context.entries)
    for name, data in contents(book).items():
        assert not [one for one in words if one.encode() in data], name


def test_only_its_own_pages_reach_for_it() -> None:
    pages = {path: path.read_text("utf-8") for path in written_files(ROOT)}
    of_it = {path for path, text in pages.items() if read_page(text).tier == TIER}
    assert len(of_it) > 1
    examples = ROOT / "docs/reference"
    for path in pages.keys() - of_it - {*examples.glob("*.md")}:
        assert not REACHING.search(pages[path]), path


def test_every_entry_has_an_address_a_date_and_a_grade_and_every_publication_is_used(
    book: Book,
) -> None:
    grades = ("A", "A-", "B", "C+", "C")
    for one in book.context.entries.values():
        assert one.reference.url.startswith("http")
        assert one.reference.date
        assert one.grade in grades
    assert {one.reference.grade for one in book.context.entries.values()} <= set(grades)
    cited = {one.reference.id for one in book.context.entries.values()}
    assert book.context.references.keys() <= cited
