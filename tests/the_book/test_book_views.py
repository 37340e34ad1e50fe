"""The book's own views: its tables in the shapes of its figures, on rows made up for the test."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.books import read_once

from sourcebook.data.book import Book, find_root
from sourcebook.data.tables import Row
from sourcebook.figures.style import OPPOSED
from sourcebook.problems import BookError

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

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


def words(figure: Figure) -> list[str]:
    """Return the texts of a figure, each as one line."""
    return [text.get_text() for text in figure.axes[0].texts]


def faces(figure: Figure) -> list[str]:
    """Return the fill of each marker of a figure."""
    return [str(line.get_markerfacecolor()) for line in figure.axes[0].lines if line.get_marker()]


def test_steps_of_several_systems_stand_in_one_picture(views: Any, having: Any) -> None:
    book = having(
        events=(
            {"id": "a", "system": "lamp", "source": "times", "kind": "delivery", "date": "2021"},
            {"id": "b", "system": "lamp", "source": "times", "kind": "visit", "date": "2021"},
            {"id": "c", "system": "horn", "source": "gazette", "kind": "purchase"},
        )
    )
    found = views.steps(book, "horn", "lamp")
    assert list(found["step"]) == ["purchase", "delivery"]
    assert list(found["source"]) == ["Gazette", "Times"]
    assert list(views.steps(book, "lamp")["date"]) == ["2021"]


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
    assert [row.text("id") for row in views.undated(book)] == ["e1"]


def test_a_position_says_who_speaks_and_gives_a_date_where_one_is_stated(
    views: Any, having: Any
) -> None:
    book = having(positions=POSITIONS)
    shown = views.positions(book, "Held", actor="board").text
    assert "* - Russian arms: **supports**\n" in shown
    assert "  - described; 3 March 2021" in shown
    assert "* - Russian arms: **warns**\n  - Fears \n  - direct, {actor}`ines`" in shown
    assert "* - neutrality: **judgement**\n" in views.positions(book, "Held", kind="judgement").text
    with pytest.raises(ValueError, match="no row of table “positions” has actor = “moon”"):
        views.positions(book, "Held", actor="moon")


def test_sources_stand_in_order_of_publication_and_undated_ones_last(
    views: Any, having: Any
) -> None:
    book = having()
    assert views.in_order_of_publication(book) == ["times", "gazette"]
    assert views.head(book, "times") == "Times: 4 May 2021"
    assert views.head(book, "gazette") == "Gazette: no date stated"
    dated = {"date": "2020", "date_basis": "inferred: from the paper"}
    book = having(sources=(SOURCES[0], SOURCES[1] | dated))
    assert views.head(book, "gazette") == "Gazette: 2020 (inferred)"
    assert views.in_order_of_publication(book) == ["gazette", "times"]


def test_a_stance_in_own_words_is_solid_and_one_through_others_hollow(
    views: Any, having: Any
) -> None:
    drawn = views.over_time(having(positions=POSITIONS), "board")
    assert {"Russian arms", "Gazette: no date stated"} <= set(words(drawn))
    values = having().tables["positions"].field("stance").allowed
    solid = OPPOSED[values.index("warns")]
    assert faces(drawn).count(solid) == 2  # in the key and in the grid
    assert faces(drawn).count(OPPOSED[values.index("supports")]) == 1  # in the key alone


def test_a_judgement_is_no_stance(views: Any, having: Any) -> None:
    book = having(positions=POSITIONS)
    assert "neutrality" not in words(views.stances(book, ["board", "ines"]))
    assert "neutrality" in words(views.judgements(book, ["ines"]))
    with pytest.raises(ValueError, match="expected at least one row"):
        views.over_time(book, "ines")


def test_figures_of_the_second_tier_get_numbers_and_who_reported_them(
    views: Any, whole: Book
) -> None:
    rows = [row for row in whole.context.rows("anchors", topic="share") if row.text("number")]
    found = views.panels(whole, "anchors", topic="share")
    assert [one["value"] for one in found] == [row.text("number") for row in rows]
    first = rows[0]
    assert found[0]["measure"] == f"{first.text('measure')}; {first.text('origin')}"
    assert found[0]["label"].endswith(whole.context.cite(first.text("id")).label)


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
