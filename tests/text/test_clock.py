"""Times of the day."""

from __future__ import annotations

import pytest

from sourcebook.text.clock import times


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("at 10:30 p.m.", [1350]),
        ("at 22:30", [1350]),
        ("at 10.30 am", [630]),
        ("at 12 am", [0]),
        ("at five o'clock", [300]),
        ("3:1", []),
        ("version 10.30", []),
        ("25:00", []),
    ],
)
def test_a_time_is_minutes_since_midnight(text: str, minutes: list[int]) -> None:
    assert [one for _, _, one in times(text)] == minutes
