"""Where a text may not be cut, and the whole word, number or name that a cut would part."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from sourcebook.text.folding import HYPHENS, UNSPACED, Folded, compiled
from sourcebook.text.held_together import (
    ABROAD,
    ADDRESS,
    ADDRESS_BEGINS,
    DATE,
    JOINED,
    LABELLED,
    LARGE,
    NUMBER,
    NUMBERED,
    PREFIXED,
    QUANTITY,
    SCALE,
    WITHOUT_SPACES,
)
from sourcebook.text.units import OWN


class Whole(NamedTuple):
    """What holds together: its pattern, and what a text that holds one needs, soon looked for.

    What is ``spaceless`` has no space, but after what is ``prefixed``.
    """

    form: str
    needs: str = ""
    spaceless: bool = False
    prefixed: str = ""


AROUND, LONGEST_ADDRESS, LONGEST_END = 80, 800, 40
JOINER, VARIANTS = "\u200d", "\ufe00\ufe0e\ufe0f"
SKIN, TAGS = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff", range(0xE0020, 0xE0080)
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]+")
IN_LINES = re.compile(rf"\w+[{HYPHENS}\xad][ \t]*(?:\r\n|\r|\n)[ \t]*\w+")
WORD = rf"(?:(?![{UNSPACED}])\w)+"
WITHOUT_SPACE = rf"[{UNSPACED}]"
ADDRESSED = re.compile(ADDRESS_BEGINS)
UNPARTED = Whole(WITHOUT_SPACES, r"[0-9]|[^\x00-\x7f]", spaceless=True)
SENTENCE_END = rf"(?<!\w)(?!(?:{LARGE}|{ABROAD}|approx)\W)[a-z]{{4,}}[.!?][\"'”’]?\s*\Z"
SENTENCE_BEGINS = re.compile(r"\s*[A-Z]")
ELSEWHERE = (
    Whole(WORD, spaceless=True),
    Whole(JOINED, spaceless=True, prefixed=rf"{PREFIXED} ?\Z"),
    Whole(LABELLED, r"\d|[IVXLC]\b"),
    Whole(QUANTITY, NUMBERED),
    Whole(DATE, r"\d"),
)


def cut(text: str, at: int) -> str:
    """Return the whole of what a cut at a place would part, or nothing where it parts nothing.

    Words, contractions, compounds, amounts with their signs, scales, units, bounds and ranges,
    labelled numbers, dates, addresses and composed characters hold together. In scripts without
    spaces a cut between two words cannot be told from one inside a word, and is none.
    """
    if not 0 < at < len(text) or _between_sentences(text, at):
        return ""
    if whole := _parted_character(text, at) or _parted_address(text, at):
        return whole
    left = Folded(text[max(at - AROUND, 0) : at]).readable
    around = left + Folded(text[at : at + AROUND]).readable
    unspaced = not around.isascii() and all(
        compiled(WITHOUT_SPACE).match(around, place) for place in (len(left) - 1, len(left))
    )
    wholes = (UNPARTED,) if unspaced else (*ELSEWHERE, *_own_units(), UNPARTED)
    there = (one for one in wholes if _may_stand(one, around, len(left)))
    found = (_straddling(compiled(one.form), around, len(left)) for one in there)
    return max(found, key=len, default="") or _straddling(IN_LINES, *_window(text, at, AROUND))


@cache
def _own_units() -> tuple[Whole, ...]:
    if not OWN:
        return ()
    names = "|".join(re.escape(one) for one in sorted(OWN, key=len, reverse=True))
    return (Whole(rf"{NUMBER}(?:[- ]?{SCALE})?[- ]?(?i:{names})(?!\w)", NUMBERED),)


def _between_sentences(text: str, at: int) -> bool:
    """Tell, quickly, whether a place is plainly between two sentences: nothing stands in both."""
    if not (text[at - 1].isspace() or text[at].isspace()):
        return False
    begins = SENTENCE_BEGINS.match(text, at)
    return bool(begins and compiled(SENTENCE_END).search(text[max(at - LONGEST_END, 0) : at]))


def _may_stand(whole: Whole, text: str, at: int) -> bool:
    beside_space = text[at - 1 : at].isspace() or text[at : at + 1].isspace()
    if whole.spaceless and beside_space:
        return bool(whole.prefixed) and bool(compiled(whole.prefixed).search(text[:at]))
    return not whole.needs or bool(compiled(whole.needs).search(text))


def _window(text: str, at: int, around: int) -> tuple[str, int]:
    start = max(at - around, 0)
    return text[start : at + around], at - start


def _straddling(pattern: re.Pattern[str], text: str, at: int) -> str:
    for match in pattern.finditer(text):
        if match.start() >= at:
            return ""
        if match.end() > at:
            return match[0]
    return ""


def _parted_address(text: str, at: int) -> str:
    if text[at - 1].isspace() or text[at].isspace():
        return ""
    window, place = _window(text, at, LONGEST_ADDRESS)
    left, right = window[:place].split()[-1], window[place:].split()[0]
    whole = left + right
    return _straddling(compiled(ADDRESS), whole, len(left)) if ADDRESSED.search(whole) else ""


def _parted_character(text: str, at: int) -> str:
    """Return the composed character, such as a letter with its accent, that a cut would part."""
    rest = at
    while rest < len(text) and text[rest] in VARIANTS and rest - at < 2:
        rest += 1
    right = text[rest : rest + 1]
    flags = FLAG.search(text[max(at - AROUND, 0) : at][::-1])
    odd = flags and flags.start() == 0 and len(flags[0]) % 2
    if (
        (right and _continues(right))
        or (text[at - 1] == JOINER and unicodedata.category(right or " ") == "So")
        or (odd and FLAG.match(right))
    ):
        return text[max(at - 4, 0) : at + 4].strip()
    return ""


def _continues(sign: str) -> bool:
    if sign < "\u0300":
        return False
    joins = sign == JOINER or sign in SKIN or ord(sign) in TAGS
    return joins or (unicodedata.category(sign)[0] == "M" and sign not in VARIANTS)
