"""The words that roles and formulas show."""

import pytest

from sourcebook.pages.roles import words_of_math, words_of_role


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("file", "a/99.txt", "a/99.txt"),
        ("bdg-primary", "99", "99"),
        ("doc", "words <x-1>", "words"),
        ("doc", "x-1", ""),
        ("cite:t", "x-1", ""),
        ("ship", "x-1", ""),
        ("math", r"99\,\text{lamps}", "99  lamps"),
    ],
)
def test_a_role_shows_its_words_unless_they_name_something(
    name: str, content: str, words: str
) -> None:
    assert " ".join(words_of_role(name, content).split()) == " ".join(words.split())


def test_a_formula_keeps_its_numbers_and_signs() -> None:
    assert words_of_math(r"\frac{3}{4} - x_1").split() == ["3", "4", "-", "x_1"]
