"""The words of English."""

from __future__ import annotations

import re

import pytest

from sourcebook.text.dates import phrases
from sourcebook.text.english import ENGLISH


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 MARCH 2014", "2014-03-03"),
        ("3-Mar-2016", "2016-03-03"),
        ("the fifth of March 2015", "2015-03-05"),
        ("Q3 2021", "2021-35"),
        ("the third quarter of 2020", "2020-35"),
        ("H1 2020", "2020-40"),
        ("the last half of 2020", "2020-41"),
        ("in winter 2013–14", "2013-24"),
        ("in the nineties", "199X"),
        ("the nineteenth century", "18XX"),
        ("week 15 of 2021", "2021-W15"),
        ("FY2019/20", "2019/2020"),
        ("AD 79", "0079"),
    ],
)
def test_dates_as_english_writes_them(text: str, edtf: str) -> None:
    (one,) = phrases(text)
    assert one.edtf == (edtf,)


def test_every_pattern_of_the_language_can_be_read() -> None:
    phrased = (*ENGLISH.bounds_before, *ENGLISH.bounds_after, *ENGLISH.relations, *ENGLISH.parts)
    for words, meaning in (*phrased, *ENGLISH.afterwards, *ENGLISH.calendars):
        assert meaning
        assert re.compile(words)


def test_ordinals_are_numbers() -> None:
    asked = ("first", "twelfth", "twentieth", "twenty-first", "ninety-ninth")
    assert [ENGLISH.ordinals[one] for one in asked] == [1, 12, 20, 21, 99]
