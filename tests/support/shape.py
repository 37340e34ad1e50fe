"""What the shape of this book is measured by: limits, pages, and which of them are chapters."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from sourcebook.data.book import find_root
from sourcebook.pages.written import written_files

ROOT = find_root(Path(__file__).parents[2])
OF_THE_ENGINE = "docs/reference/"
BRIEF, FINDINGS = "docs/index", "docs/findings"
CHAPTERS = ("The systems", "Policy", "Trade, time and setting", "What to trust")
TOCTREE = re.compile(r"```\{toctree\}\n(?P<body>.*?)```", re.DOTALL)
CAPTION = re.compile(r":caption: (.+)")
WORD = re.compile(r"[^\W_]+(?:[’'.,/-][^\W_]+)*")


def limits() -> dict[str, float]:
    """Return the most that each thing measured may be."""
    path = Path(__file__).parents[1] / "shape.csv"
    with path.open(newline="", encoding="utf-8") as rows:
        return {row["what"]: float(row["most"]) for row in csv.DictReader(rows)}


MOST = limits()


@cache
def pages() -> dict[str, str]:
    """Return the pages on the subject by their names, in order."""
    files = {
        path.relative_to(ROOT).with_suffix("").as_posix(): path for path in written_files(ROOT)
    }
    return {
        name: path.read_text("utf-8")
        for name, path in files.items()
        if not name.startswith(OF_THE_ENGINE)
    }


def chapters() -> list[str]:
    """Return the names of the chapters, from the contents on the front page."""
    found = []
    for match in TOCTREE.finditer(pages()[BRIEF]):
        caption = CAPTION.search(match["body"])
        if caption and caption[1] in CHAPTERS:
            lines = (line for line in match["body"].splitlines() if line and line[0] != ":")
            found += [
                (ROOT / "docs" / line).resolve().relative_to(ROOT).as_posix() for line in lines
            ]
    return found
