"""Tables held against their schemas."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.data import validation
from sourcebook.data.validator import frictionless

if TYPE_CHECKING:
    from pathlib import Path

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


TABLES = {
    "sound": "a,x,1,\nb,,,u\nc,z,0,v\n",
    "no row": "",
    "a key again": "a,x,1,u\na,y,2,v\n",
    "no key": ",x,1,u\n",
    "a value again": "a,x,1,u\nb,x,2,u\n",
    "two empty values": "a,x,1,\nb,x,2,\n",
    "a cell too many": "a,x,1,u,w\n",
    "a cell too few": "a,x,1\n",
    "an empty row": ",,,\n",
    "an empty line": "a,x,1,u\n\n",
    "a word for a number": "a,x,one,u\n",
    "too small": "a,x,-1,u\n",
    "not of the list": "a,w,1,u\n",
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("described", [{}, {"rows": 3}, {"dialect": {"commentChar": "a"}}])
def test_a_table_fits_only_where_the_library_finds_nothing(
    tmp_path: Path, name: str, described: dict[str, object]
) -> None:
    (tmp_path / "table.csv").write_text(f"id,kind,count,mark\n{TABLES[name]}", "utf-8")
    fields = [
        {"name": "id", "type": "string", "constraints": {"required": True}},
        {"name": "kind", "type": "string", "constraints": {"enum": ["x", "y", "z"]}},
        {"name": "count", "type": "integer", "constraints": {"minimum": 0}},
        {"name": "mark", "type": "string", "constraints": {"unique": True}},
    ]
    schema = {"fields": fields, "primaryKey": "id"}
    table = {"name": "table", "path": "table.csv", "schema": schema, **described}
    resource = frictionless().Resource.from_descriptor(table, basepath=str(tmp_path))
    with (tmp_path / "table.csv").open(newline="", encoding="utf-8") as file:
        records = [(at, cells) for at, cells in enumerate(csv.reader(file), start=1)]
    sound = resource.validate().valid
    assert validation._fits(resource, records) == (sound and not described)
