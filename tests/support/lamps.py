"""Cells of a notebook that draw a figure of lamps."""

from __future__ import annotations

DRAW = """from sourcebook import figures, open_book

book = open_book()
figures.use_style()
steps = {"source": "Board", "step": "Lamps", "basis": "stated"}
figures.who_says_when([steps | {"date": date} for date in (DATES)])"""
HEAD = """---
mystnb:
  figure:
    caption: Lamps as the board dates them.
    name: NAME
  image:
    alt: A lane of marks.
---
"""


def cell(name: str, dates: str = "'1999', None") -> str:
    return (HEAD + DRAW).replace("NAME", name).replace("DATES", dates)
