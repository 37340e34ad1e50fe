"""The books that tests read, and the schemas that what is made of them keeps to."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from sourcebook.checks.opening import read_book
from sourcebook.data.book import Book
from sourcebook.data.tables import PACKAGE

TESTS = Path(__file__).parents[1]
TINY_BOOK = TESTS / "book"
HERE = TESTS.parent
BOOKS = [TINY_BOOK, *([HERE] if (HERE / PACKAGE).is_file() else ())]


@cache
def read_once(root: Path) -> Book:
    """Return a book that tests only look at, read once for all of them."""
    return read_book(root)


def schema(name: str) -> Any:
    """Return a schema by its name."""
    return json.loads((TESTS / f"schemas/{name}.json").read_text("utf-8"))
