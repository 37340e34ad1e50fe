"""Stamps: they hold until a file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.sphinx.builds.stamps import Stamp, digests, read_stamp, write_stamp

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"files": 3}', '{"x": 1}', '{"files": []}']
)
def test_a_stamp_that_cannot_be_read_holds_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "stamp").write_text(text, "utf-8")
    assert not read_stamp(tmp_path / "stamp").holds(tmp_path)


def test_a_stamp_holds_until_a_file_changes(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "a").write_text("a", "utf-8")
    write_stamp(tmp_path / "stamp", Stamp(digests(folder), {"key": 1}, complete=True))
    assert read_stamp(tmp_path / "stamp").holds(folder)
    (folder / "a").write_text("", "utf-8")
    assert not read_stamp(tmp_path / "stamp").holds(folder)
