"""Rows that refer to one another, and ids given twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_two_objects_with_one_id_are_named_with_both_places(tiny: TinyBook) -> None:
    line = tiny.line("data/lights.csv", "skerry,")
    tiny.add_row(
        "data/lights.csv",
        id="skerry",
        name="The tower",
        **{"class": "buoy"},
        evidence="times-tower",
    )
    done = tiny.build("-W", run=False)
    assert done.code == 1
    found = done.warning("book", f"data/lights.csv:{line + 1}")
    assert f"the same as in the row at data/lights.csv:{line}" in found


def test_a_cycle_of_references_is_told_once_with_every_place(tiny: TinyBook) -> None:
    package = tiny.root / "data/datapackage.json"
    found = json.loads(package.read_text("utf-8"))
    lights = next(one for one in found["resources"] if one["name"] == "lights")
    lights["schema"]["fields"].append(
        {"name": "part_of", "type": "string", "description": "The light it belongs to."}
    )
    reference = {"resource": "", "fields": "id"}
    lights["schema"]["foreignKeys"] = [{"fields": "part_of", "reference": reference}]
    package.write_text(json.dumps(found), "utf-8")
    rows = "id,name,class,height_metres,built,evidence,part_of\n"
    rows += "".join(f"{one},{one},,,,times-tower,{to}\n" for one, to in ("ab", "bc", "ca", "dd"))
    (tiny.root / "data/lights.csv").write_text(rows, "utf-8")
    for table in ("orders", "puzzles", "answers"):
        path = tiny.root / f"data/{table}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    done = tiny.build(run=False)
    cycle = done.warning("book", "data/lights.csv:2")
    places = "“a” ({0}:2) → “b” ({0}:3) → “c” ({0}:4) → “a” ({0}:2)"
    assert places.format("data/lights.csv") in cycle
    assert "“d” (data/lights.csv:5) → “d”" in done.warning("book", "data/lights.csv:5")
    assert done.warnings.count("in a cycle") == 2
