"""Where a book is found."""

from pathlib import Path

import pytest

from sourcebook.checks.opening import open_book
from sourcebook.data.book import find_root
from sourcebook.problems import BookError


def test_a_book_is_found_from_any_folder_inside_it(book: Path) -> None:
    deep = book / "notebooks" / "drafts"
    deep.mkdir()
    assert open_book(deep).root == book.resolve()


def test_a_notebook_that_runs_outside_of_the_book_finds_the_engine_s_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_root() == find_root(Path(__file__).parents[2])
    with pytest.raises(BookError, match="no book here"):
        find_root(tmp_path)
