"""What tests of exports share: the tiny book and the one that it stands with, and their exports."""

from __future__ import annotations

import pytest
from support.books import BOOKS, read_once

from sourcebook.data.book import Book
from sourcebook.exports import contents


@pytest.fixture(scope="session", params=BOOKS, ids=["tiny", "the book"][: len(BOOKS)])
def exported(request: pytest.FixtureRequest) -> tuple[Book, dict[str, bytes]]:
    """Return a book with its exports."""
    book = read_once(request.param)
    links = {key: f"https://book.example/sources.html#{key}" for key in book.evidence}
    return book, contents(book, links)
