"""Characters that cannot be shown, and the words for them."""

from __future__ import annotations

import pytest

from sourcebook.text.characters import stand_in, without_controls


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
