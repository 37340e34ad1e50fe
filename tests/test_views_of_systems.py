"""Views: the tables as the figures take them, one line for each source and system."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from sourcebook import views
from sourcebook.tables import Row


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
    }
    return SimpleNamespace(
        sources=tables["sources"],
        rows=tables.__getitem__,
        row=lambda table, key: tables[table][key],
    )


def test_numbers_are_asked_of_each_system_in_turn_and_may_be_missing(stub: Any) -> None:
    found = views.numbers(stub, "horn", "lamp")
    assert list(found["label"]) == ["Horn", "Lamp", "Lamp"]
    assert list(found["source"]) == ["Times", "Times", "Gazette"]
    assert [None if pd.isna(one) else one for one in found["number"]] == [1, 3, None]


def test_relations_stand_in_their_group_or_for_themselves(stub: Any) -> None:
    found = views.relations(stub, {"ordered": "bought"})
    assert found.to_dict("records") == [
        {"row": "Lamp", "column": "Times", "value": "bought"},
        {"row": "Lamp", "column": "Gazette", "value": "wished for"},
    ]
