"""A file that is written whole takes the place of the older one, or leaves it as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.data.whole import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    for data in (b"old", b"new"):
        write_whole(tmp_path / "file", data)
        assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"file": data}


def test_a_file_that_cannot_be_written_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "file.part").mkdir()
    with pytest.raises(OSError, match=r"file\.part"):
        write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
