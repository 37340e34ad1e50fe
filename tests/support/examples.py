"""Tables of examples in tests/cases: statements and cuts, each with the right verdict."""

from __future__ import annotations

import csv
import re
from pathlib import Path

CASES = Path(__file__).parents[1] / "cases"
ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([nrt]))")
ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}


def examples(table: str, **having: str) -> list[dict[str, str]]:
    """Return the rows of a table that have the given values, their escapes read."""
    with (CASES / table).open(encoding="utf-8", newline="") as file:
        return [
            {name: ESCAPE.sub(_unescaped, cell) for name, cell in row.items()}
            for row in csv.DictReader(file, delimiter="\t")
            if having.items() <= row.items()
        ]


def _unescaped(match: re.Match[str]) -> str:
    return ESCAPED[match[3]] if match[3] else chr(int(match[1] or match[2], 16))
