"""Which paragraphs a row names: one by its number, a range of them, or all of the source."""

from __future__ import annotations

import re

NAMED = re.compile(r"([1-9][0-9]{0,8})(?:[-–]([1-9][0-9]{0,8}))?")
ALL = "all"
FORMS = f"the number of a paragraph, a range such as 3-7, or {ALL}"


def paragraphs_named(cell: str, count: int) -> range:
    """Return the numbers that a cell names of ``count`` paragraphs.

    Raises ``ValueError`` where it names none, or one that there is not.
    """
    if cell == ALL:
        return range(1, count + 1)
    match = NAMED.fullmatch(cell)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if not first <= last <= count:
        raise ValueError(f"found “{cell}”; expected {FORMS}, from 1 to {count}")
    return range(first, last + 1)
