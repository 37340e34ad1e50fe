"""Names that one clause has twice, by whatever name, where it should have another or “its”."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.claims import Claims
from sourcebook.checks.named_twice import repeated
from sourcebook.checks.opening import read_book
from sourcebook.checks.resting import Rest

if TYPE_CHECKING:
    from conftest import TinyBook

FAR = 10**6


@pytest.fixture(scope="module")
def claims(shared: TinyBook) -> Claims:
    return Claims(read_book(shared.root))


def twice(claims: Claims, text: str, quotation: str = "") -> list[str]:
    one = replace(claims.book.evidence["times-order"], quotation=quotation, end=FAR)
    rests = [Rest(one, claims.register)] if quotation else []
    return [word.text for _, word in repeated(text, rests, claims.register)]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder wrote to Calder",
        "The letter is from Calder, Ada Thorne and Ines Calder",
        "Calder’s lamp went to Ines Calder",
    ],
)
def test_whom_a_clause_names_twice_is_told(claims: Claims, text: str) -> None:
    assert twice(claims, text)
    assert twice(claims, text, "Ines Calder wrote a letter")


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder wrote to Ada Thorne",
        "Ines Calder wrote because Calder had a lamp",
        "Ines Calder wrote: Calder had a lamp",
        "The letter is of Ines Calder and on Calder herself",
        "By the harbour master Ines Calder is meant, so Calder",
        "She is spelt Calder and Ines Calder",
        "It may be Calder or Ines Calder",
        "Ines Calder’s lamp, as Calder has it",
    ],
)
def test_a_second_statement_may_name_the_same_again(claims: Claims, text: str) -> None:
    assert not twice(claims, text)


def test_what_the_evidence_has_twice_may_stand_twice(claims: Claims) -> None:
    text = "Ines Calder wrote to Calder"
    assert not twice(claims, text, "Ines Calder wrote a letter to Calder herself, and to Calder")
    assert twice(claims, text, "Ines Calder wrote. Then Calder left")
