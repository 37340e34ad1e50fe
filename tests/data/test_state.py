"""The state of a book's files changes with each of them, and an opened book with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook import open_book
from sourcebook.data.state import state

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.mark.parametrize("file", ["data/people.csv", "data/new.txt", "seeds/new.txt"])
def test_a_file_that_is_new_or_changed(tiny: TinyBook, file: str) -> None:
    was = state(tiny.root)
    tiny.append("docs/second.md", "\n")
    assert state(tiny.root) == was
    tiny.append(file, "\n")
    assert state(tiny.root) != was


def test_a_book_is_read_once_while_it_stays_as_it_is(tiny: TinyBook) -> None:
    first = open_book(tiny.root)
    assert open_book(tiny.root) is first
    tiny.edit("data/people.csv", "person,harbour master", "person,master of lamps")
    assert open_book(tiny.root) is not first
