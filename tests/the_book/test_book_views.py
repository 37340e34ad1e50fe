"""The book's own views: its tables in the shapes of its figures, on rows made up for the test."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from support.books import read_once

from sourcebook.data.book import Book, find_root
from sourcebook.data.tables import Row
from sourcebook.problems import BookError

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = find_root(Path(__file__).parents[2])
SOURCES = (
    {"id": "times", "short": "Times", "date": "2021-05-04", "origin": "agency"},
    {"id": "gazette", "short": "Gazette"},
)
ACTORS = ({"id": "board", "name": "Board"}, {"id": "ines", "name": "Ines"})
SYSTEMS = ({"id": "lamp", "designation": "Lamp"}, {"id": "horn", "designation": "Horn"})
HELD = (
    {"id": "a", "kind": "position", "stance": "supports", "speech": "described"},
    {"id": "b", "kind": "position", "stance": "warns", "speech": "direct", "voice": "ines"},
    {"id": "c", "kind": "judgement", "speech": "direct"},
)
PLACES = (
    {"actor": "board", "issue": "Russian arms", "source": "times", "date": "2021-03-03"},
    {"actor": "board", "issue": "Russian arms", "source": "gazette", "summary": "Fears"},
    {"actor": "ines", "issue": "neutrality", "source": "gazette", "summary": "Too late"},
)
POSITIONS = [one | place for one, place in zip(HELD, PLACES, strict=True)]


@pytest.fixture(scope="module")
def views() -> Any:
    """Return the helper, loaded from beside the notebooks."""
    spec = importlib.util.spec_from_file_location("book_views", ROOT / "notebooks/book_views.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def whole() -> Book:
    return read_once(ROOT)


@pytest.fixture
def having(whole: Book) -> Callable[..., Book]:
    """Return what gives the book other rows, under the schemas of its tables."""

    def change(**given: Any) -> Book:
        given = {"sources": SOURCES, "actors": ACTORS, "systems": SYSTEMS} | given
        tables = {
            name: replace(
                whole.tables[name],
                rows=tuple(Row(f"{name}.csv", at, one) for at, one in enumerate(rows, start=2)),
            )
            for name, rows in given.items()
        }
        return replace(whole, tables={**whole.tables, **tables})

    return change


def test_a_data_frame_becomes_a_table_with_its_index_first(views: Any) -> None:
    frame = pd.DataFrame({"Lamp": ["lit {ev}`a`", None], "Horn": ["2", "3"]}, index=["Ada", "Ines"])
    shown = views.framed(frame.rename_axis("Who"), "Who lit what", (20, 40, 40)).text
    assert "{list-table} Who lit what" in shown
    assert "* - Who\n  - Lamp\n  - Horn" in shown
    assert "* - Ada\n  - lit {ev}`a`\n  - 2" in shown
    assert "* - Ines\n  - –\n  - 3" in shown


def test_told_events_stand_in_the_lanes_of_their_kinds(views: Any, having: Any) -> None:
    cells = {"kind": "order", "short": "Lamps", "date": "2021", "source": "times"}
    rows = [
        Row("events.csv", 2, cells),
        Row("events.csv", 3, cells | {"kind": "storm", "short": "Gale", "date_basis": ""}),
        Row("events.csv", 4, cells | {"kind": "visit"}),
    ]
    told = views.told(having(), rows, {"Weather": ["storm"], "Lamps": ["order"]})
    assert told["lane"].tolist() == ["Weather", "Lamps"]
    assert told["label"].tolist() == ["Gale", "Lamps"]
    assert told["basis"].tolist() == ["stated", "stated"]
    assert set(told["source"]) == {"Times"}


def test_events_come_in_order_and_the_vague_and_dateless_apart(views: Any, having: Any) -> None:
    dates = ("2021-03", "", "199X", "XXXX-04-10", "../2020-08-04", "2021", "2022/..")
    book = having(events=[{"id": f"e{at}", "date": date} for at, date in enumerate(dates)])

    def of(rows: list[Row]) -> list[str]:
        return [row.text("date") for row in rows]

    assert of(views.within(book)) == ["199X", "2021", "2021-03", "2022/.."]
    assert of(views.within(book, 2021, 2021)) == ["2021", "2021-03"]
    assert of(views.bounded(book)) == ["../2020-08-04"]
    assert of(views.yearless(book)) == ["XXXX-04-10"]


def test_a_position_says_who_speaks_and_gives_a_date_where_one_is_stated(
    views: Any, having: Any
) -> None:
    book = having(positions=POSITIONS)
    shown = views.positions(book, "Held", actor="board").text
    assert " Russian arms: **supports**\n" in shown
    assert "  - described; 3 March 2021" in shown
    assert " Russian arms: **warns**\n  - Fears \n  - direct, {actor}`ines`" in shown
    assert " neutrality: **judgement**\n" in views.positions(book, "Held", kind="judgement").text
    with pytest.raises(ValueError, match="no row of table “positions” has actor = “moon”"):
        views.positions(book, "Held", actor="moon")


def test_a_ring_of_one_number_is_drawn_where_that_lies(views: Any, whole: Book) -> None:
    entries = whole.context.entries
    keys = {
        bool(row.text("high")): row.text("id")
        for row in whole.context.rows("systems")
        if row.text("low")
    }
    assert len(keys) == 2
    single, several = views.rings(whole, [keys[False], keys[True]])
    assert (single["low"], single["high"]) == ("", entries[keys[False]].row.text("low"))
    assert several["low"] == entries[keys[True]].row.text("low")
    assert several["reported"] == entries[keys[True]].label
    with pytest.raises(BookError):
        views.rings(whole, ["no-such-entry"])
