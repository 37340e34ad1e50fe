"""One kind of space, hyphen, dash and quotation mark."""

from __future__ import annotations

from sourcebook.text.levelling import before, level, normalise


def test_levelling_moves_no_character() -> None:
    text = "1\u00a0million – “a‑b”\u2009’s"
    assert level(text) == "1 million – “a‑b” 's".replace("‑", "-")
    assert len(level(text)) == len(text)


def test_few_words_stand_before_a_place() -> None:
    assert before("one two", 4) == "one "
    assert len(before("a" * 200, 150)) == 80


def test_normalising_folds_marks_and_white_space_and_nothing_else() -> None:
    assert normalise(" “a”\n\t‘b’ – é ") == "'a' 'b' - é"
