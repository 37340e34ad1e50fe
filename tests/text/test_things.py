"""Whether two numbers count things that exclude each other."""

from __future__ import annotations

import pytest

from sourcebook.text.things import counts_another


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("5 ships", "5 people", True),
        ("5 men", "5 women", True),
        ("5 women", "5 people", False),
        ("5 drones", "5 missiles", False),
        ("5 lighthouses", "5 people", False),
        ("5 ship crews", "5 people", False),
        ("5 of the ships", "5 people", False),
    ],
)
def test_things_exclude_each_other_or_may_be_one(one: str, other: str, excluded: bool) -> None:
    assert counts_another((one, 1), (other, 1)) is excluded
    assert counts_another((other, 1), (one, 1)) is excluded
