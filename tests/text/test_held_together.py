"""What holds together: each pattern matches a whole of its kind, and not two wholes."""

from __future__ import annotations

import re

import pytest

from sourcebook.text import held_together
from sourcebook.text.english.units import MONEY


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("QUANTITY", "more than €5.13 million"),
        ("QUANTITY", "between 10 and 15 km"),
        ("QUANTITY", "two and a half hours"),
        *(("QUANTITY", f"5 {one}") for one in MONEY),
        ("QUANTITY", "Rs 500"),
        ("QUANTITY", "kr. 500"),
        ("LABELLED", "World War II"),
        ("DATE", "4 May"),
        ("ADDRESS", "https://a.example/b?c=1"),
        ("JOINED", "ten-year-old"),
        ("WITHOUT_SPACES", "五百万元"),
    ],
)
def test_a_whole_is_read_as_one(name: str, words: str) -> None:
    assert re.fullmatch(getattr(held_together, name), words)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("QUANTITY", "5 lamps"),
        ("QUANTITY", "5 lamps and 6 boats"),
        ("LABELLED", "US 5"),
        ("DATE", "May 12 lamps"),
        ("JOINED", "a lamp"),
    ],
)
def test_what_may_be_parted_is_none(name: str, words: str) -> None:
    assert not re.fullmatch(getattr(held_together, name), words)


def test_any_of_some_words_is_a_pattern() -> None:
    assert held_together.either("a b?", "c") == "(?:a|b?|c)"
