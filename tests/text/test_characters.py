"""Characters that cannot be shown, and the words for them."""

from __future__ import annotations

import pytest

from sourcebook.text.characters import stand_in, told_apart, without_controls


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        ("\x07", "[U+0007 BELL]"),
        ("\x7f", "[U+007F DELETE]"),
        ("\x86", "[U+0086 CONTROL CHARACTER]"),
        ("\u202e", "[U+202E RIGHT-TO-LEFT OVERRIDE]"),
        ("\ue000", "[U+E000 PRIVATE CHARACTER]"),
        ("\ud800", "[U+D800 HALF A CHARACTER]"),
        ("\ufdd0", "[U+FDD0 NO CHARACTER]"),
    ],
)
def test_every_character_has_words_that_stand_in_for_it(sign: str, words: str) -> None:
    assert stand_in(sign) == words


def test_only_what_markup_may_not_hold_is_replaced() -> None:
    assert without_controls("a\tb\nc é\x00\uffff") == "a\tb\nc é[U+0000 NULL][U+FFFF NO CHARACTER]"


@pytest.mark.parametrize(
    ("there", "asked", "told"),
    [
        ("a lamp", "a l\u0430mp", "U+0061 LATIN SMALL LETTER A stands there, not U+0430 CYRILLIC"),
        ("a\u200blamp", "alamp", "U+200B ZERO WIDTH SPACE stands there, not nothing"),
        ("a lamp", "a lamb", ""),
        ("a lamp", "фонарь", ""),
        ("a lamp", "a lamp", ""),
    ],
)
def test_what_looks_alike_is_told_apart_by_code_points(there: str, asked: str, told: str) -> None:
    said = told_apart(there, asked)
    assert said.startswith(told)
    assert bool(said) is bool(told)
