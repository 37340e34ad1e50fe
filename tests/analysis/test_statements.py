"""Statements, what carries them independently, and what no cell states."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from sourcebook.analysis.statements import contradictions, silences, statements
from sourcebook.checks.opening import open_book, read_book

if TYPE_CHECKING:
    from pathlib import Path


def test_equal_cells_about_one_thing_are_one_statement_on_the_evidence_of_both(
    book: Path,
) -> None:
    path = book / "data/orders.csv"
    path.write_text(path.read_text("utf-8").replace("2021-03,stated", "2021-03-03,stated"), "utf-8")
    found = [one for one in statements(read_book(book)) if one.field.name == "date"]
    assert [one.words for one in found] == ["3 March 2021"]
    assert found[0].subject == ("lights", "skerry")
    assert {"times-order", "gazette-three-lamps"} <= set(found[0].evidence)


def test_what_the_book_derived_is_no_statement_of_a_source(book: Path) -> None:
    assert "replaced_by" not in {one.field.name for one in statements(open_book(book))}


def test_numbers_contradict_and_dates_only_if_they_share_no_day(book: Path) -> None:
    found = {group[0].field.name: group for group in contradictions(open_book(book))}
    assert set(found) == {"ordered", "price"}
    assert [one.words for one in found["ordered"]] == ["2", "3"]


def test_a_column_is_silent_for_what_no_row_fills(book: Path) -> None:
    found = {(one.table, one.field.name): one for one in silences(open_book(book))}
    assert found["traffic", "period"].subjects == (("traffic", "ships-by-the-light"),)
    assert ("orders", "replaced_by") not in found


def ask(root: Path, asked: object) -> None:
    """Let the package say of which orders their price is a fair question."""
    path = root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    orders = next(one for one in package["resources"] if one["name"] == "orders")
    column = next(one for one in orders["schema"]["fields"] if one["name"] == "price")
    column["asked"] = asked
    path.write_text(json.dumps(package), "utf-8")


def priced(root: Path) -> list[int]:
    path = root / "data/orders.csv"
    header, *rows = csv.reader(path.read_text("utf-8").splitlines())
    at = header.index("price")
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *([*row[:at], "", *row[at + 1 :]] for row in rows)])
    found = silences(read_book(root))
    return [one.asked for one in found if (one.table, one.field.name) == ("orders", "price")]


def test_a_column_is_silent_only_where_it_is_a_fair_question(book: Path) -> None:
    ask(book, {"source": ["no-such-paper"]})
    assert priced(book) == []
    ask(book, {"source": ["harbour-times"]})
    assert priced(book) == [1]


@pytest.mark.parametrize("asked", [{"colour": ["red"]}, {"source": "harbour-times"}, "source"])
def test_a_column_asked_of_nothing_known_is_refused(book: Path, asked: object) -> None:
    ask(book, asked)
    problems = [one for one in read_book(book).problems if "“asked” of column “price”" in one.what]
    assert len(problems) == 1
    assert "source" in problems[0].expected
