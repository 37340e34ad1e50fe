"""Where a book is found."""

from pathlib import Path

from sourcebook.checks.opening import open_book


def test_a_book_is_found_from_any_folder_inside_it(book: Path) -> None:
    deep = book / "notebooks" / "drafts"
    deep.mkdir()
    assert open_book(deep).root == book.resolve()
