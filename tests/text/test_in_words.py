"""Wording: dates read exactly as vague as they are."""

import pytest

from sourcebook.text.in_words import date_words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2020", "2020"),
        ("2020-07", "July 2020"),
        ("2020-08-04", "4 August 2020"),
        ("XXXX-04-10", "10 April, year not stated"),
        ("XXXX-07", "July, year not stated"),
        ("199X", "1990s"),
        ("2025/2027", "2025–2027"),
        ("2022/..", "from 2022"),
        ("../2022", "by 2022"),
        ("2007~", "about 2007"),
        ("2007?", "2007 (uncertain)"),
        ("2020-21", "spring 2020"),
        ("2020-04/2020-07", "April–July 2020"),
        ("2020-14", "2020-14"),
        ("2020-00", "2020-00"),
        ("../2020-13", "by 2020-13"),
        ("/", "by "),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert date_words(edtf) == words
