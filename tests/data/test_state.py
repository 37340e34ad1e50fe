"""The state of a book's files changes with each of them, and an opened book with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from sourcebook import open_book
from sourcebook.data.state import installed, state

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


def test_packages_are_looked_for_where_python_finds_any(monkeypatch: pytest.MonkeyPatch) -> None:
    found = installed()
    assert any(one.startswith("pytest-") for one in found)
    monkeypatch.setattr(sys, "path", ["unreadable" * 99, __file__, *sys.path])
    assert installed() == found
