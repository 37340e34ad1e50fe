"""Which of several sources is said to say what, held against the evidence of that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.by_source import misplaced
from sourcebook.checks.claims import Claims
from sourcebook.checks.opening import read_book

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.fixture(scope="module")
def claims(shared: TinyBook) -> Claims:
    return Claims(read_book(shared.root))


CITED = ["times-tower", "gazette-ships", "gazette-price", "times-keep-burning"]
CASES = [
    ("The tower has stood since 1874, says the Harbour Times", False),
    ("The tower has stood since 1874, says the Gazette", True),
    ("Ships steer by the light, says the Gazette", False),
    ("By the Harbour Times, ships steer by the light", True),
    ("The Harbour Times has the tower, the Gazette the ships", False),
    ("The Harbour Times has the ships, the Gazette the tower", True),
    ("All but the Gazette tell of the tower of 1874", False),
    ("The Gazette does not tell of the tower of 1874", False),
    ("The Harbour Times’s tower is that of the Gazette", False),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_what_a_source_is_said_to_say_is_held_against_its_own_evidence(
    claims: Claims, text: str, told: bool
) -> None:
    rests = [claims.rest(claims.book.evidence[key]) for key in CITED]
    assert bool([*misplaced(text, rests, claims.register)]) == told


def test_where_one_source_is_cited_nothing_is_shared_out(claims: Claims) -> None:
    rests = [claims.rest(claims.book.evidence["times-tower"])]
    assert not list(misplaced("The tower stands, says the Gazette", rests, claims.register))
