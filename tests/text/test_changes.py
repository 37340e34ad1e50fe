"""The direction of a change."""

from __future__ import annotations

import pytest

from sourcebook.text.changes import change_of


@pytest.mark.parametrize(
    ("text", "change", "role"),
    [
        ("it rose by 5", "up", "by"),
        ("sales to Riga rose by 5", "up", "by"),
        ("it fell to 5", "down", "to"),
        ("down from 5", "down", "from"),
        ("5 rise", "up", "by"),
        ("a deficit of 5", "down", "of"),
        ("it took 5 less than before", "down", "apart"),
        ("it rose. There are 5", "", ""),
        ("it rose, and 5", "", ""),
        ("it has 5", "", ""),
        ("it led 5 up the hill", "", ""),
        ("5 goats down the slope", "", ""),
        ("it was 5 up", "up", "by"),
    ],
)
def test_a_change_has_a_direction_and_a_role(text: str, change: str, role: str) -> None:
    at = text.index("5")
    assert change_of(text, at, at + 1, False) == (change, role)
