"""Numbers in digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sourcebook.text.numerals import amount_of, glyph, part_after


@pytest.mark.parametrize(
    ("digits", "amount"),
    [
        ("1,234.5", "1234.5"),
        ("12,34,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1.234,56", "1234.56"),
        ("1 234 567", "1234567"),
        ("1'234'567", "1234567"),
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("007", None),
        ("1,2345", None),
        ("567.234.1", None),
        ("9" * 21, None),
    ],
)
def test_digits_are_grouped_in_many_ways(digits: str, amount: str | None) -> None:
    assert amount_of(digits) == (Decimal(amount) if amount else None)


def test_a_fraction_may_follow() -> None:
    assert part_after("1½", 1) == (Decimal("0.5"), 2)
    assert part_after("5 3/4", 1) == (Decimal("0.75"), 5)
    assert part_after("5 lamps", 1) == (Decimal(0), 1)
    assert glyph("⅛") == Decimal("0.125")
