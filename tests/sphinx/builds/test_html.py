"""Pages as HTML: which are written when something changes, and that all are as if made anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from conftest import TinyBook, fresh_copy

from sourcebook.data.handed import is_made
from sourcebook.sphinx.builds.stamps import read_stamp

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build

SHARED = ("-W", "-d", "_build/doctrees")


def wrote(done: Build) -> set[str]:
    """Return the pages, each with a source, that a build in one process wrote."""
    assert done.code == 0, done.warnings
    return set(re.findall(r"writing output\.\.\. \[ *\d+%\] (\S+)", done.said))


TELLING = """
def setup(app):
    app.connect("html-page-context", lambda app, page, *_: print(f"written: {page}"))
"""


def test_pages_without_a_source_are_written_when_something_that_they_show_changed(
    tiny: TinyBook,
) -> None:
    last: list[Build] = []

    def apart() -> set[str]:
        last[:] = [tiny.build(*SHARED, run=False)]
        assert last[0].code == 0, last[0].warnings
        return set(re.findall(r"written: (\S+)", last[0].said))

    tiny.append("docs/conf.py", TELLING)
    tiny.append("docs/second.md", "\n```{index} lantern\n```\n")
    assert {"search", "genindex"} <= apart()
    before = last[0].files()
    tiny.edit("docs/second.md", "is said to reach", "is believed to reach")
    assert apart() <= {"docs/second"}
    tiny.edit("docs/second.md", "is believed to reach", "is said to reach")
    assert apart() <= {"docs/second"}
    assert last[0].files() == before
    tiny.edit("docs/second.md", "{index} lantern", "{index} candle")
    assert apart() <= {"docs/second", "genindex"}
    assert "candle" in (tiny.root / "_build/html/genindex.html").read_text("utf-8")
    tiny.edit("docs/second.md", "# What others report", "# What they report")
    assert {"search", "genindex"} <= apart()


EVERY = {"docs/index", "docs/objects", "docs/second", "docs/sources", "notebooks/orders"}


@pytest.mark.parametrize(
    ("file", "old", "new", "pages"),
    [
        ("docs/second.md", "is said to reach", "is believed to reach", {"docs/second"}),
        ("data/traffic.csv", "ships-by-the-light", "ships-near-the-light", set()),
        ("data/orders.csv", ",3,2021-03,", ",3,2021,", {"notebooks/orders"}),
        ("data/people.csv", "harbour master", "keeper of the harbour", EVERY),
    ],
)
def test_pages_that_take_from_what_changed_are_written_and_all_are_as_if_made_anew(
    tiny: TinyBook, tmp_path: Path, file: str, old: str, new: str, pages: set[str]
) -> None:
    assert wrote(tiny.build(*SHARED)) == EVERY
    tiny.edit(file, old, new)
    again = tiny.build(*SHARED)
    assert wrote(again) == pages
    anew = TinyBook(fresh_copy(tmp_path / "anew"))
    anew.edit(file, old, new)
    expected = anew.build(*SHARED)
    assert again.pages() == expected.pages()
    now, files = again.files(), expected.files()
    assert now.keys() == files.keys()
    assert not [name for name in now if now[name] != files[name] and not name.endswith(".html")]


def test_a_page_that_took_grades_is_kept_where_another_table_leaves_them_as_they_were(
    tiny: TinyBook,
) -> None:
    tiny.append("docs/second.md", "\n```{index-of} evidence\n```\n")
    assert wrote(tiny.build(*SHARED)) == EVERY
    taken = read_stamp(tiny.root / "_build/.html.stamp").about["pages"]["docs/second"]["taken"]
    assert any(is_made(name) for name in taken)
    assert "data/orders.csv" not in taken
    tiny.edit("data/orders.csv", ",3,2021-03,", ",3,2021,")
    assert wrote(tiny.build(*SHARED)) == {"notebooks/orders"}
    tiny.edit("data/puzzles.csv", "contradiction,skerry", "wording,skerry")
    assert "docs/second" in wrote(tiny.build(*SHARED))


LATE = """
from sourcebook.sphinx.domain import book_domain

def setup(app):
    app.connect("html-page-context", lambda app, *_: book_domain(app.env).book.rows("orders"))
"""


def test_what_is_taken_only_while_a_page_is_written_ends_the_build(tiny: TinyBook) -> None:
    tiny.append("docs/conf.py", LATE)
    done = tiny.build(*SHARED, run=False)
    assert done.code == 2
    assert "takes data/orders.csv of the book only while it is written" in done.warnings
