"""Characters that cannot be shown as they are: which ones, and the words that stand in for them."""

from __future__ import annotations

import re
import unicodedata

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    + "]"
)
PICTURES = 0x2400
KINDS = {"Cc": "CONTROL CHARACTER", "Co": "PRIVATE CHARACTER", "Cs": "HALF A CHARACTER"}


def stand_in(sign: str) -> str:
    """Return the words for a character: its code point and name, as in ``[U+0007 BELL]``."""
    return f"[U+{ord(sign):04X} {name(sign)}]"


def name(sign: str) -> str:
    """Return the name of a character, or what kind of character it is where it has none."""
    known = unicodedata.name(sign, "")
    if not known and ord(sign) < 0x20:
        known = unicodedata.name(chr(PICTURES + ord(sign))).removeprefix("SYMBOL FOR ")
    if sign == "\x7f":
        known = "DELETE"
    return known or KINDS.get(unicodedata.category(sign), "NO CHARACTER")


def without_controls(text: str) -> str:
    """Return a text with words for each character that neither HTML nor XML may hold."""
    return CONTROL.sub(lambda match: stand_in(match[0]), text)
