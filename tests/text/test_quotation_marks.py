"""Every pair of quotation marks is one; an apostrophe and an inch are none."""

import pytest

from sourcebook.text.quotation_marks import emptied, quotations, within


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


@pytest.mark.parametrize(
    "words",
    [
        "“the crew”",
        '"the crew"',
        "‘the crew’",
        "'the crew'",
        "«the crew»",
        "« the crew »",
        "»the crew«",
        "»the crew»",
        "‹the crew›",
        "›the crew‹",
        "„the crew“",
        "„the crew”",
        "‚the crew‘",
        "”the crew”",
        "’the crew’",
        "``the crew''",
        "`the crew'",
        "「船員」",
        "『船員』",
        "〝船員〟",
        "“the crew call it ‘the lamp’”",
        "‘the crew call it “the lamp”’",
        "'the crew call it \"the lamp\"'",
        "„die Crew sagt ‚ja‘“",
        "«l’équipage dit “oui”»",
        "「他說『燈塔』亮了」",
        "“the crews’ boats can’t row”",
        "‘the crews’ boats can’t row’",
        "'the crews' boats can't row'",
        "‘the lamps’",
    ],
)
def test_every_pair_of_marks_is_a_quotation(words: str) -> None:
    assert quoted(f"He said {words}, and left.") == [words]
    assert quoted(words) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The crews’ boats and the keepers’ lamps can’t be seen.",
        "The crews' boats and the keepers' lamps can't be seen.",
        "In the ’90s and the '80s, rock ’n’ roll.",
        'A 5" gun and a 6" gun.',
        'צה"ל אמר',
        "d’accord, l'homme",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_several_are_told_apart() -> None:
    assert quoted("‘one’ and the crews’ “two”, 'three' of \"four\"") == [
        "‘one’",
        "“two”",
        "'three'",
        '"four"',
    ]
    assert quoted("the ‘lamps’ of ‘boats’") == ["‘lamps’", "‘boats’"]
    assert quoted('他說「燈」和"塔"。') == ["「燈」", '"塔"']


def test_one_that_is_not_closed_goes_on_to_the_end_of_its_paragraph_or_cell() -> None:
    assert quoted("He said “the crew\nleft.\n\nIt was dusk.") == ["“the crew\nleft."]
    assert quoted("“the crew\0the lamp”\0") == ["“the crew"]
    assert quoted("the boat of 'the crew and “the lamp”") == ["“the lamp”"]


def test_what_is_quoted_can_be_emptied_and_taken_out_of_its_marks() -> None:
    assert emptied("a “b\nc” d") == "a   \n   d"
    assert [within(one) for one in ("“b”", "``b''", "„b“", "“b", "b")] == ["b"] * 5
