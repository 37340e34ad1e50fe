"""The list of checks: each says what it asks, finds its fault, and is a warning that is known."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest

import sourcebook
from sourcebook.checks.catalogue import all_checks
from sourcebook.checks.check import Check
from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.cli import main
from sourcebook.problems import Subtype

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import TinyBook

CHECKS: list[Check[Any]] = [one for stage in all_checks().values() for one in stage]


def of_table(tiny: TinyBook, name: str, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what the package says of a table."""
    path = tiny.root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    change(next(one for one in package["resources"] if one["name"] == name))
    path.write_text(json.dumps(package), "utf-8")


def refer_to_itself(table: dict[str, Any]) -> None:
    """Make each row of the orders refer to itself."""
    key = {"fields": ["id"], "reference": {"resource": "", "fields": ["id"]}}
    table["schema"]["foreignKeys"].append(key)


FAULTS: dict[str, Callable[[TinyBook], object]] = {
    "settings": lambda tiny: tiny.append("sourcebook.toml", "papre = 'a4'\n"),
    "schema": lambda tiny: tiny.append("data/people.csv", "ines-calder,Again\n"),
    "files": lambda tiny: (tiny.root / "data/link.csv").symlink_to("/"),
    "contract": lambda tiny: of_table(
        tiny, "traffic", lambda table: table.update(sourcebook={"role": "speakers"})
    ),
    "names": lambda tiny: tiny.append("data/people.csv", "other,Harbour Board,person,,,\n"),
    "declarations": lambda tiny: of_table(
        tiny, "lights", lambda table: table.update(sourcebook={"kind": "Light"})
    ),
    "cycles": lambda tiny: of_table(tiny, "orders", refer_to_itself),
    "origins": lambda tiny: tiny.edit(
        "data/sources.csv", "times-byline,stated,,,,B", "times-byline,stated,harbour-times,,,B"
    ),
    "seeds": lambda tiny: tiny.append("seeds/more.txt", "More.\n"),
    "originals": lambda tiny: tiny.add_column("sources", "original", "seeds/originals/lost.pdf"),
    "quotations": lambda tiny: tiny.edit("data/evidence.csv", "The tower, 47", "The tower, 48"),
    "aside": lambda tiny: tiny.add_row(
        "data/unused.csv", id="a", source="pilots-gazette", paragraph="1", begins="No", reason="x"
    ),
    "cells": lambda tiny: tiny.edit("data/orders.csv", "harbour-board,3,", "harbour-board,4,"),
    "addresses": lambda tiny: tiny.add_column("sources", "url", "javascript:x"),
    "bibliography": lambda tiny: tiny.append("data/references.bib", "@misc{a, title = {x}"),
    "second-tier": lambda tiny: tiny.edit("data/context/publications.csv", ",2019-05,", ",soon,"),
    "encoding": lambda tiny: (tiny.root / "docs/raw.md").write_bytes(b"# Raw \xff\n"),
    "form": lambda tiny: tiny.append("docs/old.rst", "Old\n===\n"),
    "nesting": lambda tiny: tiny.add_page("deep", ">" * 40 + " deep"),
    "link": lambda tiny: tiny.add_page("link", "[x](javascript:x)"),
    "evidence": lambda tiny: tiny.add_page("evidence", "Said {ev}`times-ordr`."),
    "source": lambda tiny: tiny.add_page("source", "```{source} harbour-time\n```"),
    "object": lambda tiny: tiny.add_page("object", "The board is {actor}`harbour-bord`."),
    "context": lambda tiny: tiny.add_page("context", "Said {context}`almanac-range`."),
    "value": lambda tiny: tiny.add_page("value", "On {value}`orders/skerry.date`."),
    "prose": lambda tiny: tiny.add_page("prose", "There were 99 lamps."),
    "tone": lambda tiny: tiny.add_page("tone", "With high confidence it is likely."),
    "name": lambda tiny: tiny.add_page("name", "It was steered by Nemo Zork."),
    "named": lambda tiny: tiny.add_page("named", "Lamps of Ines Calder {ev}`times-order`."),
    "speaker": lambda tiny: tiny.add_page(
        "speaker", "Ada Thorne said that ships steer by it {ev}`gazette-ships`."
    ),
    "negation": lambda tiny: tiny.add_page(
        "negation", "The first lamp did not arrive {ev}`times-arrival`."
    ),
    "strength": lambda tiny: tiny.add_page(
        "strength", "The lamps were replaced {ev}`times-replaced`."
    ),
    "answer": lambda tiny: tiny.add_page("answer", "It rains <!-- sure: it does -->."),
    "count": lambda tiny: tiny.add_page("count", "There are {count}`sauces`."),
}


@pytest.fixture(scope="module")
def faulty(shared: TinyBook) -> set[str]:
    """Return the names of the checks that find something in a book with a fault for each."""
    for fault in FAULTS.values():
        fault(shared)
    book = read_book(shared.root)
    return {one.check for one in (*book.problems, *check_pages(Pages(book)))}


@pytest.mark.parametrize("name", [one.name for one in CHECKS if one.find])
def test_each_check_of_data_and_pages_finds_its_fault(name: str, faulty: set[str]) -> None:
    assert name in faulty


def test_a_check_has_a_name_of_its_own_and_says_what_it_asks_in_one_sentence() -> None:
    names = [one.name for one in CHECKS]
    assert len(names) == len(set(names))
    for one in CHECKS:
        assert one.says.endswith("."), one.name
        assert ". " not in one.says, one.name
    assert [one for one in CHECKS if one.find is None] == [*all_checks()["Build"]]


def test_every_kind_of_warning_has_a_check_and_none_has_another() -> None:
    assert {one.subtype for one in CHECKS} - {None} == set(get_args(Subtype))


def test_every_warning_of_the_engine_is_of_a_kind_that_is_listed() -> None:
    root = Path(sourcebook.__file__).parent
    given = {
        call.args[at].value  # type: ignore[attr-defined]
        for path in root.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        for at in [{"warn": 0, "Finding": 0, "of_gate": 0}.get(call.func.id)]
        if at is not None and isinstance(call.args[at], ast.Constant)
    }
    assert {"book", "prose", "notebook"} <= given <= set(get_args(Subtype))


def test_the_command_names_the_check_of_each_problem(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    FAULTS["quotations"](tiny)
    assert main(["--book", str(tiny.root), "check"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n    check:    quotations\n") == 1
