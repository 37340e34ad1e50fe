"""The codebook of this book: each of its codes is in the tables, each code there has an example."""

from __future__ import annotations

import re

from sourcebook.checks.opening import read_book
from sourcebook.data.book import Book
from sourcebook.data.queries import read_query
from sourcebook.show.examples import CREDIBILITY, example

ROOT_ROLES = re.compile(r"\{example\}`([^`]+)`")


def test_every_code_of_the_codebook_is_in_the_tables_and_every_code_there_has_its_example() -> None:
    book: Book = read_book(None)
    text = (book.root / "docs/codebook.md").read_text("utf-8")
    asked = ROOT_ROLES.findall(text)
    assert asked
    for one in asked:
        example(book, one)
    explained: dict[tuple[str, str], set[str]] = {}
    for query in map(read_query, asked):
        explained.setdefault((query.table, query.where), set()).add(query.value)
    for table, column in explained.keys() - {CREDIBILITY, ("systems", "relation")}:
        field = book.tables[table].field(column)
        assert field
        assert explained[table, column] == set(field.allowed), f"{table}.{column}"
