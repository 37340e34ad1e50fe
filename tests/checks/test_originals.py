"""Originals held against the register, and texts against their originals."""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.cli import main
from sourcebook.project.add import add

if TYPE_CHECKING:
    from pathlib import Path

    from sourcebook.problems import Problem

PAGE = "<html><body><p>The lamp was lit at dusk.</p><p>Nobody came.</p></body></html>"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a new book with a page among its sources."""
    main(["new", str(tmp_path / "book")])
    (tmp_path / "lamp.html").write_text(PAGE, "utf-8")
    add(tmp_path / "lamp.html", tmp_path / "book")
    return tmp_path / "book"


def register(root: Path, **cells: str) -> None:
    """Change cells of the last row of the register."""
    path = root / "data/sources.csv"
    rows = [*csv.DictReader(path.read_text("utf-8").splitlines())]
    rows[-1] |= cells
    text = io.StringIO()
    writer = csv.DictWriter(text, [*rows[0]], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(text.getvalue(), "utf-8")


def rewrite(root: Path, old: str, new: str) -> None:
    """Change the text of the page, and its checksum."""
    path = root / "seeds/lamp.txt"
    raw = path.read_bytes().replace(old.encode(), new.encode())
    path.write_bytes(raw)
    register(root, sha256=hashlib.sha256(raw).hexdigest())


def problem(root: Path) -> Problem:
    (found,) = read_book(root).problems
    assert found.check == "originals"
    return found


def test_a_text_that_follows_from_its_original_passes(root: Path) -> None:
    book = read_book(root)
    assert not book.problems
    assert not book.notes


def test_a_text_that_was_changed_is_told_with_its_line(root: Path) -> None:
    rewrite(root, "Nobody", "Everybody")
    found = problem(root)
    assert (found.file, found.line) == ("seeds/lamp.txt", 2)
    assert "does not follow from its original" in found.what


def test_a_text_of_another_version_is_a_note(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(root, "Nobody", "No body")
    register(root, extractor="selectolax 0.1, sourcebook 0.1")
    (note,) = read_book(root).notes
    assert "selectolax 0.1" in note.do
    assert main(["--book", str(root), "check"]) == 0
    assert "seeds/lamp.txt:2: note: " in capsys.readouterr().err


def test_another_version_that_reads_the_same_is_nothing_to_tell(root: Path) -> None:
    register(root, extractor="selectolax 0.1, sourcebook 0.1")
    assert not read_book(root).notes


def test_an_original_that_was_changed_is_told(root: Path) -> None:
    (root / "seeds/originals/lamp.html").write_text(PAGE.replace("dusk", "dawn"), "utf-8")
    assert "is not the one that was registered" in problem(root).what


@pytest.mark.parametrize("name", ["../lamp.html", "seeds/originals/lost.html", "seeds/lamp.exe"])
def test_an_original_that_cannot_be_read_is_told(root: Path, name: str) -> None:
    register(root, original=name)
    found = [one for one in read_book(root).problems if one.check == "originals"]
    assert name in found[0].found
    assert found[1].what == "the original belongs to no source"


def test_without_the_library_the_check_says_so_and_fails_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    assert main(["--book", str(root), "check"]) == 0
    said = capsys.readouterr().err
    assert "not held against its original" in said
    assert "pip install 'sourcebook[sources]'" in said
