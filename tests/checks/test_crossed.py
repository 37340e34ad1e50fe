"""What a statement says of the subject of one clause, and the evidence of that of another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.claims import Claims
from sourcebook.checks.crossed import crossed
from sourcebook.checks.opening import read_book
from sourcebook.checks.resting import Rest

if TYPE_CHECKING:
    from conftest import TinyBook

    from sourcebook.checks.findings import Finding

FAR = 10**6
SALES = "Greece sold 33,000 tonnes of olives and Cyprus sold 12,000 tonnes of figs."


@pytest.fixture(scope="module")
def claims(shared: TinyBook) -> Claims:
    return Claims(read_book(shared.root))


def found(claims: Claims, text: str, *quotations: str) -> list[Finding]:
    one = claims.book.evidence["times-order"]
    every = [replace(one, quotation=each, end=FAR) for each in quotations]
    rests = [Rest(each, claims.register) for each in every]
    return list(crossed(text, rests, claims.register, claims.order.alike))


def test_the_refusal_names_both_clauses_and_says_how_to_write_it(claims: Claims) -> None:
    (one,) = found(claims, "Cyprus sold 33,000 tonnes of olives", SALES)
    assert one.words == "33,000 tonnes"
    assert one.what.endswith("says of “Greece”, and not of “Cyprus”")
    assert "write it of “Greece”, or of “Cyprus”" in one.do
    assert "“Cyprus sold 12,000 tonnes of figs”" in one.do


def test_a_label_is_named_whole(claims: Claims) -> None:
    text = "Dock 2 takes ships of 9,000 tonnes and Dock 6 takes ships of 22,000 tonnes."
    (one,) = found(claims, "Dock 2 takes ships of 22,000 tonnes", text)
    assert "“Dock 6”, and not of “Dock 2”" in one.what


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("Cyprus sold 12,000 tonnes of figs", SALES),
        ("Greece and Cyprus sold olives and figs", SALES),
        ("Cyprus did not sell 33,000 tonnes of olives", SALES),
        ("It sold 33,000 tonnes of olives", SALES),
        ("Malta bought the tug in 1950", "Malta bought the tug and Cyprus sold a ship in 1950."),
        ("Cyprus sent oil to the isle", "Malta sent coal to the isle and Cyprus sent oil."),
        ("Cyprus signed the pact", "Malta drew up the pact and Cyprus signed it."),
        ("Malta bought the mill", "Malta bought, and Cyprus restored, the mill."),
        ("Room 12 keeps the coins", "Room 12 holds the coins; Room 15 keeps the medals."),
        ("Malta got the radars", "Malta signed the deal and Cyprus shipped the radars."),
    ],
)
def test_what_its_own_clause_may_say_is_carried(claims: Claims, text: str, quotation: str) -> None:
    assert not found(claims, text, quotation)


def test_what_was_dated_before_is_not_dated_again(claims: Claims) -> None:
    text = "Malta bought the tug in 1940 and Cyprus sold a ship in 1950."
    assert found(claims, "Malta bought the tug in 1950", text)


def test_a_verb_is_the_other_clauses_where_they_are_set_against_each_other(claims: Claims) -> None:
    text = "The mayor backed the bridge, but the council rejected the tunnel."
    assert found(claims, "The mayor rejected the bridge", text)


def test_other_evidence_that_has_it_carries_it(claims: Claims) -> None:
    text = "Cyprus sold olives"
    assert found(claims, text, "Greece sold olives and Cyprus sold figs.")
    assert not found(claims, text, "Greece sold olives and Cyprus sold figs.", "Olives were sold.")


def test_another_sentence_of_the_evidence_carries_it(claims: Claims) -> None:
    text = "Cyprus sold olives"
    assert not found(claims, text, "Greece sold olives and Cyprus sold figs. Olives it sold later.")
