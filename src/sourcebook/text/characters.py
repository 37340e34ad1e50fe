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
NO_WIDTH = "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
ALIKE = str.maketrans(
    "АаВЕеЅѕІіЈјКМНОоРрСсТуУХхҺһԁԛԝΑΒΕΖΗΙΚΜΝΟοΡΤΥΧνıɡ",
    "AaBEeSsIiJjKMHOoPpCcTyYXxHhdqwABEZHIKMNOoPTYXvig",
)
KINDS = {"Cc": "CONTROL CHARACTER", "Co": "PRIVATE CHARACTER", "Cs": "HALF A CHARACTER"}


def stand_in(sign: str) -> str:
    """Return the words for a character: its code point and name, as in ``[U+0007 BELL]``."""
    return f"[{code_point(sign)}]"


def code_point(sign: str) -> str:
    """Return a character's code point and name, as in ``U+0007 BELL``."""
    return f"U+{ord(sign):04X} {name(sign)}"


def look_the_same(one: str, other: str) -> bool:
    """Tell whether two different texts look the same, as Latin and Cyrillic “a” do."""
    return one != other and _looks(one) == _looks(other)


def told_apart(one: str, other: str) -> str:
    """Return the code points by which two texts that look the same differ; else nothing."""
    if not look_the_same(one, other):
        return ""
    ours, theirs = (
        [code_point(sign) for sign in dict.fromkeys(text) if sign not in against]
        for text, against in ((one, other), (other, one))
    )
    return f"{', '.join(ours) or 'nothing'} is not {', '.join(theirs) or 'nothing'}"


def name(sign: str) -> str:
    """Return the name of a character, or what kind of character it is where it has none."""
    known = unicodedata.name(sign, "")
    if not known and ord(sign) < 0x20:
        known = unicodedata.name(chr(PICTURES + ord(sign))).removeprefix("SYMBOL FOR ")
    if sign == "\x7f":
        known = "DELETE"
    return known or KINDS.get(unicodedata.category(sign), "NO CHARACTER")


def strange_in(words: str, text: str) -> str:
    """Return the code points that a text lacks, of words that look as if they stood in it."""
    if words in text or _looks(words) not in _looks(text):
        return ""
    strange = [code_point(sign) for sign in dict.fromkeys(words) if sign not in text]
    return f" which lacks {', '.join(strange)}" if strange else ""


def without_controls(text: str) -> str:
    """Return a text with words for each character that neither HTML nor XML may hold."""
    return CONTROL.sub(lambda match: stand_in(match[0]), text)


def _looks(text: str) -> str:
    seen = (sign for sign in text if sign not in NO_WIDTH and _has_width(sign))
    return "".join(seen).translate(ALIKE)


def _has_width(sign: str) -> bool:
    return sign.isascii() or unicodedata.category(sign) not in ("Cf", "Cc", "Zl", "Zp")
