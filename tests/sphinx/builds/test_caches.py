"""Caches of notebooks’ outputs: an unsound entry is dropped, and its notebook runs again."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.mark.parametrize("file", ["global.db", "base.ipynb", "made-from.json"])
def test_a_damaged_entry_is_made_again(tiny: TinyBook, file: str) -> None:
    tiny.quieten()
    tiny.add_notebook("one", "print('shown')")
    assert tiny.build(builder="dummy").ran() == ["one"]
    (damaged,) = (tiny.root / "_build/.jupyter_cache").rglob(file)
    damaged.write_bytes(damaged.read_bytes()[:40])
    done = tiny.build()
    assert done.ran() == ["one"]
    assert "shown" in done.page("notebooks/one.html")


def test_a_cache_without_its_tables_is_made_again(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("one", "print('shown')")
    assert tiny.build(builder="dummy").ran() == ["one"]
    (database,) = (tiny.root / "_build/.jupyter_cache").rglob("global.db")
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("DROP TABLE nbcache")
        opened.commit()
    done = tiny.build()
    assert done.ran() == ["one"]
    assert "shown" in done.page("notebooks/one.html")


PLACES = (
    *("doctrees", "doctrees/stamp.json", "doctrees/environment.pickle", "doctrees/docs"),
    *("jupyter_execute", "jupyter_execute/notebooks", "jupyter_execute/notebooks/one.ipynb"),
    *(".jupyter_cache", ".jupyter_cache/.running", ".jupyter_cache/notebooks~1one.part"),
    *(".jupyter_cache/notebooks~1one", ".jupyter_cache/notebooks~1one/global.db"),
    *(".jupyter_cache/notebooks~1one/made-from.json", ".html.part"),
)


@pytest.mark.parametrize("place", PLACES)
def test_a_folder_for_a_file_of_a_cache_is_no_trouble_nor_a_file_for_a_folder(
    tiny: TinyBook, place: str
) -> None:
    tiny.quieten()
    tiny.add_notebook("one", "print('shown')")
    doctrees = ("-d", "_build/doctrees")
    tiny.build(*doctrees)
    path = tiny.root / "_build" / place
    if path.is_dir():
        shutil.rmtree(path)
        path.write_text("no folder", "utf-8")
    else:
        path.unlink(missing_ok=True)
        (path / "folder").mkdir(parents=True)
    tiny.append("docs/index.md", "\nA word more.\n")
    for _ in range(2):
        done = tiny.build(*doctrees)
        assert (done.code, done.warnings) == (0, "")
    assert "A word more." in done.page("docs/index.html")
    assert "shown" in done.page("notebooks/one.html")
    assert not done.ran()
