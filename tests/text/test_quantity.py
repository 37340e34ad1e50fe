"""A quantity as it is kept."""

from __future__ import annotations

from decimal import Decimal

from sourcebook.text.quantity import Quantity, tidy


def test_a_quantity_is_a_strict_count_unless_it_says_otherwise() -> None:
    assert Quantity(Decimal(5)) == Quantity(Decimal(5), "", "=", "", "", True)


def test_zeros_that_say_nothing_are_left_out() -> None:
    assert str(tidy(Decimal("12.50"))) == "12.5"
    assert str(tidy(Decimal("1E+3"))) == "1000"
