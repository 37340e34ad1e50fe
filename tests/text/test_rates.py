"""What an amount is per, and whether a text keeps it."""

from __future__ import annotations

import pytest

from sourcebook.text.quantities import quantities
from sourcebook.text.rates import is_each, keeps


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("40 tons a day", "day"),
        ("40 old cranes per yard", "yard"),
        ("40 tons for each yard", "yard"),
        ("40 cranes each in the north", "each"),
        ("40 tons in a year", ""),
        ("40 tons, each of them heavy", ""),
        ("40 tons and each day", ""),
    ],
)
def test_an_amount_is_per_something(text: str, per: str) -> None:
    assert quantities(text)[0].per == per


def test_a_text_keeps_what_an_amount_is_per_if_it_says_so_in_any_form() -> None:
    found = ("3 yards with 40 cranes each", 13)
    assert keeps("a yearly 40 tons", "year", found)
    assert keeps("each has 40 cranes", "each", found)
    assert keeps("a yard has 40 cranes", "each", found)
    assert not keeps("they have 40 cranes", "each", found)


def test_a_text_may_say_something_of_each() -> None:
    assert is_each("Every yard has 40")
    assert not is_each("The yards have 40")
