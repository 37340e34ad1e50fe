"""Exports: valid by their published schemas, the same for the same book, and true to the seeds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import open_book
from sourcebook.cli import main
from sourcebook.exports import contents, write

if TYPE_CHECKING:
    from conftest import TinyBook


def test_the_same_book_gives_the_same_bytes_and_nothing_is_written_twice(book: Path) -> None:
    folder = book / "out"
    first = write(open_book(book), folder)
    assert {path.relative_to(folder).as_posix() for path in first} == contents(
        open_book(book)
    ).keys()
    assert write(open_book(book), folder) == []


def test_only_what_changed_is_written_again(tiny: TinyBook) -> None:
    folder = tiny.root / "out"
    write(open_book(tiny.root), folder)
    tiny.edit("data/evidence.csv", "The other lamp is not spoken of again.", "No other lamp.")
    again = {path.name for path in write(open_book(tiny.root), folder)}
    assert again == {"annotations.jsonld", "evidence.csv", "data.zip", "spreadsheets.zip"}


def test_the_command_writes_the_files_and_refuses_a_book_with_problems(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tiny.root / "out"
    assert main(["--book", str(tiny.root), "export", str(folder)]) == 0
    assert "files written" in capsys.readouterr().out
    assert (folder / "annotations.jsonld").is_file()
    tiny.edit("data/evidence.csv", "on 3 March 2021", "on 3 March 2022")
    assert main(["--book", str(tiny.root), "export", str(tiny.root / "other")]) == 1
    assert not (tiny.root / "other").exists()
