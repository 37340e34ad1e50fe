"""Two lists of words laid side by side, however long they are."""

from __future__ import annotations

from sourcebook.text.alignment import MOST_WORDS, opcodes


def test_short_lists_are_aligned_word_by_word() -> None:
    codes = opcodes(["a", "lamp", "was", "lit"], ["a", "lamp", "is", "lit"])
    assert [code for code in codes if code[0] != "equal"] == [("replace", 2, 3, 2, 3)]


def test_of_long_lists_the_two_ends_are_equal_and_the_middle_is_replaced() -> None:
    ours, theirs = ["a"] * MOST_WORDS + ["b", "z"], ["a"] * MOST_WORDS + ["c", "d", "z"]
    end = MOST_WORDS + 1
    assert [*opcodes(ours, theirs)] == [
        ("equal", 0, MOST_WORDS, 0, MOST_WORDS),
        ("replace", MOST_WORDS, end, MOST_WORDS, end + 1),
        ("equal", end, end + 1, end + 1, end + 2),
    ]


def test_equal_lists_have_nothing_to_replace() -> None:
    words = ["a"] * MOST_WORDS
    assert [*opcodes(words, words)] == [("equal", 0, MOST_WORDS, 0, MOST_WORDS)]
