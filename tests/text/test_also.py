"""What a number may mean as well."""

from __future__ import annotations

import pytest

from sourcebook.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("nine of its twelve games", {("9", ""), ("75", "%"), ("12", "")}),
        ("twelve of the nine games", {("12", ""), ("9", "")}),
        ("fell two points to 19%", {("2", ""), ("2", "percentage point"), ("19", "%")}),
        ("12 points and 40%", {("12", ""), ("40", "%")}),
        ("16 or older", {("16", ""), ("16", "year")}),
        ("16 or more", {("16", "")}),
        ("three pairs of geese", {("3", ""), ("6", "")}),
        ("three herds of geese", {("3", "")}),
    ],
)
def test_a_number_has_further_readings(text: str, readings: set[tuple[str, str]]) -> None:
    assert {(str(one.amount), one.unit) for one in quantities(text)} == readings
