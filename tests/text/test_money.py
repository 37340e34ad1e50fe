"""Currencies by code, symbol and name."""

from __future__ import annotations

import pytest

from sourcebook.text.money import currencies, currency_before, currency_of, kind_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("dollars", "USD"),
        ("pounds sterling", "GBP"),
        ("euros", "EUR"),
        ("US dollars", "USD"),
        ("Serbian dinars", "RSD"),
        ("dinars", "dinar"),
        ("kroner", "krone"),
        ("kronor", "krona"),
        ("CHF", "CHF"),
        ("€", "EUR"),
        ("lamps", ""),
    ],
)
def test_a_currency_has_many_names(name: str, code: str) -> None:
    assert currency_of(name) == code


@pytest.mark.parametrize(("code", "kind"), [("RSD", "dinar"), ("SEK", "krona"), ("metre", "metre")])
def test_a_currency_is_of_a_kind(code: str, kind: str) -> None:
    assert kind_of(code) == kind


@pytest.mark.parametrize(("lead", "name"), [("for US$", "US$"), ("for RSD ", "RSD"), ("£", "£")])
def test_a_currency_is_read_before_its_number(lead: str, name: str) -> None:
    match = currency_before().search(lead)
    assert match is not None
    assert match[1] == name
    assert name in currencies()


def test_a_word_that_looks_like_a_code_is_none() -> None:
    assert currency_before().search("the TOP ") is None
