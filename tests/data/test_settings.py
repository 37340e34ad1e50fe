"""The settings of a book: where they stand, what they may be, and what is said of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.data.settings import SETTINGS, read_settings, setting

if TYPE_CHECKING:
    from pathlib import Path


def test_a_book_without_a_file_sets_nothing(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == ({}, [])
    assert setting({}, "paper") == "a4"


def test_settings_stand_in_a_file_of_their_own_or_in_that_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.sourcebook]\npaper = "a5"\n', "utf-8")
    assert read_settings(tmp_path) == ({"paper": "a5"}, [])
    (tmp_path / "sourcebook.toml").write_text("coverage = 80\n", "utf-8")
    assert read_settings(tmp_path) == ({"coverage": 80}, [])


def test_a_file_of_another_project_is_none_of_its_business(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\nx = 1\n", "utf-8")
    assert read_settings(tmp_path) == ({}, [])
    (tmp_path / "pyproject.toml").write_text("[tool.other\n", "utf-8")
    assert read_settings(tmp_path) == ({}, [])


@pytest.mark.parametrize(
    ("line", "what", "do"),
    [
        ("covrage = 80", "there is no such setting", "did you mean “coverage”?"),
        ("coverage = 101", "the setting “coverage” has another form", "correct the value"),
        ("coverage = true", "the setting “coverage” has another form", "correct the value"),
        ('coverage = "80"', "the setting “coverage” has another form", "correct the value"),
        ('index = "ship"', "the setting “index” has another form", "correct the value"),
        ("index = [1]", "the setting “index” has another form", "correct the value"),
        ("full_text = 1", "the setting “full_text” has another form", "correct the value"),
        ("paper = 4", "the setting “paper” has another form", "correct the value"),
        ("paper = a4", "the settings cannot be read", "correct the file"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: str, what: str, do: str) -> None:
    (tmp_path / "sourcebook.toml").write_text(f"# One.\nbrief = []\n{line}\n", "utf-8")
    told, (problem,) = read_settings(tmp_path)
    assert problem.place == "sourcebook.toml:3"
    assert problem.what == what
    assert do in problem.do
    assert line.partition(" ")[0] not in told


def test_every_default_has_the_form_of_its_setting() -> None:
    assert all(one.takes(one.default) for one in SETTINGS.values())
