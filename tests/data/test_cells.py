"""Cells in words: quantities, dates, names, and the path that leads to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.data.cells import cell_at, quantity, quantity_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("amount", "unit", "bound", "expected"),
    [
        ("4", "%", ">", "more than 4%"),
        ("5.13", "billion EUR", "=", "€5.13 billion"),
        ("47", "metres", "", "47 metres"),
        ("1200000", "GBP", "~", "about £1,200,000"),
        ("2", "", "", "2"),
        ("5", "rupee", "", "5 rupee"),
    ],
)
def test_a_quantity_reads_as_one_writes_it(
    amount: str, unit: str, bound: str, expected: str
) -> None:
    assert quantity(amount, unit, bound) == expected


def test_a_path_may_hold_slashes_in_the_id_of_its_row(book: Path) -> None:
    path = book / "data/lights.csv"
    path.write_text(path.read_text("utf-8").replace("skerry,Skerry", "a/b,Skerry"), "utf-8")
    assert cell_at(read_book(book), "lights/a/b.built").words == "1874"


def test_a_column_may_name_the_unit_of_its_cells(book: Path) -> None:
    table = read_book(book).tables["lights"]
    (row,), field = table.rows, table.field("height_metres")
    assert field is not None
    assert quantity_of(field, row).unit == "meter"
