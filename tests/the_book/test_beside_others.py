"""This book beside others: found from anywhere, and no namesake of the second book here."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.data import contract
from sourcebook.data.book import find_root
from sourcebook.data.tables import read_tables
from sourcebook.problems import BookError

ROOT = find_root(Path(__file__).parents[2])
PACKAGE = "data/datapackage.json"


def test_a_notebook_that_runs_outside_of_the_book_finds_the_engine_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_root() == ROOT
    with pytest.raises(BookError, match="no book here"):
        find_root(tmp_path)


def test_the_books_of_this_repository_share_no_name_of_a_table_but_the_fixed_ones() -> None:
    fixed = {role.name for role in contract.ROLES if role.fixed}
    for package in (PACKAGE, "data/context/datapackage.json"):
        ours, theirs = (
            read_tables(root, package)[0].keys() for root in (ROOT, ROOT / "tests" / "book")
        )
        assert ours & theirs <= fixed
