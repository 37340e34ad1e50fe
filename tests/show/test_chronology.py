"""Chronology: rows in the order of their dates, those without a year or a date apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.data.book import Book
from sourcebook.show import chronology

LINE = "{id},skerry,harbour-times,harbour-board,2,{date},stated,,,,,times-order\n"


@pytest.fixture
def told(book: Path) -> Book:
    """Return a book whose orders have every kind of date, in no order."""
    dates = ("2021-03", "", "199X", "XXXX-04-10", "../2020-08-04", "2021", "2022/..")
    path = book / "data/orders.csv"
    head = path.read_text("utf-8").splitlines()[0]
    lines = [LINE.format(id=f"order-{'abcdefg'[n]}", date=date) for n, date in enumerate(dates)]
    path.write_text(f"{head}\n{''.join(lines)}", "utf-8")
    return read_book(book)


def test_rows_come_in_the_order_in_which_they_begin(told: Book) -> None:
    dates = [row.text("date") for row in chronology.within(told, table="orders")]
    assert dates == ["199X", "2021", "2021-03", "2022/.."]


def test_a_row_counts_to_the_year_it_begins_in(told: Book) -> None:
    kept = chronology.within(told, 2021, 2021, table="orders")
    assert [row.text("date") for row in kept] == ["2021", "2021-03"]


def test_what_has_no_beginning_stands_apart(told: Book) -> None:
    assert [row.text("date") for row in chronology.bounded(told, "orders")] == ["../2020-08-04"]


def test_what_has_no_year_and_what_has_no_date_stand_apart(told: Book) -> None:
    yearless, undated = chronology.yearless(told, "orders"), chronology.undated(told, "orders")
    assert [row.text("date") for row in yearless] == ["XXXX-04-10"]
    assert [row.text("id") for row in undated] == ["order-b"]
