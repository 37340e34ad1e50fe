"""A date with what bounds it."""

from __future__ import annotations

import pytest

from sourcebook.text.date_phrase import Phrase, valid


@pytest.mark.parametrize(
    ("phrase", "dates"),
    [
        (Phrase(0, 4, ("2020",)), ("2020",)),
        (Phrase(0, 4, ("2020",), relation="by"), ("../2020",)),
        (Phrase(0, 4, ("2020",), relation="since"), ("2020/..", "2020")),
        (Phrase(0, 4, ("2020",), relation="after"), ("2020/..",)),
        (Phrase(0, 4, ("2020/2021",), relation="by"), ("2020/2021",)),
        (Phrase(0, 4, ("1442",), calendar="AH"), ()),
        (Phrase(0, 4, ("2020",), written="4/8/2020"), ()),
    ],
)
def test_a_date_is_written_with_its_bound(phrase: Phrase, dates: tuple[str, ...]) -> None:
    assert phrase.dates == dates


def test_only_dates_that_exist_are_kept() -> None:
    assert valid("2020-02-30", "2020-02-29", None) == ("2020-02-29",)
