"""Paragraphs that may be set aside: two more in a seed of the tiny book, and rows that do so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook

SEED = "seeds/pilots_gazette.txt"
ADDED = "\nSubscribe to the Gazette for 3 shillings at Port Ellery.\n\nSubscribe now.\n"
BEGINS = "Subscribe to the Gazette"


def lengthen(tiny: TinyBook) -> None:
    """Give one seed two more paragraphs, 5 and 6."""
    tiny.rewrite_seed(SEED, (tiny.root / SEED).read_text("utf-8") + ADDED)


def aside(tiny: TinyBook, paragraph: str, begins: str, key: str = "ad", **cells: str) -> None:
    """Set a paragraph of the Gazette aside."""
    row = {"source": "pilots-gazette", "reason": "boilerplate", **cells}
    tiny.add_row("data/unused.csv", id=key, paragraph=paragraph, begins=begins, **row)
