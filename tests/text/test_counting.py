"""Fractions, multiples, ordinals and groups."""

from __future__ import annotations

import pytest

from sourcebook.text.counting import in_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("half of them", ["50 %"]),
        ("a third of them", ["33.33333333333333333333333333 %"]),
        ("the third of them", ["3 ordinal"]),
        ("two in three ships", ["66.66666666666666666666666667 %"]),
        ("one bicycle in ten was red", ["10 %"]),
        ("one bicycle in ten years", ["1"]),
        ("one school in two villages", ["1"]),
        ("a quarter of an hour", ["0.25"]),
        ("¼ of them", ["25 %"]),
        ("it tripled", ["3 times"]),
        ("it fell once in five jumps", ["1 times"]),
        ("the 22nd", ["22 ordinal"]),
        ("a score of ships", ["20"]),
        ("a score of 3-2", []),
        ("no more than that", []),
        ("second-hand", []),
    ],
)
def test_numbers_in_other_words(text: str, found: list[str]) -> None:
    read: dict[int, str] = {}
    for one in in_words(text):
        amount = f"{one.quantity.amount.normalize():f} {one.quantity.unit}".strip()
        if not any(one.start <= at < one.end or at <= one.start for at in read):
            read[one.start] = amount
    assert [*read.values()] == found
