"""What tells, before anything is loaded, that a notebook of a book will run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.data.state import digest_of_file
from sourcebook.run.made_from import CACHES, MADE_FROM, note, noted, will_run

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOK = "```{code-cell} python\n1\n```\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a book with a notebook that has run and read a table."""
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/lamps.md").write_text(NOTEBOOK, "utf-8")
    (tmp_path / "table.csv").write_text("lamp\n", "utf-8")
    folder = tmp_path / CACHES / "notebooks~1lamps"
    folder.mkdir(parents=True)
    note(folder, {"read": {"table.csv": digest_of_file(tmp_path / "table.csv")}})
    return tmp_path


def test_a_notebook_runs_if_what_it_read_changed(root: Path) -> None:
    assert not will_run(root)
    (root / "table.csv").write_text("lamps\n", "utf-8")
    assert will_run(root)
    (root / "table.csv").unlink()
    assert will_run(root)


@pytest.mark.parametrize("kept", ["", "{", "[]", "{}", '{"read": []}'])
def test_a_notebook_runs_if_nobody_can_tell_what_it_read(kept: str, root: Path) -> None:
    made = root / CACHES / "notebooks~1lamps" / MADE_FROM
    made.write_text(kept, "utf-8")
    assert will_run(root)


@pytest.mark.parametrize("name", ["notebooks/a.md", "docs/deep/a.md", "notebooks/a.ipynb"])
def test_where_none_has_run_one_does_if_there_is_any(name: str, tmp_path: Path) -> None:
    page = tmp_path / "docs/index.md"
    page.parent.mkdir()
    page.write_text("# Lamps\n", "utf-8")
    assert not will_run(tmp_path)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(NOTEBOOK, "utf-8")
    assert will_run(tmp_path)


def test_what_is_noted_is_read_again(tmp_path: Path) -> None:
    note(tmp_path, {"read": {"ä": "1"}})
    assert noted(tmp_path) == {"read": {"ä": "1"}}
    (tmp_path / MADE_FROM).write_text("[]", "utf-8")
    with pytest.raises(ValueError, match=MADE_FROM):
        noted(tmp_path)
