"""Clauses that leave out their verb before an amount or a thing."""

from __future__ import annotations

import pytest

from sourcebook.checks.gapped import goes_on
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.words import words


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Tartu", "Riga sent 7 tugs and Tartu 4", True),
        ("Tartu", "Riga sent 7 tugs, Tartu four and Lund 2", True),
        ("the smith", "The cooper made 30 casks and the smith 45 hinges", True),
        ("Tartu", "Riga ordered the tug and Tartu the ferry", True),
        ("Tartu", "Riga sold the tug to Tartu the day before", False),
        ("smith", "The cooper made 30 casks for the smith 45 days later", False),
        ("Tartu", "Riga sent 7 tugs and Tartu sent 4", False),
        ("Tartu", "Tartu 4", False),
    ],
)
def test_a_name_before_an_amount_or_a_thing_does_what_the_clause_before_tells(
    name: str, text: str, found: bool
) -> None:
    assert goes_on(words(name), text, ENGLISH) is found
