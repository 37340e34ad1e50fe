"""Rendering: rows as MyST whose cells are data, never markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from sourcebook.checks.opening import open_book
from sourcebook.data.cells import words
from sourcebook.data.tables import Row
from sourcebook.show import render

NASTY = [
    "a | b",
    "`code` {ev}`x` {eval-rst}",
    "<script>alert(1)</script> &amp; <!-- x -->",
    "[link](#) ![image](x) *em* **strong** __x__ ~~s~~",
    "# heading",
    "- item",
    "1. item",
    "> quote ::: note",
    "--- *** ___",
    "$x$ $$y$$ \\ \\( %comment",
    ":::{note}",
    "(target)= x",
]


@pytest.mark.parametrize("text", NASTY)
def test_escaped_text_is_read_back_as_it_was(text: str) -> None:
    tokens = MarkdownIt().parse(render.escape(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == text


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a row of 1 cells under 2 columns"):
        render.table(("a", "b"), [("x",)], "Caption")


def test_a_cell_carries_its_marker_its_basis_or_its_silence(book: Path) -> None:
    sound = open_book(book)
    times = sound.row("orders", "skerry-lamps-times")
    gazette = sound.row("orders", "skerry-lamps-gazette")
    derived = render.cell(sound, times, "replaced_by", "orders")
    assert derived == "{derived}`2031 (derived: 2021 + 10 years)` {ev}`times-order, times-replaced`"
    assert render.cell(sound, gazette, "replaced_by", "orders") == render.SILENT
    assert render.cell(sound, times, "date", "orders").startswith("3 March 2021 {ev}`")


def test_ids_of_other_tables_link_to_what_they_name(book: Path) -> None:
    sound = open_book(book)
    shown = render.records(sound, "orders", ["source", "buyer"], "Orders").text
    assert "* - {row}`orders/skerry-lamps-times` {source}`harbour-times`\n" in shown


def test_a_table_for_each_value_of_a_column(book: Path) -> None:
    sound = open_book(book)
    values = ["harbour-times", "pilots-gazette"]
    shown = render.records_by(sound, "orders", "source", values, ["date"]).text
    times, gazette = shown.split("{list-table} Pilots-gazette")
    assert "{list-table} Harbour-times" in times
    assert "3 March 2021" in times
    assert "3 March 2021" not in gazette


def test_cell_by_cell_gives_each_cell_its_marker_and_names_the_source_first(book: Path) -> None:
    columns = ["buyer", "ordered"]
    shown = render.cell_by_cell(
        open_book(book), "orders", columns, "Orders", source="harbour-times"
    )
    row = " {source}`harbour-times`\n  - {actor}`harbour-board`\n  - 2 {ev}`times-order"
    assert "* - Source\n  - Buyer\n  - Ordered\n" in shown.text
    assert row in shown.text


def test_given_rows_are_listed_each_with_its_marker(book: Path) -> None:
    sound = open_book(book)
    rows = [sound.row("orders", "skerry-lamps-gazette")]
    shown = render.listed(sound, "orders", rows, ["source", "date"], "Orders").text
    assert "March 2021 {ev}`gazette-three-lamps, gazette-price`" in shown
    assert "harbour-times" not in shown


def test_a_column_that_no_row_fills_is_left_out_and_said_to_be(book: Path) -> None:
    sound = open_book(book)
    rows = [sound.row("orders", "skerry-lamps-gazette")]
    columns, widths = ["source", "replaced_by", "date"], (30, 20, 50)
    shown = render.listed(sound, "orders", rows, columns, "Orders", widths).text
    assert shown.startswith("````{list-table} Orders (not stated: replaced by)\n")
    assert ":widths: 30 50\n" in shown
    assert shown.count("  - ") == 2


def test_what_is_common_to_all_rows_goes_to_the_caption() -> None:
    rows = [(str(at), "sail", "{ev}`x`", "–") for at in range(3)]
    shown = render.table(("Ship", "Driven by", "Words", "Note"), rows, "Ships", (1, 2, 3, 4)).text
    assert shown.startswith("````{list-table} Ships (Driven by: sail)\n")
    assert ":widths: 1 3\n" in shown
    assert "sail\n" not in shown
    dated = [(str(at), "in 2019") for at in range(3)]
    assert "- in 2019\n" in render.table(("Ship", "Built"), dated, "Ships").text


def test_a_value_of_a_closed_list_is_read_without_hyphens(book: Path) -> None:
    field = open_book(book).tables["unused"].field("reason")
    assert field
    row = Row("data/unused.csv", 2, {"reason": "blank-of-content"})
    assert words(open_book(book), field, row) == "blank of content"


def test_asking_for_rows_that_are_not_there_is_refused(book: Path) -> None:
    with pytest.raises(ValueError, match="no row of table “orders” has light = “moon”"):
        render.records(open_book(book), "orders", ["date"], "Orders", light="moon")


def test_unknown_tables_and_ids_are_refused_by_name(book: Path) -> None:
    sound = open_book(book)
    with pytest.raises(Exception, match="did you mean “orders”"):
        render.records(sound, "order", ["date"], "Orders")
    with pytest.raises(Exception, match="did you mean “times-order”"):
        sound.cite("times-ordr")
