"""The reference: it lists all that the engine declares, and its examples give what they show."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from docutils.nodes import make_id
from support.registered import names, registered

from sourcebook.arguments import parser
from sourcebook.data.book import Book
from sourcebook.data.contract import ROLES
from sourcebook.data.objects import kinds
from sourcebook.sphinx.views.declared import public
from sourcebook.sphinx.views.reference import TOPICS

ERROR = re.compile(r"\b\w*Error\b")


MUTE = """
from docutils.parsers.rst import Directive


class Mute(Directive):
    __module__ = "sourcebook.mute"


def setup(app):
    app.add_directive("mute", Mute)
"""


EXAMPLE = """# Examples

````{live}
It was ordered {ev}`times-keep-burning`.
````

````{live}
It was ordered {ev}`times-keep-burnin`.
````
"""


@pytest.fixture(scope="module")
def built(shared: Any) -> Any:
    """Return a build of the tiny book with each topic on a page, and with four mistakes."""
    for topic in TOPICS:
        shared.add_page(topic, f"```{{reference}} {topic}\n```")
    shared.add_page("no-topic", "```{reference} rolls\n```")
    shared.append("docs/examples.md", EXAMPLE)
    shared.append("docs/index.md", "\n```{toctree}\nexamples\n```\n")
    shared.append("docs/conf.py", MUTE)
    return shared.build(run=False)


def listed(built: Any, topic: str) -> dict[str, str]:
    """Return the entries of a page of the reference: their names with all that they say."""
    page = BeautifulSoup(built.page(f"docs/{topic}.html"), "html.parser")
    found = {}
    for term in page.select("dl.reference > dt"):
        ids = [one["id"] for one in [term, *term.select("[id]")] if one.get("id")]
        body = term.find_next_sibling("dd")
        for one in ids:
            text = body.get_text(" ") if body else ""
            found[str(one).removeprefix(f"{topic}-")] = " ".join(text.split())
    return found


def test_every_role_is_in_the_reference(built: Any, shared: Any) -> None:
    from sourcebook.checks.opening import read_book

    declared = names(registered(), "add_role") | kinds(read_book(shared.root)).keys()
    assert declared == listed(built, "roles").keys()


def test_every_directive_is_in_the_reference(built: Any) -> None:
    found = listed(built, "directives").keys()
    assert names(registered(), "add_directive") | {"mute"} == found


def test_every_setting_is_in_the_reference_and_says_what_it_is_for(built: Any) -> None:
    found = listed(built, "settings")
    declared = names(registered(), "add_config_value")
    assert {make_id(one) for one in declared} == found.keys()
    for call in registered().add_config_value.call_args_list:
        assert call.args[4].partition("``")[0].strip() in found[make_id(call.args[0])]


def test_every_command_is_in_the_reference_with_its_arguments(built: Any) -> None:
    told = " ".join(listed(built, "commands").values())
    text = parser().format_help()
    commands = set(re.findall(r"^    (\w+)  +\w", text, re.MULTILINE))
    assert commands | {"sourcebook"} == listed(built, "commands").keys()
    assert {"check", "find", "coverage", "export"} <= commands
    assert all(one in told for one in ("--book BOOK", "WORDS …", "--floor PERCENT", "FOLDER"))


def test_every_table_of_the_contract_is_in_the_reference_with_its_columns(built: Any) -> None:
    found = listed(built, "tables")
    assert {role.name for role in ROLES} == found.keys()
    for role in ROLES:
        for column, meaning in {**role.needed, **role.optional}.items():
            assert column in found[role.name]
            assert meaning.replace("'", "’") in found[role.name]


def test_every_public_function_is_in_the_reference(built: Any) -> None:
    found = listed(built, "functions")
    for module, members in public().items():
        for name, one in members.items():
            assert make_id(f"{module}.{name}") in found
            assert ast.get_docstring(one.tree), name
    assert "Raises ValueError : cells are empty" in found["sourcebook-figures-matrix"]
    page = BeautifulSoup(built.page("docs/functions.html"), "html.parser")
    ids = [one["id"] for one in page.select("dl.reference [id]")]
    assert len(ids) == len(set(ids))


def test_what_goes_wrong_is_told_with_file_and_line(built: Any) -> None:
    told = [line for line in built.warnings.splitlines() if "WARNING" in line]
    assert len(told) == 3, built.warnings
    assert any("docs/no-topic.md:3: WARNING: the reference has no such" in one for one in told)
    assert "did you mean “roles”?" in built.warnings
    assert any("docs/directives.md:3: WARNING: something in the reference" in one for one in told)
    assert "found:    “mute”" in built.warnings
    assert any("docs/examples.md:8" in one for one in told)
    assert built.warnings.count("[sourcebook.reference]") == 2


def test_an_example_shows_its_source_and_what_it_gives_and_cites_nothing(built: Any) -> None:
    page = BeautifulSoup(built.page("docs/examples.html"), "html.parser")
    one = page.select(".live")[0]
    assert "It was ordered {ev}`times-keep-burning`." in one.select("pre")[0].get_text()
    assert one.select(".live-result a.ev")[0]["data-ev"] == "times-keep-burning"
    assert "examples.html#marker" not in built.page("docs/sources.html")


def raised(code: ast.FunctionDef) -> Iterator[str]:
    """Yield the errors that a function raises itself, or through the book that it asks."""
    for node in ast.walk(code):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            yield from ERROR.findall(ast.unparse(node.exc.func))
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "book":
            yield from ERROR.findall(getattr(Book, node.attr, None).__doc__ or "")


def test_every_public_function_says_which_errors_it_raises() -> None:
    unsaid = [
        (name, error)
        for members in public().values()
        for name, one in members.items()
        if isinstance(one.tree, ast.FunctionDef)
        for error in raised(one.tree)
        if error not in (ast.get_docstring(one.tree) or "")
    ]
    assert unsaid == []
