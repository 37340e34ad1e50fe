"""How often something comes, in other words."""

from __future__ import annotations

import pytest

from sourcebook.text.assertions import assertions
from sourcebook.text.frequency import as_often, spaced_otherwise
from sourcebook.text.reading import read


@pytest.mark.parametrize(
    ("text", "quotation", "alike"),
    [
        ("every 15 seconds", "It flashes four times a minute.", True),
        ("every 20 seconds", "It flashes four times a minute.", False),
        ("four times a minute", "It flashes every 15 seconds.", True),
        ("every two years", "It is held every other year.", True),
        ("every two years", "It is held every second year.", True),
        ("every two weeks", "They meet fortnightly.", True),
        ("every two months", "They meet fortnightly.", False),
        ("every three months", "It appears quarterly.", True),
        ("for two weeks", "They meet fortnightly.", False),
    ],
)
def test_something_comes_as_often(text: str, quotation: str, alike: bool) -> None:
    statement = next(one for one in assertions(text) if one.kind == "number")
    assert as_often(statement, quotation, read(quotation)) == alike


def test_twice_a_year_is_spaced_otherwise_than_every_two_months() -> None:
    twice, months = (assertions(one)[0] for one in ("twice a year", "every two months"))
    half, day = (assertions(one)[0] for one in ("every six months", "for two months"))
    assert spaced_otherwise(twice, months)
    assert not spaced_otherwise(twice, half)
    assert not spaced_otherwise(twice, day)
