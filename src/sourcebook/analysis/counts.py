"""Numbers of the book's own things, counted in its tables: “sources”, “evidence.speaker”, etc."""

from __future__ import annotations

import re

from sourcebook.data.book import Book
from sourcebook.data.queries import look_up, read_query
from sourcebook.pages.markers import ids

WORDS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
OF = re.compile(r"sources of (?P<ids>[^=]+)")


def count(book: Book, asked: str) -> int:
    """Return how many rows a query names, or how many different values of its column.

    “sources of” with ids of evidence counts the sources that these come from. Raises
    :class:`BookError` for what is in neither form.
    """
    asked = " ".join(asked.split())
    if match := OF.fullmatch(asked):
        return len({book.cite(one).source for one in ids(match["ids"])})
    found = look_up(book.tables, read_query(asked))
    if found.field:
        return len({row.text(found.field.name) for row in found.rows} - {""})
    return len(found.rows)


def in_words(number: int, capital: bool = False) -> str:
    """Return a number as a word up to twelve, in digits beyond; with a capital if asked."""
    words = WORDS[number] if number < len(WORDS) else f"{number:,}"
    return words.capitalize() if capital else words
