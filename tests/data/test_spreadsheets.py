"""CSV for people: nothing that a spreadsheet would run, and every number still a number."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from sourcebook.checks.opening import open_book
from sourcebook.data.spreadsheets import defused
from sourcebook.exports import contents
from sourcebook.figures.data import as_csv

if TYPE_CHECKING:
    from conftest import TinyBook

HOSTILE = (
    *("=cmd|' /C calc'!A0", "=1+1", "+1+1", "-1+1", "-a", "@SUM(A1)", "\t=1", "\r=1", "\n=1"),
    *(
        "＝1",
        "＋1+1",
        "－a",
        "＠x",
        " =1",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "-2+3+cmd|x",
        "= 1",
        "=\n1",
    ),
)
HARMLESS = (
    *("-3", "+3", "-3.5", "-1,234.5", "1e-5", "-1.5e+10", "-4%", "2021-03", "a=b", "a@b", "", "0"),
    *("=", "-", "+", "−3", "– no", "‘=x", "'=1"),
)


@pytest.mark.parametrize("cell", HOSTILE)
def test_what_a_spreadsheet_would_run_is_words(cell: str) -> None:
    assert defused(cell) == f"'{cell}"
    rows = list(csv.reader(io.StringIO(as_csv([{cell: cell, "n": -3}]), newline="")))
    assert rows == [[f"'{cell}", "n"], [f"'{cell}", "-3"]]


@pytest.mark.parametrize("cell", HARMLESS)
def test_what_it_would_not_run_stays(cell: str) -> None:
    assert defused(cell) == cell


def test_numbers_of_a_figure_stay_numbers() -> None:
    assert as_csv([{"a": -3, "b": -2.5, "c": 4.0, "d": None}]) == "a,b,c,d\n-3,-2.5,4,\n"


def test_the_data_package_is_exact_and_says_so(tiny: TinyBook) -> None:
    tiny.edit("data/sources.csv", ",Harbour Times,report", ",=Harbour Times,report")
    found = contents(open_book(tiny.root))
    assert found["data/sources.csv"] == (tiny.root / "data/sources.csv").read_bytes()
    with ZipFile(io.BytesIO(found["spreadsheets.zip"])) as sheets:
        text = sheets.read("sources.csv").decode()
    assert ",'=Harbour Times," in text
    assert text.replace("'=", "=") == found["data/sources.csv"].decode()
