"""Scales after a number."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sourcebook.text.quantity import Place, Quantity
from sourcebook.text.scales import scale_of, scaled


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("5 million", 5_000_000),
        ("5k", 5_000),
        ("5m people", 5_000_000),
        ("5 m high", 5),
        ("5 lakh", 500_000),
        ("5 Mrd", 5_000_000_000),
        ("5 and a half million", 5_500_000),
        ("5½ million", 5_500_000),
        ("5 lamps", 5),
    ],
)
def test_a_scale_multiplies(text: str, amount: int) -> None:
    place = scaled(text, Place(0, 1, Quantity(Decimal(5))))
    assert place.quantity.amount == amount


def test_the_scale_of_words_is_known() -> None:
    assert scale_of("5 million", Place(0, 9, Quantity(Decimal(5)))) == 1_000_000
