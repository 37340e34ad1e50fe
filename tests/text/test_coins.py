"""Coins after a sum of money."""

from __future__ import annotations

import pytest

from sourcebook.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs 3 euros 50 at the pier.", ["3.5 EUR"]),
        ("It costs 2 pounds 40.", ["2.4 GBP"]),
        ("It costs two pounds forty.", ["2.4 GBP"]),
        ("It cost 3 euros 50 years ago.", ["3 EUR", "50 year"]),
        ("It cost 3 euros 50 lamps ago.", ["3 EUR", "50 "]),
        ("It cost 3 euros, 50 in all.", ["3 EUR", "50 "]),
        ("It cost 3.2 euros 50 in all.", ["3.2 EUR", "50 "]),
        ("It cost 3 euros 500 in all.", ["3 EUR", "500 "]),
        ("It took 3 hours 50 in all.", ["3 hour", "50 "]),
    ],
)
def test_coins_are_part_of_the_sum_before_them(text: str, found: list[str]) -> None:
    assert [f"{one.amount} {one.unit}" for one in quantities(text)] == found
