"""The words around a number that bound it."""

from __future__ import annotations

import pytest

from sourcebook.text.bounds import bound_carried, bounds_of


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("exactly 5", "="),
        ("more than 5", ">"),
        ("over 5", ">"),
        ("north of 5", ">"),
        ("no more than 5", "<="),
        ("within 5", "<="),
        ("not take more than 5", "<="),
        ("a maximum of 5", "<="),
        ("at least 5", ">="),
        ("a minimum 5", ">="),
        ("not less than 5", ">="),
        ("without exceeding 5", "<="),
        ("fewer than 5", "<"),
        ("about 5", "~"),
        ("just under 5", "<~"),
        ("shy of 5", "<~"),
        ("nearly 5", "<~"),
        ("slightly more than 5", ">~"),
        ("± 5", "±"),
        ("5 ships or more", ">="),
        ("5+ ships", "+"),
        ("5-odd", "~"),
        ("over 5 or so", "~"),
        ("over the past 5", "="),
    ],
)
def test_a_bound_is_read_before_or_after_its_number(text: str, bound: str) -> None:
    at = text.index("5")
    assert bounds_of(text, at, at + 1)[0] == bound


@pytest.mark.parametrize(
    ("asked", "found", "carried"),
    [
        ("~", "<~", True),
        ("<", "<~", True),
        ("=", "<~", False),
        (">", ">=", False),
        (">=", "+", True),
    ],
)
def test_nearly_is_about_but_not_exactly(asked: str, found: str, carried: bool) -> None:
    assert bound_carried(asked, found) is carried
