"""Positions: what actors hold, by issue and by source in order of publication."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import open_book
from sourcebook.figures.style import OPPOSED
from sourcebook.show import positions

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

    from sourcebook.data.book import Book

ENUMS = {
    "issue": ["lamps", "towers"],
    "kind": ["position", "judgement"],
    "stance": ["supports", "warns", "opposes"],
}
COLUMNS: tuple[str, ...] = (
    "id",
    "actor",
    "issue",
    "kind",
    "stance",
    "speech",
    "voice",
    "date",
    "source",
)
COLUMNS += ("summary", "evidence")
ROWS = (
    "a,harbour-board,lamps,position,supports,described,,2021-03-03,harbour-times,Orders,times-order",
    "b,harbour-board,lamps,position,warns,direct,ines-calder,,pilots-gazette,Fears,gazette-price",
    "c,ines-calder,towers,judgement,,direct,,,pilots-gazette,Too late,gazette-title",
)


@pytest.fixture
def held(book: Path) -> Book:
    """Return the tiny book with a table of positions."""
    fields = [
        {
            "name": name,
            "description": f"The {name}.",
            "type": "string",
            "constraints": {"enum": ENUMS[name]} if name in ENUMS else {},
            **({"states": "date"} if name == "date" else {}),
            **({"holds": "evidence"} if name == "evidence" else {}),
        }
        for name in COLUMNS
    ]
    schema = {"fields": fields, "primaryKey": "id"}
    path = book / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    about = {"name": "positions", "title": "Positions", "description": "What actors hold."}
    package["resources"].append({**about, "path": "positions.csv", "schema": schema})
    path.write_text(json.dumps(package), "utf-8")
    table = "\n".join([",".join(COLUMNS), *ROWS, ""])
    (book / "data/positions.csv").write_text(table, "utf-8")
    return open_book(book)


def words(figure: Figure) -> list[str]:
    """Return the texts of a figure, each as one line."""
    return [text.get_text() for text in figure.axes[0].texts]


def faces(figure: Figure) -> list[str]:
    """Return the fill of each marker of a figure."""
    return [str(line.get_markerfacecolor()) for line in figure.axes[0].lines if line.get_marker()]


def test_a_table_says_who_speaks_and_gives_a_date_where_one_is_stated(held: Book) -> None:
    shown = positions.listed(held, "Held", actor="harbour-board").text
    assert (
        "* - lamps: **supports**\n  - Orders {ev}`times-order`\n  - described; 3 March 2021"
        in shown
    )
    assert (
        "* - lamps: **warns**\n  - Fears {ev}`gazette-price`\n  - direct, {actor}`ines-calder`"
        in shown
    )
    assert "* - towers: **judgement**\n" in positions.listed(held, "Held", kind="judgement").text


def test_sources_stand_in_order_of_publication_and_undated_ones_last(held: Book) -> None:
    assert positions.in_order_of_publication(held) == ["harbour-times", "pilots-gazette"]
    assert positions.head(held, "harbour-times") == "Harbour Times: 4 May 2021"
    assert positions.head(held, "pilots-gazette") == "Gazette: date not stated"


def test_the_date_of_a_source_that_is_inferred_is_marked_so(held: Book) -> None:
    held.sources["pilots-gazette"].cells.update(date="2020", date_basis="inferred: from the paper")
    assert positions.head(held, "pilots-gazette") == "Gazette: 2020 (inferred)"
    assert positions.in_order_of_publication(held) == ["pilots-gazette", "harbour-times"]


def test_a_stance_in_own_words_is_solid_and_one_through_others_hollow(held: Book) -> None:
    drawn = positions.over_time(held, "harbour-board")
    assert {"lamps", "Gazette: date not stated"} <= set(words(drawn))
    solid = OPPOSED[2]
    assert faces(drawn).count(solid) == 2  # in the key and in the grid
    assert faces(drawn).count(OPPOSED[0]) == 1  # in the key alone


def test_a_judgement_is_no_stance(held: Book) -> None:
    assert "towers" not in words(positions.stances(held, ["harbour-board", "ines-calder"]))
    assert "towers" in words(positions.judgements(held, ["ines-calder"]))
    with pytest.raises(ValueError, match="expected at least one row"):
        positions.over_time(held, "ines-calder")
    with pytest.raises(ValueError, match="no row of table “positions” has actor = “moon”"):
        positions.listed(held, "Held", actor="moon")
