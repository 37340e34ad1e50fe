"""Dates in digits."""

from __future__ import annotations

import pytest

from sourcebook.text.dates import phrases


@pytest.mark.parametrize(
    ("text", "edtf", "written"),
    [
        ("2020-08-04", "2020-08-04", ""),
        ("25/08/2020", "2020-08-25", ""),
        ("08/25/2020", "2020-08-25", ""),
        ("04/08/2020", "2020", "04/08/2020"),
        ("04/04/2020", "2020-04-04", ""),
        ("4.8.2018", "2018-08-04", ""),
        ("3.IV.1941", "1941-04-03", ""),
        ("2021-W15", "2021-W15", ""),
        ("2020–21", "2020/2021", ""),
    ],
)
def test_dates_in_digits(text: str, edtf: str, written: str) -> None:
    (one,) = phrases(f"on {text} it")
    assert (one.edtf, one.written) == ((edtf,), written)
