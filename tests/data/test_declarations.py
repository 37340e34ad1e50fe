"""What a package declares the rows of its tables to be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book

if TYPE_CHECKING:
    from pathlib import Path


def declare(root: Path, table: str, key: str, value: object) -> None:
    """Change what the package declares of a table."""
    path = root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    resource = next(one for one in package["resources"] if one["name"] == table)
    resource[key] = value
    path.write_text(json.dumps(package), "utf-8")


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        ({"kind": "light", "name": "title"}, "no column “title”"),
        ({"kind": "actor", "name": "name"}, "which table “people” declares too"),
        ({"kind": "ev", "name": "name"}, "the kind “ev”"),
        ({"kind": "light"}, "the kind “light”"),
        ({"kind": "light", "label": "name"}, "“label”"),
        ({"kind": "light", "name": "name", "line": "class"}, "“line” is not a list"),
        ("light", "“light”"),
    ],
)
def test_a_kind_that_cannot_be_is_a_problem_of_the_package(
    book: Path, declared: object, found: str
) -> None:
    declare(book, "lights", "sourcebook", declared)
    told = [one for one in read_book(book).problems if "what its rows are" in one.what]
    assert [one.file for one in told] == ["data/datapackage.json"]
    assert found in told[0].found
