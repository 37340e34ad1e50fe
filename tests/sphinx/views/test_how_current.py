"""How current a book is: the latest of its sources, and its version where it says one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.citation import CFF

from sourcebook.checks.opening import read_book
from sourcebook.sphinx.views.how_current import latest, version

if TYPE_CHECKING:
    from pathlib import Path


def test_the_latest_source_and_the_version_are_told(book: Path) -> None:
    assert version(read_book(book)) == ""
    (book / "CITATION.cff").write_text(f"{CFF}date-released: 2026-01-02\n", "utf-8")
    found = read_book(book)
    assert version(found) == "This is the book’s version 1.2.0 of 2 January 2026."
    assert latest(found) == "The latest source: Harbour Times, 4 May 2021."
    for row in found.sources.values():
        row.cells["date"] = ""
    assert latest(found) == ""
