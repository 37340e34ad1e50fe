"""Characters that cannot be shown, and the words for them."""

from __future__ import annotations

import pytest

from sourcebook.text.characters import (
    look_the_same,
    stand_in,
    strange_in,
    told_apart,
    without_controls,
)


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


def test_what_looks_the_same_and_is_not_is_told_by_code_points() -> None:
    assert look_the_same("lamp", "l\u0430mp")
    assert not look_the_same("lamp", "lump")
    assert not look_the_same("lamp", "lamp")
    assert told_apart("lamp", "l\u0430mp").startswith("U+0061 LATIN SMALL LETTER A is not U+0430")
    assert told_apart("lamp", "lump") == ""


def test_a_strange_sign_in_words_that_seem_to_stand_in_a_text_is_named() -> None:
    assert "U+0430 CYRILLIC SMALL LETTER A" in strange_in("l\u0430mp", "The lamp.")
    assert strange_in("lamp", "The lamp.") == ""
    assert strange_in("lump", "The lamp.") == ""
