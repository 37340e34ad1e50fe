"""Tables held against their schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.checks.opening import read_book

if TYPE_CHECKING:
    from conftest import TinyBook


def test_an_id_of_no_row_of_another_table_is_a_problem_at_its_line(tiny: TinyBook) -> None:
    tiny.edit("data/orders.csv", "pilots-gazette", "harbour-tomes")
    line = tiny.line("data/orders.csv", "harbour-tomes")
    found = [one for one in read_book(tiny.root).problems if "harbour-tomes" in one.found]
    assert [(one.file, one.line) for one in found] == [("data/orders.csv", line)]


def test_an_id_that_another_row_has_is_a_problem_that_names_both(tiny: TinyBook) -> None:
    text = (tiny.root / "data/lights.csv").read_text("utf-8")
    tiny.append("data/lights.csv", text.splitlines()[1] + "\n")
    found = [one for one in read_book(tiny.root).problems if one.file == "data/lights.csv"]
    assert {one.line for one in found} == {3}
    assert any("data/lights.csv:2" in one.found for one in found)
