"""Numbers written as words, and words that only look like them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sourcebook.text.number_words import UNCOUNTED, longest_amount


@pytest.mark.parametrize(
    ("words", "amount", "count"),
    [
        ("twenty one lamps", 21, 2),
        ("half a million", 500_000, 3),
        ("two dozen", 24, 2),
        ("one hundred and five", 105, 4),
        ("lamps", None, 1),
        ("million", None, 1),
    ],
)
def test_the_most_words_that_write_a_number_are_read(
    words: str, amount: int | None, count: int
) -> None:
    assert longest_amount(words.split()) == (amount and Decimal(amount), count)


@pytest.mark.parametrize("words", ["two-thirds", "one in five", "no one", "several hundred"])
def test_what_is_no_count_is_told_apart(words: str) -> None:
    assert UNCOUNTED.fullmatch(words)


def test_a_count_is_none_of_these() -> None:
    assert not UNCOUNTED.search("twelve lamps")
