"""The words around a number that bound it."""

from __future__ import annotations

import pytest

from sourcebook.text.bounds import bounds_of


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("exactly 5", ("=",)),
        ("more than 5", (">",)),
        ("no more than 5", ("<=",)),
        ("at least 5", (">=",)),
        ("without exceeding 5", ("<=",)),
        ("fewer than 5", ("<",)),
        ("about 5", ("~",)),
        ("5 ships or more", (">=",)),
        ("5-odd", ("~",)),
        ("over 5", ("=", ">")),
        ("over 5 or so", ("~",)),
    ],
)
def test_a_bound_is_read_before_or_after_its_number(text: str, bounds: tuple[str, ...]) -> None:
    at = text.index("5")
    assert bounds_of(text, at, at + 1) == bounds
