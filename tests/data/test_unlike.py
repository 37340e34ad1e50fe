"""How far a quotation is off: shown word by word, in the texts' own signs, and by code point."""

from sourcebook.data.seeds import Seed
from sourcebook.data.unlike import difference, nearest


def test_the_difference_is_shown_word_by_word() -> None:
    assert difference("a b c", "a x c d") == "a [-b-] {+x+} c {+d+}"


def test_words_of_one_form_are_equal_and_shown_as_they_stand_in_the_source() -> None:
    assert difference("“Vuc\u030c” lit", '"Vuč" unlit') == "“Vuc\u030c” [-lit-] {+unlit+}"


def test_what_only_looks_the_same_is_told_by_its_code_points() -> None:
    shown = difference("a lamp burns", "a l\u0430mp burns")
    assert "U+0061 LATIN SMALL LETTER A is not U+0430 CYRILLIC SMALL LETTER A" in shown
    assert "nothing is not U+3164 HANGUL FILLER" in difference("a lamp", "a lamp\u3164")
    assert "U+" not in difference("a lamp", "a lump")


def test_the_nearest_passage_ends_with_whole_words() -> None:
    seed = Seed("a", "a", "The keeper lit the lamp at dusk.")
    start, end = nearest("lid the lamp at dus", seed) or (0, 0)
    assert seed.text[start:end] == "lit the lamp at dusk"
