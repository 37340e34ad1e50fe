"""Names that stand twice in a clause, and names tied to a word that says the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.claims import Claims
from sourcebook.checks.exchanged import exchanged
from sourcebook.checks.named_twice import doubled
from sourcebook.checks.names import mixed, replaces
from sourcebook.checks.opening import read_book
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.words import words

if TYPE_CHECKING:
    from conftest import TinyBook

FAR = 10**6


@pytest.fixture(scope="module")
def claims(shared: TinyBook) -> Claims:
    return Claims(read_book(shared.root))


@pytest.mark.parametrize(
    ("text", "twice"),
    [
        ("The lamp went to Ines Calder and Calder", ["Calder"]),
        ("The lamp went to Ines Calder and Ada Thorne", []),
        ("The lamp went to Ines Calder, and Calder lit it", []),
    ],
)
def test_two_names_of_one_person_are_not_joined(
    claims: Claims, text: str, twice: list[str]
) -> None:
    assert [one.text for one in doubled(text, claims.register)] == twice


def test_a_name_is_tied_to_a_word_that_says_the_same(claims: Claims) -> None:
    one = claims.book.evidence["times-harbour-master"]
    rests = [Rest(replace(one, quotation="Ada Thorne ordered a horn", end=FAR), claims.register)]
    said = "In March Ines Calder bought a horn"
    assert not list(exchanged(said, rests, claims.register))
    same = {"buy": "order"}
    found = exchanged(said, rests, claims.register, lambda stem: same.get(stem, stem))
    assert [other for _, other in found] == ["Ada Thorne"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Calder Board met", ["Calder Board"]),
        ("The Harbour Board met", []),
        ("Calder’s Board met", []),
        ("The Calder Lamp burns", []),
    ],
)
def test_a_name_is_made_of_one_object_s(claims: Claims, text: str, found: list[str]) -> None:
    rests = [claims.rest(claims.book.evidence["times-order"])]
    told = mixed(text, rests, claims.register)
    assert [f"{one.text} {two.text}" for one, two in told] == found
    said = Rest(replace(rests[0].evidence, quotation=text, end=FAR), claims.register)
    assert not list(mixed(text, [said], claims.register))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bo Rask says so", True),
        ("Bo Rask and Ines Calder say so", False),
        ("Harbour board says so", False),
    ],
)
def test_a_name_may_stand_for_that_of_who_speaks(tiny: TinyBook, text: str, found: bool) -> None:
    tiny.add_row(
        "data/people.csv", id="rask", name="Bo Rask", kind="person", evidence="times-order"
    )
    claims = Claims(read_book(tiny.root))
    one = claims.book.evidence["times-harbour-master"]
    said = replace(one, quotation="It burns all night", speaker="ines-calder", end=FAR)
    rests = [Rest(said, claims.register)]
    assert replaces(words(text)[:2], text, rests, claims.register) == found
