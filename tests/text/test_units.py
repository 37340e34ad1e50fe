"""Units by the names of Unicode’s CLDR, and their factors."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sourcebook.text.units import base, unit_names


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("kilometres", "kilometer"),
        ("km", "kilometer"),
        ("MW", "megawatt"),
        ("kilotons", "kiloton"),
        ("GWh", "gigawatt-hour"),
        ("decades", "decade"),
        ("°C", "celsius"),
        ("per cent", "%"),
        ("‰", "permille"),
        ("basis points", "basis point"),
    ],
)
def test_a_unit_has_many_names(name: str, unit: str) -> None:
    assert unit_names()[name] == unit


@pytest.mark.parametrize("name", ["points", "items", "in", "a", "quarters"])
def test_what_is_more_often_a_word_is_no_unit(name: str) -> None:
    assert name not in unit_names()


@pytest.mark.parametrize(
    ("unit", "simple", "factor"),
    [
        ("kilometer", "meter", "1000"),
        ("square-kilometer", "square-meter", "1000000"),
        ("milligram", "gram", "0.001"),
        ("kiloton", "ton", "1000"),
        ("decade", "month", "120"),
        ("hour", "second", "3600"),
        ("basis point", "percentage point", "0.01"),
        ("EUR", "EUR", "1"),
    ],
)
def test_a_unit_is_so_many_of_a_simpler_one(unit: str, simple: str, factor: str) -> None:
    assert base(unit) == (simple, Decimal(factor))
