"""One version: what the package's metadata state, everywhere."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
import yaml

import sourcebook
from sourcebook import cli
from sourcebook.version import UNKNOWN, installed_version

ROOT = Path(__file__).parents[1]


def test_project_citation_and_changelog_have_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["version"]
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d[^\]]*)\] - \d{4}-\d{2}-\d{2}$", changes, re.MULTILINE)
    assert [citation, released[0]] == [project, project]


def test_the_version_is_what_the_metadata_state(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sourcebook.version.version", {"sourcebook": "1.2.3"}.__getitem__)
    assert installed_version() == "1.2.3"
    monkeypatch.setattr("sourcebook.arguments.installed_version", installed_version)
    with pytest.raises(SystemExit, match="0"):
        cli.main(["--version"])
    assert capsys.readouterr().out == "sourcebook 1.2.3\n"


def test_a_checkout_that_is_not_installed_says_that_it_does_not_know(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr("sourcebook.version.version", missing)
    assert installed_version() == UNKNOWN
    assert sourcebook.__version__


def test_other_projects_may_rely_on_the_types() -> None:
    assert (Path(sourcebook.__file__).parent / "py.typed").is_file()
