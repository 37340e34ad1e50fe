"""Ranges and lists."""

from __future__ import annotations

import pytest

from sourcebook.text.quantities import places


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("18 to 22 km", [">=18 kilometer", "<=22 kilometer"]),
        ("between 3 and 5 days", [">=3 day", "<=5 day"]),
        ("5 and 6 days", ["=5 day", "=6 day"]),
        ("2 to 3 million", [">=2000000", "<=3000000"]),
        ("22 to 18", ["=22", "=18"]),
        ("5 lamps and 6 days", ["=5", "=6 day"]),
        ("5, €6", ["=5", "=6 EUR"]),
    ],
)
def test_what_two_numbers_share(text: str, found: list[str]) -> None:
    read = [one.quantity for one in places(text)]
    assert [f"{one.bound}{one.amount} {one.unit}".strip() for one in read] == found
