"""What a package says of a column: its properties are read, and each names what there is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book

if TYPE_CHECKING:
    from pathlib import Path

    from sourcebook.problems import Problem


def declare(root: Path, column: str, **properties: object) -> list[Problem]:
    """Change what the package says of a column of the orders; return what is wrong with it."""
    path = root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    orders = next(one for one in package["resources"] if one["name"] == "orders")
    next(one for one in orders["schema"]["fields"] if one["name"] == column).update(properties)
    path.write_text(json.dumps(package), "utf-8")
    return [one for one in read_book(root).problems if one.file == "data/datapackage.json"]


def test_the_columns_beside_one_are_those_that_it_names(book: Path) -> None:
    orders = read_book(book).tables["orders"]
    price, date = orders.field("price"), orders.field("date")
    assert price
    assert date
    assert (price.evidence, price.unit, price.bound) == ("evidence", "price_unit", "")
    assert (date.basis, date.beside) == ("date_basis", {"basis": "date_basis"})


@pytest.mark.parametrize("name", ["evidence", "basis", "unit", "bound"])
def test_a_property_that_names_no_column_is_told_with_the_columns_there_are(
    book: Path, name: str
) -> None:
    [told] = declare(book, "price", **{name: "prise_unit"})
    assert told.what == f"“{name}” of column “price” of “orders” names no column"
    assert told.found == "“prise_unit”"
    assert "price_unit" in told.expected


def test_a_column_that_is_asked_of_no_column_is_told(book: Path) -> None:
    [told] = declare(book, "price", asked={"colour": ["red"]})
    assert (told.what, told.found) == (
        "“asked” of column “price” of “orders” names no column",
        "“colour”",
    )


def test_a_statement_of_no_kind_that_can_be_checked_is_told(book: Path) -> None:
    [told] = declare(book, "buyer", states="quantities")
    assert told.found == "“quantities”"
    assert told.expected == "one of quantity, date, words"


def test_a_number_that_nothing_checks_is_told(book: Path) -> None:
    [told] = declare(book, "ordered", states="")
    assert told.what == "column “ordered” of “orders” holds values that nothing checks"


def test_a_column_that_is_not_described_is_told(book: Path) -> None:
    [told] = declare(book, "price", description="")
    assert told.what == "column “price” of “orders” is not described"
