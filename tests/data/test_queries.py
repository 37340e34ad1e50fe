"""Queries: which rows and which column are meant, in one syntax, refused in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.data.cells import cell_at
from sourcebook.data.queries import look_up, read_query
from sourcebook.problems import BookError

if TYPE_CHECKING:
    from pathlib import Path

TIMES, GAZETTE = "skerry-lamps-times", "skerry-lamps-gazette"


@pytest.mark.parametrize(
    ("words", "column", "rows"),
    [
        ("orders", "", [TIMES, GAZETTE]),
        ("orders.price", "price", [TIMES, GAZETTE]),
        ("orders where source = pilots-gazette", "", [GAZETTE]),
        (" orders.price  where\nordered = 2 ", "price", [TIMES]),
        ("orders where ordered = 12", "", []),
        (f"orders/{TIMES}.date", "date", [TIMES]),
    ],
)
def test_a_query_names_rows_and_a_column(
    book: Path, words: str, column: str, rows: list[str]
) -> None:
    found = look_up(read_book(book).tables, read_query(words))
    assert (found.field.name if found.field else "") == column
    assert [row.text("id") for row in found.rows] == rows


@pytest.mark.parametrize(
    ("words", "found", "hint"),
    [
        ("", "nothing that can be read", ""),
        ("orders price", "nothing that can be read", ""),
        ("orders where price", "nothing that can be read", ""),
        ("order", "no table “order”", "did you mean “orders”?"),
        ("orders.prize", "no column “prize” of table “orders”", "did you mean “price”?"),
        ("orders where buyers = x", "no column “buyers” of table “orders”", "mean “buyer”?"),
        ("lights/skery.class", "no row “skery” of table “lights”", "did you mean “skerry”?"),
    ],
)
def test_every_query_is_refused_in_the_same_words(
    book: Path, words: str, found: str, hint: str
) -> None:
    with pytest.raises(BookError, match="does not say which rows and which column") as refused:
        look_up(read_book(book).tables, read_query(words))
    (problem,) = refused.value.problems
    assert problem.found == found
    assert hint in problem.do


def test_the_id_of_a_row_may_hold_slashes_and_dots(book: Path) -> None:
    path = book / "data/lights.csv"
    path.write_text(path.read_text("utf-8").replace("skerry,Skerry", "a/b.c,Skerry"), "utf-8")
    assert cell_at(read_book(book), "lights/a/b.c.built").words == "1874"


@pytest.mark.parametrize("words", ["orders", "orders.date", "orders.date where ordered = 2"])
def test_a_value_is_one_cell(book: Path, words: str) -> None:
    with pytest.raises(BookError, match="more than one cell"):
        cell_at(read_book(book), words)
