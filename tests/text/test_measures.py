"""The unit beside a number."""

from __future__ import annotations

import pytest

from sourcebook.text.measures import same_unit, unit_after, unit_of


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("5 km", "kilometer", " km"),
        ("5km/h", "kilometer-per-hour", "km/h"),
        ("5 m²", "square-meter", " m²"),
        ("5-day trip", "day", "-day"),
        ("5 consecutive days", "day", " consecutive days"),
        ("5 Serbian dinars.", "RSD", " Serbian dinars"),
        ("5%", "%", "%"),
        ("5 lamps", "", ""),
        ("5 €7", "", ""),
    ],
)
def test_a_unit_is_read_after_its_number(text: str, unit: str, words: str) -> None:
    assert unit_after(text, 1) == (unit, 1 + len(words))


def test_pounds_are_a_weight_beside_a_bomb() -> None:
    assert unit_after("5 pounds of powder", 1)[0] == "pound"
    assert unit_of("pounds") == "pound or GBP"


@pytest.mark.parametrize(
    ("asked", "found", "same"),
    [
        ("dinar", "RSD", True),
        ("RSD", "dinar", False),
        ("GBP", "pound or GBP", False),
        ("degree", "celsius", True),
        ("celsius", "fahrenheit", False),
        ("", "EUR", False),
    ],
)
def test_a_kind_of_unit_is_said_by_one_of_it(asked: str, found: str, same: bool) -> None:
    assert same_unit(asked, found) is same
