"""Pages written by hand: which files they are, and their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.pages.written import read_written, written_files

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


def test_pages_and_notebooks_are_listed_and_nothing_else(book: Path) -> None:
    names = [path.relative_to(book).as_posix() for path in written_files(book)]
    assert names == sorted(names)
    assert {"docs/index.md", "notebooks/orders.md"} <= set(names)
    assert not [name for name in names if not name.endswith(".md")]


def test_bytes_that_are_not_utf_8_are_replaced(tiny: TinyBook) -> None:
    path = tiny.root / "docs/second.md"
    path.write_bytes(b"# One\n\nA \xff.\n")
    assert read_written(path) == "# One\n\nA \ufffd.\n"
