"""CSV for people: cells that a spreadsheet would run as a formula are made words."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

FORMULA = re.compile(r"[\t\r\n]|[\s\x00-\x1f\ufeff\u200b-\u200f\u2060]*[=+\-@＝＋－＠]\s*\S")
NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?%?")
MARK = "'"


def defused(cell: str) -> str:
    """Return a cell as it is or, where a spreadsheet would run it, behind an apostrophe.

    A number keeps its sign, and a sign by itself is no formula.
    """
    return f"{MARK}{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def as_sheet(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV that can be opened in a spreadsheet."""
    safe = [[defused(cell) for cell in row] for row in rows]
    broken = any("\r" in cell for row in safe for cell in row)
    text = io.StringIO()
    writer = csv.writer(
        text, lineterminator="\n", quoting=csv.QUOTE_ALL if broken else csv.QUOTE_MINIMAL
    )
    writer.writerows(safe)
    return text.getvalue()


def sheet(text: str) -> str:
    """Return CSV as CSV that can be opened in a spreadsheet."""
    return as_sheet(csv.reader(io.StringIO(text, newline="")))
