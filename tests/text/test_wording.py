"""The words of a text as a set."""

from __future__ import annotations

from sourcebook.text.wording import has_digit, words_in, words_of


def test_words_are_told_in_small_letters() -> None:
    assert words_of("The Lamp, the 2nd") == {"the", "lamp", "2nd"}


def test_the_words_of_patterns_are_known() -> None:
    assert words_in(["a pair|couple", "trio"]) == {"a", "pair", "couple", "trio"}


def test_digits_of_every_script_are_seen() -> None:
    assert has_digit("٣")
    assert not has_digit("three")
