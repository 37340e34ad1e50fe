"""Views: the tables in the shapes that the figures take."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from sourcebook import figures
from sourcebook.checks.opening import open_book
from sourcebook.data.book import Book
from sourcebook.data.tables import Row
from sourcebook.show import views

if TYPE_CHECKING:
    from pathlib import Path

CHAINS = """id,source,speaker,through,form,evidence
told,harbour-times,harbour-board,,said,times-order
passed-on,pilots-gazette,harbour-board,harbour-board,said,gazette-three-lamps
"""


def with_chains(root: Path) -> Book:
    """Return the tiny book with a table of chains."""
    package = root / "data/datapackage.json"
    described = json.loads(package.read_text("utf-8"))
    described_as = {"type": "string", "description": "One of the chains."}
    fields = [{"name": name, **described_as} for name in CHAINS.splitlines()[0].split(",")]
    fields[-1]["holds"] = "evidence"
    schema = {"fields": fields, "primaryKey": "id"}
    resource = {"name": "chains", "title": "Chains", "description": "Who speaks through whom."}
    described["resources"].append({**resource, "path": "chains.csv", "schema": schema})
    package.write_text(json.dumps(described), "utf-8")
    (root / "data/chains.csv").write_text(CHAINS, "utf-8")
    return open_book(root)


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


def test_a_chain_names_who_speaks_and_through_whom(book: Path) -> None:
    told, passed_on = views.chains(with_chains(book)).to_dict("records")
    assert told["speaker"] == passed_on["through"] == "Harbour board"
    assert pd.isna(told["through"])
    assert told["basis"] == "stated"


def test_a_chain_passes_through_the_origin_of_its_source(book: Path) -> None:
    path = book / "data/sources.csv"
    text = path.read_text("utf-8")
    given = "sent the file,,,,,,,D"
    assert given in text
    inferred = "sent the file,,,,A wire report,,inferred: the words are the same,D"
    path.write_text(text.replace(given, inferred), "utf-8")
    _, passed_on = views.chains(with_chains(book)).to_dict("records")
    assert passed_on["through"] == "Harbour board; A wire report"
    assert passed_on["basis"] == "inferred"


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


def test_numbers_are_asked_of_each_system_in_turn_and_may_be_missing(stub: Any) -> None:
    found = views.numbers(stub, "horn", "lamp")
    assert list(found["label"]) == ["Horn", "Lamp", "Lamp"]
    assert list(found["source"]) == ["Times", "Times", "Gazette"]
    assert [None if pd.isna(one) else one for one in found["number"]] == [1, 3, None]


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
