"""Coins after a sum of money, minutes after hours."""

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
        ("It took two hours and eight minutes.", ["128 minute"]),
        ("It took 2 hours 8 minutes.", ["128 minute"]),
        ("It weighs 2 kilos and 300 grams.", ["2300 gram"]),
        ("It took 3 years and 14 months.", ["3 year", "14 month"]),
        ("It took 2 hours and 8 men.", ["2 hour", "8 "]),
        ("It took 2 hours, 8 minutes of them in the dark.", ["2 hour", "8 minute"]),
    ],
)
def test_a_small_part_goes_on_with_the_amount_before_it(text: str, found: list[str]) -> None:
    assert [f"{one.amount} {one.unit}" for one in quantities(text)] == found
