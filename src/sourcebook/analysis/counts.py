"""Numbers of the book's own things, counted in its tables: “sources”, “evidence.speaker”, etc."""

from __future__ import annotations

import re

from sourcebook.data.book import Book
from sourcebook.pages.markers import ids
from sourcebook.problems import BookError, Problem

WORDS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
OF = re.compile(r"sources of (?P<ids>[^=]+)")
ROWS = re.compile(
    r"(?P<table>[\w-]+)(?:\.(?P<column>\w+))?(?: where (?P<where>\w+) = (?P<value>.+))?"
)
EXPECTED = (
    "a table (“sources”), a column whose different values are counted (“evidence.speaker”), either "
    "with “where column = value” after it, or “sources of” with ids of evidence"
)


def count(book: Book, asked: str) -> int:
    """Return how many there are of what is asked for; raises :class:`BookError` otherwise."""
    asked = " ".join(asked.split())
    if match := OF.fullmatch(asked):
        return len({book.cite(one).source for one in ids(match["ids"])})
    match = ROWS.fullmatch(asked)
    if not match or match["table"] not in book.tables:
        raise _refuse(asked, "the table is not known" if match else "not in that form")
    table = book.tables[match["table"]]
    for column in filter(None, (match["column"], match["where"])):
        if table.field(column) is None:
            raise _refuse(asked, f"table “{table.name}” has no column “{column}”")
    rows = [
        row
        for row in table.rows
        if not match["where"] or row.text(match["where"]) == match["value"]
    ]
    if match["column"]:
        return len({row.text(match["column"]) for row in rows} - {""})
    return len(rows)


def in_words(number: int, capital: bool = False) -> str:
    """Return a number as a word up to twelve, in digits beyond; with a capital if asked."""
    words = WORDS[number] if number < len(WORDS) else f"{number:,}"
    return words.capitalize() if capital else words


def _refuse(asked: str, found: str) -> BookError:
    return BookError(
        [
            Problem(
                "data/datapackage.json",
                None,
                f"nothing can be counted by “{asked}”",
                found,
                EXPECTED,
                "correct what is to be counted",
            )
        ]
    )
