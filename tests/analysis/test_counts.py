"""What is counted in the tables, and how a count is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.analysis.counts import count, in_words
from sourcebook.checks.opening import read_book
from sourcebook.checks.prose import Gate
from sourcebook.problems import BookError

BOOK = Path(__file__).parents[1] / "book"


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(read_book(BOOK))


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("sources", 2),
        ("orders.buyer", 1),
        ("orders where ordered = 3", 1),
        ("evidence.source where mode = report", 1),
        ("sources of times-order, gazette-price", 2),
    ],
)
def test_the_books_own_things_are_counted_in_its_tables(
    gate: Gate, asked: str, number: int
) -> None:
    assert count(gate.book, asked) == number


@pytest.mark.parametrize(
    "asked", ["", "sauces", "orders.price where x = 1", "sources of nothing", "orders.x", "a b c"]
)
def test_what_cannot_be_counted_is_refused(gate: Gate, asked: str) -> None:
    with pytest.raises(BookError):
        count(gate.book, asked)


def test_numbers_are_words_up_to_twelve() -> None:
    assert [in_words(2), in_words(12, True), in_words(13), in_words(1200)] == [
        "two",
        "Twelve",
        "13",
        "1,200",
    ]
