"""The bench lays out the same notebooks for every way, and says which aim is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bench_books import OURS, STAMPED, WAYS, change, missed

if TYPE_CHECKING:
    from pathlib import Path


CHANGED: dict[str, set[str]] = {"no change": set(), "one word": {"n0"}, "one data file": {"data-1"}}


@pytest.mark.parametrize("name", WAYS)
def test_each_way_has_every_notebook_and_its_data_and_changes_one(
    tmp_path: Path, name: str
) -> None:
    root = tmp_path / "book"
    WAYS[name].lay_out(root, 3)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert len([path for path in before if path.stem in {"n0", "n1", "n2"}]) == 3
    assert all(b"read_csv" in path.read_bytes() for path in before if path.stem == "n2")
    for step, changed in (
        ("no change", set()),
        ("one word", {"n0"}),
        ("one data file", {"data-1"}),
    ):
        change(root, step, 1)
        found = {path.stem for path, was in before.items() if path.read_bytes() != was}
        assert found == changed
        before = {path: path.read_bytes() for path in before}


def test_missed_aims_are_named() -> None:
    took = {"cold": 10.0, "one data file": 1.0}
    small = {OURS: took, "Jupyter Book 1": {"cold": 41.0}, STAMPED: {"cold": 21.0}}
    large = {OURS: {"cold": 50.0, "one data file": 15.0}}
    assert missed({12: small, 48: large}) == [
        "12 notebooks: 2.1 times as fast as MyST-NB -j 2, not 2.2",
        "one data file takes 0.30 of a cold build, not 0.2",
        "48 notebooks take 5.0 times as long as 12",
    ]
    largest = {OURS: {"cold": 170.0, "one data file": 60.0}}
    assert missed({12: small, 192: largest})[1:] == []
    assert missed({12: small, 192: {OURS: {"cold": 180.0}}})[1:] == [
        "192 notebooks take 18.0 times as long as 12"
    ]
