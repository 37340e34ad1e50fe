"""Currencies by code, symbol and name."""

from __future__ import annotations

import pytest

from sourcebook.text.money import currencies, currency_after, currency_before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5 dollars", "USD"),
        ("5 pounds sterling", "GBP"),
        ("5 euros a year", "EUR"),
        ("5 US dollars", "USD"),
        ("5 CHF", "CHF"),
        ("5 €", "EUR"),
        ("5 lamps", ""),
        ("5 €7", ""),
    ],
)
def test_a_currency_is_read_after_its_number(text: str, code: str) -> None:
    found, end = currency_after(text, 1)
    assert found == code
    assert end >= 1


@pytest.mark.parametrize(("lead", "name"), [("for US$", "US$"), ("for RSD ", "RSD"), ("£", "£")])
def test_a_currency_is_read_before_its_number(lead: str, name: str) -> None:
    match = currency_before().search(lead)
    assert match is not None
    assert match[1] == name
    assert name in currencies()


def test_a_word_that_looks_like_a_code_is_none() -> None:
    assert currency_before().search("the TOP ") is None
