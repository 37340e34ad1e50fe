"""What the checks find in a page that is added to the small book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.problems import Problem

if TYPE_CHECKING:
    from conftest import TinyBook


def problems(tiny: TinyBook, text: str) -> list[Problem]:
    """Return what is wrong with the small book’s second page if it has this text."""
    page = tiny.root / "docs/second.md"
    page.write_text(f"# Further\n\n{text}\n", "utf-8")
    return [one for one in check_pages(Pages(read_book(tiny.root))) if one.file == "docs/second.md"]
