"""What changed since a snapshot: added, changed and withdrawn, each at its place, with a reason."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from sourcebook.sphinx.builds.inputs import SNAPSHOT
from sourcebook.sphinx.site.changes import Snapshot, compared, read

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook

PAGE = "The tower is old {ev}`times-tower`.\n\nIt came {ev}`times-arrival`."


def test_statements_are_told_apart_by_address_and_words() -> None:
    before = {"a#1": ("x", "e"), "a#2": ("y", "f"), "a#3": ("z", "g")}
    now = {"a#1": ("x", "e"), "a#2": ("new", "f"), "a#4": ("z", "h")}
    assert compared(before, now) == {"Added": ["a#4"], "Changed": ["a#2"], "Withdrawn": ["a#3"]}


def test_a_snapshot_is_read_as_it_was_written(tmp_path: Path) -> None:
    kept = Snapshot("1.0", "2026-01-02", {"docs/a#on-x": ("0123456789", "x y")})
    (tmp_path / SNAPSHOT).write_text(str(kept), "utf-8")
    assert read(tmp_path / SNAPSHOT) == kept
    assert read(tmp_path / "nothing") is None


def test_a_page_tells_what_changed_and_the_front_page_how_current_the_book_is(
    tiny: TinyBook,
) -> None:
    tiny.add_page("more", PAGE)
    tiny.append("docs/index.md", "\n```{how-current}\n```\n")
    first = tiny.build("-W", run=False)
    assert first.code == 0, first.warnings
    assert not (first.out / "changes.html").exists()
    shutil.copy(first.out / "exports" / SNAPSHOT, tiny.root / "docs" / SNAPSHOT)
    tiny.append("docs/changes.csv", "address,reason\ndocs/more,a word was wrong\n")
    tiny.edit("docs/more.md", "The tower is old", "The tower was old")
    tiny.edit("docs/more.md", "It came {ev}`times-arrival`", "It shone {ev}`times-keep-burning`")
    done = tiny.build(run=False)
    page = BeautifulSoup(done.page("changes.html"), "html.parser")
    heads = [one.get_text().strip("#\n") for one in page.select("h2")]
    assert [one for one in heads if ":" in one] == ["Added: 1", "Changed: 1", "Withdrawn: 1"]
    links = [str(one["href"]) for one in page.select("li > a[href*='#on-']")]
    assert links == ["docs/more.html#on-times-keep-burning", "docs/more.html#on-times-tower"]
    assert "The tower was old (a word was wrong)" in page.get_text()
    assert "docs/more#on-times-arrival" in page.get_text()
    front = BeautifulSoup(done.page("docs/index.html"), "html.parser")
    assert "The latest source: Harbour Times, 4 May 2021." in front.get_text()
    assert front.select("a[href='../changes.html']")
