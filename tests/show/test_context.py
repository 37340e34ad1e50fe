"""Rows of the second tier as MyST."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import open_book
from sourcebook.checks.prose import Gate
from sourcebook.show import context

if TYPE_CHECKING:
    pass


BOOK = Path(__file__).parents[1] / "book"


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(open_book(BOOK))


def test_its_rows_are_shown_with_marker_and_unit(gate: Gate) -> None:
    columns = ["attribute", "value", "period"]
    shown = context.reported(gate.book, "reports", columns, "Ranges", light="skerry").text
    row = "{row}`reports/almanac-range` range of the lamp\n  - 18 to 22 km\n"
    assert row in shown
    assert "{context}`leaflet-range`\n  - –\n" in shown
    with pytest.raises(ValueError, match="no row of the second tier's table “reports”"):
        context.reported(gate.book, "reports", columns, "Ranges", light="moon")


def test_bearings_stand_side_by_side_with_both_markers(gate: Gate) -> None:
    shown = context.bearings(gate.book, "Lamps", relation="complicates").text
    assert "- {quote}`times-order`\n" in shown
    assert "lamps delivered; April 2021; 5 lamps {context}`leaflet-lamps`" in shown
    assert "**Complicates.** The leaflet counts 5" in shown
