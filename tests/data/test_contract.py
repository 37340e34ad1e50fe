"""The contract: which table is what to the engine, and what is told where one does not serve."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sourcebook.checks.opening import open_book, read_book
from sourcebook.data import contract

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import TinyBook

TESTS = Path(__file__).parents[1]
PACKAGE = "data/datapackage.json"


def change(tiny: TinyBook, what: Callable[[dict[str, Any]], None], file: str = PACKAGE) -> None:
    """Change the tables that a package describes, given by their names."""
    path = tiny.root / file
    package = json.loads(path.read_text("utf-8"))
    tables = {one["name"]: one for one in package["resources"]}
    what(tables)
    path.write_text(json.dumps({**package, "resources": [*tables.values()]}), "utf-8")


def told(tiny: TinyBook) -> list[str]:
    """Return what is wrong with a book's tables as tables of the contract."""
    named = ("lacks what", "no readable table", "have the role", "the role of table")
    found = [str(one) for one in read_book(tiny.root).problems]
    return [one for one in found if any(words in one for words in named)]


def test_a_table_bears_its_role_or_declares_it_or_is_referred_to(book: Path) -> None:
    read = open_book(book)
    assert {role: table.name for role, table in read.roles.items()} == {
        "sources": "sources",
        "evidence": "evidence",
        "aside": "unused",
        "readings": "answers",
        "questions": "puzzles",
        "speakers": "people",
    }
    second = {role: table.name for role, table in read.context.roles.items()}
    assert second == {"references": "publications", "bearings": "comparisons"}


def test_what_a_book_does_not_use_it_leaves_out(tiny: TinyBook) -> None:
    def leave_out(tables: dict[str, Any]) -> None:
        for name in ("unused", "answers", "puzzles"):
            del tables[name]
            (tiny.root / f"data/{name}.csv").unlink()

    change(tiny, leave_out)
    read = read_book(tiny.root)
    assert read.problems == ()
    assert read.roles.keys() == {"sources", "evidence", "speakers"}
    assert read.rows_of(contract.READINGS) == {}


def test_a_table_that_every_book_has_is_missed(tiny: TinyBook) -> None:
    change(tiny, lambda tables: tables["evidence"].update(name="quotes"))
    (missing,) = told(tiny)
    assert missing.startswith(f"{PACKAGE}: there is no readable table “evidence”")


@pytest.mark.parametrize(
    ("table", "column", "role", "means"),
    [
        ("answers", "reading", "readings", "reading: What it says, in the book's words"),
        ("puzzles", "nature", "questions", "nature: In what way the readings differ"),
        ("sources", "short", "sources", "short: What a marker calls the source"),
    ],
)
def test_a_column_that_is_needed_is_missed_with_its_meaning(
    tiny: TinyBook, table: str, column: str, role: str, means: str
) -> None:
    def rename(tables: dict[str, Any]) -> None:
        (field,) = (one for one in tables[table]["schema"]["fields"] if one["name"] == column)
        field["name"] = "other"

    change(tiny, rename)
    path = tiny.root / f"data/{table}.csv"
    head, _, rest = path.read_text("utf-8").partition("\n")
    columns = ["other" if one == column else one for one in head.split(",")]
    path.write_text(f"{','.join(columns)}\n{rest}", "utf-8")
    (problem,) = told(tiny)
    assert problem.startswith(
        f"data/{table}.csv:1: the table “{table}” lacks what “{role}” cannot do without"
    )
    assert f"no column {column}" in problem
    assert means in problem
    assert role not in read_book(tiny.root).roles


def test_two_tables_with_one_role_are_a_problem(tiny: TinyBook) -> None:
    change(tiny, lambda tables: tables["traffic"].update(sourcebook={"role": "aside"}))
    problems = told(tiny)
    assert any("the role “aside”\n    found:    unused, traffic\n" in one for one in problems)


def test_a_name_that_is_also_a_role_can_be_kept_without_it(tiny: TinyBook) -> None:
    def name(tables: dict[str, Any]) -> None:
        tables["traffic"] |= {"name": "aside", "sourcebook": {"role": ""}}

    change(tiny, name)
    assert told(tiny) == []


@pytest.mark.parametrize("role", ["nonsense", "sources", "questions"])
def test_a_role_that_cannot_be_declared_is_a_problem(tiny: TinyBook, role: str) -> None:
    change(tiny, lambda tables: tables["traffic"].update(sourcebook={"role": role}))
    (problem,) = told(tiny)
    assert f"the role of table “traffic” cannot be declared\n    found:    “{role}”" in problem
    assert "one of aside, readings" in problem


def test_every_role_and_column_has_its_meaning_in_a_sentence() -> None:
    for role in contract.ROLES:
        for meaning in (role.meaning, *role.needed.values(), *role.optional.values()):
            assert meaning.endswith(".")
