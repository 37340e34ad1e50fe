"""The box at a glance: a line for each reading and each silence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import open_book, read_book
from sourcebook.problems import BookError
from sourcebook.show import render

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_box_at_a_glance_has_a_line_for_each_reading_and_each_silence(book: Path) -> None:
    shown = render.glance(open_book(book), "skerry").text
    times, gazette = "{ev}`times-order, times-replaced`", "{ev}`gazette-three-lamps, gazette-price`"
    assert "{list-table} Skerry lighthouse at a glance" in shown
    assert shown.index("* - Class") < shown.index("* - Ordered") < shown.index("* - Date")
    assert f"  - 2 {times}; 3 {gazette}\n" in shown
    assert f"10 years)` {times}; *not stated* by {{source}}`pilots-gazette`" in shown
    assert f"* - Pilots\\-gazette\\, price\n  - £1\\,300\\,000 {gazette}\n" in shown
    assert "* - Nobody\\, ordered\n  - *not stated*\n" in shown


def test_a_box_of_what_is_not_there_is_refused_with_the_nearest_id(book: Path) -> None:
    with pytest.raises(BookError, match="did you mean “skerry”"):
        render.glance(open_book(book), "skery")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("colour", "no column “colour” of table “lights” in “glance”"),
        ("order.date", "no table “order” in “glance”"),
        ("traffic.period", "table “traffic” in “glance”"),
        ("orders.date where buyers = x", "no column “buyers” of table “orders” in “glance”"),
        ("orders date", "“orders date” in “glance”"),
        ("lights/skerry.class", "“lights/skerry.class” in “glance”"),
    ],
)
def test_a_line_that_names_what_is_not_there_is_a_fault(
    tiny: TinyBook, line: str, found: str
) -> None:
    tiny.edit("data/datapackage.json", '"height_metres",\n          "orders.ordered"', f'"{line}"')
    problems = read_book(tiny.root).problems
    assert [one.found for one in problems if "what its rows are" in one.what] == [found]
