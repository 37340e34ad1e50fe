"""Views: the tables in the shapes that the figures take."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from sourcebook import figures
from sourcebook.checks.opening import open_book
from sourcebook.data.tables import Row
from sourcebook.show import views

if TYPE_CHECKING:
    from pathlib import Path


def test_each_reading_is_a_cell_with_its_kind_of_difference(book: Path) -> None:
    opened = open_book(book)
    cells = views.readings(opened, nature="wording")
    assert set(cells["row"]) == {"In what words is the price given?"}
    assert set(cells["value"]) == {"wording"}
    assert set(cells["column"]) <= set(views.short_names(opened))
    assert list(views.natures(opened)) == ["contradiction", "wording"]
    assert figures.matrix(cells, categories=views.natures(opened))


def test_questions_that_are_not_there_are_refused(book: Path) -> None:
    with pytest.raises(ValueError, match="no row of table “questions” has nature = “rumour”"):
        views.readings(open_book(book), nature="rumour")


def rows(*cells: dict[str, str]) -> dict[str, Row]:
    return {one["id"]: Row("data/x.csv", at, one) for at, one in enumerate(cells, start=2)}


@pytest.fixture
def stub() -> Any:
    """Return as much of a book as the views ask for."""
    tables = {
        "sources": rows({"id": "times", "short": "Times"}, {"id": "gazette", "short": "Gazette"}),
        "systems": rows(
            {"id": "lamp", "designation": "Lamp"}, {"id": "horn", "designation": "Horn"}
        ),
        "transfers": rows(
            {"id": "a", "system": "lamp", "source": "times", "number_ordered": "3"},
            {"id": "b", "system": "lamp", "source": "gazette", "description": "lamps"},
            {"id": "c", "system": "horn", "source": "times", "number_delivered": "1"},
        ),
        "relations": rows(
            {"id": "a", "system": "lamp", "source": "times", "relation": "ordered"},
            {"id": "b", "system": "lamp", "source": "gazette", "relation": "wished for"},
        ),
        "events": rows(
            {"id": "a", "system": "lamp", "source": "times", "kind": "delivery", "date": "2021"},
            {"id": "b", "system": "lamp", "source": "times", "kind": "visit", "date": "2021"},
            {"id": "c", "system": "horn", "source": "gazette", "kind": "purchase"},
        ),
    }
    return SimpleNamespace(
        sources=tables["sources"],
        rows=tables.__getitem__,
        row=lambda table, key: tables[table][key],
    )


def test_steps_of_several_systems_stand_in_one_picture(stub: Any) -> None:
    found = views.steps(stub, "horn", "lamp")
    assert list(found["step"]) == ["purchase", "delivery"]
    assert list(found["source"]) == ["Gazette", "Times"]
    assert list(views.steps(stub, "lamp")["date"]) == ["2021"]


def test_relations_stand_in_their_group_or_for_themselves(stub: Any) -> None:
    found = views.relations(stub, {"ordered": "bought"})
    assert found.to_dict("records") == [
        {"row": "Lamp", "column": "Times", "value": "bought"},
        {"row": "Lamp", "column": "Gazette", "value": "wished for"},
    ]
