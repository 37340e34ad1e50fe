"""Characters that cannot be shown as they are: which ones, and the words that stand in for them."""

from __future__ import annotations

import re
import unicodedata

from sourcebook.text.alignment import opcodes

PLANES = "".join(f"{chr(at)}-{chr(at + 0xFFFD)}" for at in range(0x10000, 0x110000, 0x10000))
# told by what may stand, which is found at once: nearly every character of a page may
CONTROL = re.compile(f"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd{PLANES}]")
PICTURES = 0x2400
MOST_TOLD_APART = 3
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


def code_points(text: str) -> str:
    """Return the code points and names of a text's characters, as in ``U+0430 CYRILLIC …``."""
    return ", ".join(f"U+{ord(sign):04X} {name(sign)}" for sign in text)


def told_apart(there: str, asked: str) -> str:
    """Name the characters that tell two wordings apart, where an eye may not see that they do.

    That is in words that differ in a few characters, of which one at least is not ASCII.
    """
    told: list[str] = []
    ours, theirs = there.split(), asked.split()
    for kind, a, b, c, d in opcodes(ours, theirs):
        if kind != "equal":
            told += _hidden(" ".join(ours[a:b]), " ".join(theirs[c:d]))
    return "; ".join(dict.fromkeys(told[:MOST_TOLD_APART]))


def _hidden(there: str, asked: str) -> list[str]:
    told = []
    for kind, a, b, c, d in opcodes(there, asked):
        if kind == "equal":
            continue
        if max(b - a, d - c) > MOST_TOLD_APART or (there[a:b] + asked[c:d]).isascii():
            return []
        found, wanted = code_points(there[a:b]) or "nothing", code_points(asked[c:d]) or "nothing"
        told.append(f"{found} stands there, not {wanted}")
    return told


def without_controls(text: str) -> str:
    """Return a text with words for each character that neither HTML nor XML may hold."""
    return CONTROL.sub(lambda match: stand_in(match[0]), text)
