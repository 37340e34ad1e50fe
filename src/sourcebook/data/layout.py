"""How a text stands in its file: lines that are paragraphs or parts of one, and its pages.

What is read has a character for each of the file, so that every place in it is one in the file.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from sourcebook.text.english.numbers import TENS

LINES, BLANK = "lines", "blank"
FORMS = (LINES, BLANK)
PAGE_END = "\f"
SOFT = "\xad"
LONGEST_LINE, LEAST_WRAPPED = 120, 2
STOPS = '.!?:;”"’'

PARAGRAPH = re.compile(r"\S(?:[^\r\n]|(?:\r\n|\r|\n)(?!\s*?(?:\r|\n|\Z)))*")
LINE_END = re.compile(r"\r\n|\r|\n")
WRAPPED = re.compile(r"(?:(?P<hyphen>-)|(?<![ \t]))(?P<end>[ \t]*(?:\r\n|\r|\n)[ \t]*)")
DIVIDED = re.compile(r"\b(\w+)-[ \t]*(?:\r\n|\r|\n)[ \t]*(?=(\w+))")
WORD = re.compile(r"\w+(?:-\w+)*")


def levelled(text: str, form: str) -> str:
    """Return a text with a paragraph to a line, as long as it is in its file.

    In the form ``blank`` blank lines part the paragraphs, and a word divided at the end of a line
    is one word. The end of a page is a space.
    """
    flat = text.replace(PAGE_END, " ")
    if form != BLANK:
        return flat
    return PARAGRAPH.sub(lambda match: _unwrapped(match[0], flat), flat)


def is_wrapped(text: str) -> bool:
    """Tell whether the lines of a text are parts of paragraphs, and blank lines part these."""
    lines = [one.strip() for one in text.splitlines()]
    if max(map(len, lines), default=0) > LONGEST_LINE or "" not in lines:
        return False
    inside = [before for before, line in pairwise(lines) if before and line]
    open_ended = sum(before[-1] not in STOPS for before in inside)
    return open_ended >= LEAST_WRAPPED and open_ended > len(inside) / 2


def pages(text: str) -> tuple[int, ...]:
    """Return the offsets at which a page ends and another begins."""
    return tuple(match.start() for match in re.finditer(PAGE_END, text))


def is_divided(before: str, after: str, text: str) -> bool:
    """Tell whether the hyphen between two parts at the end of a line only divides one word.

    It is a hyphen of its own in a number, and where the text has it elsewhere inside a line, and
    not the one word.
    """
    number = before.casefold() in TENS
    if number or not (before[-1:].islower() and after[:1].islower()):
        return False
    known = _words(text)
    joined, hyphened = f"{before}{after}".casefold(), f"{before}-{after}".casefold()
    return joined in known or hyphened not in known


@lru_cache(maxsize=8)
def _words(text: str) -> frozenset[str]:
    return frozenset(match[0].casefold() for match in WORD.finditer(text))


def _unwrapped(paragraph: str, text: str) -> str:
    divided = {
        match.end(1): is_divided(match[1], match[2], text) for match in DIVIDED.finditer(paragraph)
    }

    def flat(match: re.Match[str]) -> str:
        if not match["hyphen"]:
            return " " * len(match[0])
        if match.start() not in divided:
            return f"-{' ' * len(match['end'])}"
        return f"{SOFT if divided[match.start()] else '-'}{SOFT * len(match['end'])}"

    return WRAPPED.sub(flat, paragraph)
