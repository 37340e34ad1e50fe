"""The words and signs that go with a number, each as a regular expression of its own."""

import re

import pytest

from sourcebook.text import measures


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (measures.NUMBER_WORD, ("ninety", "hundreds", "tens", "halves", "thirds")),
        (measures.DIGITS, ("18", "1,200", "1 200 000", "5.13", "2½", "2 3/4", "3/4", ".5")),
        (measures.MONEY_SIGN, ("€", "US$", "₹")),
        (measures.MONEY_WORD, ("dollars", "US dollars", "dinar", "roubles", "рублей")),
        (measures.SCALE, ("million", "Milliarden", "mrd", "crore", "тысяч")),
        (measures.PER_CENT, ("per cent", "percentage points", "basis points", "Prozent")),
        (measures.UNIT, ("km", "kWh", "nautical miles", "kilometres", "weeks", "m²", "Mt")),
        (measures.MONTH, ("May", "Sept.")),
        (measures.BOUND, ("more than", "just over", "at least", "ca.", "upwards of")),
    ],
)
def test_each_kind_of_word_is_read(pattern: str, words: tuple[str, ...]) -> None:
    read = re.compile(f"(?i:{pattern})")
    assert [one for one in words if not read.fullmatch(one)] == []


@pytest.mark.parametrize(
    ("pattern", "word"),
    [
        (measures.UNIT, "lamps"),
        (measures.SCALE, "many"),
        (measures.BOUND, "than"),
        (measures.MONEY_WORD, "oil"),
    ],
)
def test_other_words_are_not(pattern: str, word: str) -> None:
    assert not re.fullmatch(pattern, word)
