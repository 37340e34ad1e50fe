"""Prose: which of its numbers and dates nothing carries."""

import pytest
from sourcebook.text.carried import uncarried


@pytest.mark.parametrize(
    ("text", "carrying", "strange"),
    [
        ("two lamps", "the board ordered 2 lamps", []),
        ("2 lamps", "the board ordered two lamps", ["2"]),
        ("three lamps", "the board ordered 2 lamps", ["3"]),
        ("in March 2021", "on 3 March 2021", []),
        ("on 3 March 2021", "in March 2021", ["3", "2021-03-03"]),
        ("the XQ-7 light", "the XQ-7, a light", []),
        ("the XQ-8 light", "the XQ-7, a light of 8 lamps", ["XQ-8"]),
        ("7 lamps", "the XQ-7, a light", ["7"]),
        ("one of the boards", "the board", []),
        ("1 board", "the board", ["1"]),
        ("no number at all", "", []),
    ],
)
def test_numbers_and_dates_need_a_carrier(text: str, carrying: str, strange: list[str]) -> None:
    assert uncarried(text, carrying) == strange
