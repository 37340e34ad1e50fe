"""A book that is kept between builds: opened only while it is what its files are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks import opening
from sourcebook.checks.opening import KEPT, files_of, read_book, read_kept
from sourcebook.data.state import state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import TinyBook

    from sourcebook.data.book import Book
    from sourcebook.data.remembered import Memory


class Reading:
    """Opens a book as another process would, and tells whether its files were read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.anew: list[Path] = []
        self.read = opening._read_anew
        monkeypatch.setattr(opening, "_read", [])
        monkeypatch.setattr(opening, "_read_anew", self.read_anew)

    def read_anew(self, root: Path, memory: Memory) -> Book:
        self.anew.append(root)
        return self.read(root, memory)

    def reads(self, root: Path) -> bool:
        """Tell whether a book is read anew; what is opened is what would be read."""
        kept = self.open(root, read_kept)
        anew = bool(self.anew)
        assert repr(kept) == repr(self.open(root, read_book))
        return anew

    def open(self, root: Path, way: Callable[[Path], Book]) -> Book:
        self.anew.clear()
        opening._read.clear()
        book = way(root)
        assert files_of(book) == state(root)
        return book


@pytest.fixture
def reading(tiny: TinyBook, monkeypatch: pytest.MonkeyPatch) -> Reading:
    one = Reading(monkeypatch)
    assert one.reads(tiny.root)
    assert not one.reads(tiny.root)
    return one


@pytest.mark.parametrize(
    "file", ["data/people.csv", "seeds/new.txt", "sourcebook.toml", "data/references.bib"]
)
def test_a_book_is_read_anew_where_a_file_changed(
    file: str, reading: Reading, tiny: TinyBook
) -> None:
    tiny.append(file, "\n")
    assert reading.open(tiny.root, read_kept)
    assert reading.anew


def test_a_book_is_opened_again_when_its_files_are_as_they_were(
    reading: Reading, tiny: TinyBook
) -> None:
    tiny.edit("data/people.csv", "person,harbour master", "person,master")
    assert reading.reads(tiny.root)
    assert not reading.reads(tiny.root)
    tiny.edit("data/people.csv", "person,master", "person,harbour master")
    assert reading.reads(tiny.root)


@pytest.mark.parametrize("keep", [0, 1, 70, 200, 5000])
def test_a_kept_book_that_is_damaged_is_read_anew(
    keep: int, reading: Reading, tiny: TinyBook
) -> None:
    whole = (tiny.root / KEPT).read_bytes()
    (tiny.root / KEPT).write_bytes(whole[:keep])
    assert reading.reads(tiny.root)
    assert (tiny.root / KEPT).read_bytes() == whole
    (tiny.root / KEPT).write_bytes(whole[:-1] + b"x")
    assert reading.reads(tiny.root)


def test_a_book_is_read_anew_by_another_engine(
    reading: Reading, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "digest_of_engine", lambda: "another")
    assert reading.reads(tiny.root)


def test_a_book_that_was_moved_is_read_anew(reading: Reading, tiny: TinyBook) -> None:
    moved = tiny.root.rename(tiny.root.with_name("moved"))
    assert reading.open(moved, read_kept).root == moved
    assert reading.anew


def test_a_file_of_elsewhere_is_told_of(reading: Reading, tiny: TinyBook, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("# Elsewhere\n", "utf-8")
    (tiny.root / "docs/page.md").symlink_to(tmp_path / "page.md")
    book = reading.open(tiny.root, read_kept)
    assert any("docs/page.md" in str(one) for one in book.problems)


def test_a_book_with_a_problem_is_not_kept(reading: Reading, tiny: TinyBook) -> None:
    kept = (tiny.root / KEPT).read_bytes()
    tiny.edit("data/evidence.csv", "The tower, 47 metres", "The tower, 48 metres")
    assert reading.open(tiny.root, read_kept).problems
    assert (tiny.root / KEPT).read_bytes() == kept
    assert reading.open(tiny.root, read_kept).problems
