"""Numbers written as words, and words that only look like them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sourcebook.text.number_words import longest_amount, may_count, number_runs, uncounted, vague
from sourcebook.text.quantities import places


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


@pytest.mark.parametrize("words", ["no one", "this one", "nineteen ninety", "one another"])
def test_what_is_no_count_is_told_apart(words: str) -> None:
    assert [*uncounted(words)]


def test_a_count_is_none_of_these() -> None:
    assert not [*uncounted("twelve lamps")]


@pytest.mark.parametrize("words", ["dozens", "tens of thousands", "several hundred"])
def test_numbers_that_are_not_known_are_read_whole(words: str) -> None:
    assert [match[0] for match in vague(f"It had {words}.")] == [words]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("twelve hundred; forty five hundred thirty", [1200, 4530]),
        ("two point five; one million and one", [Decimal("2.5"), 1_000_001]),
    ],
)
def test_numbers_in_words_are_read_as_they_are_spoken(text: str, amounts: list[Decimal]) -> None:
    assert [amount for _, _, amount in number_runs(text)] == amounts


@pytest.mark.parametrize("words", ["six", "SIX", "sıx", "sİx", "ſix", "dozens", "2nd", "a third"])
def test_where_words_count_they_are_looked_at(words: str) -> None:
    assert may_count(words)


def test_where_no_word_may_count_nothing_is_looked_for() -> None:
    assert not may_count("The lamp of 1908 burns.")


@pytest.mark.parametrize("text", ["within one source", "no later than a day", "later than a year"])
def test_what_bounds_no_number_makes_none(text: str) -> None:
    assert list(places(text)) == []
