"""What keeps a PDF from being set, told with the page, the reason, and what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping

PLACE = re.compile(r"┌─ (?:\S*/)?pages/(\S+)\.typ:\d+")
TEXT = re.compile(r'the text `"(.+?)"`')
ERROR = re.compile(r"^error: ", re.MULTILINE)
ADVICE = (
    (
        re.compile(r"could not be displayed with font"),
        "name a package with a font that has the character in sourcebook_font_packages",
    ),
    (re.compile(r"missing alt text"), "give the image an alt text"),
    (
        re.compile(r"label .* (?:does not exist|occurs multiple times)"),
        "link to a place that is there, and there once",
    ),
    (
        re.compile(r"the table .* is too wide"),
        "give the table fewer columns, or shorter words in them",
    ),
)


def faults(diagnostic: str, pages: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each fault that Typst tells of: the name of the page, if it is one, and the words.

    ``pages`` holds what was written of each page, to be searched where Typst names no place.
    """
    found = []
    for told in ERROR.split(diagnostic)[1:]:
        lines = told.strip().splitlines()
        advice = next((words for sign, words in ADVICE if sign.search(lines[0])), "")
        words = [f"the PDF cannot be set: {lines[0]}"]
        words += [f"    do: {advice}"] if advice else lines[1:]
        found.append((page_of(told, pages), "\n".join(words)))
    return list(dict.fromkeys(found)) or [("", f"the PDF cannot be set: {diagnostic}")]


def page_of(told: str, pages: Mapping[str, str]) -> str:
    """Return the page that a fault is on, empty if that is unknown."""
    place, text = PLACE.search(told), TEXT.search(told)
    if place:
        return place[1]
    return next((name for name, code in pages.items() if text and text[1] in code), "")
