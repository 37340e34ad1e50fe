"""Numbers in digits: grouped by commas, dots, spaces or apostrophes, decimals, fractions."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

GROUPED = (
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?",
    r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?",
    r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?",
    r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}",
    r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?",
    r"[0-9]{1,3}(?:'[0-9]{3})+(?:\.[0-9]+)?",
)
PLAIN = r"[0-9]+(?:\.[0-9]+|,[0-9]{1,2})?"
WHOLE = r"(?![0-9])(?![.,'][0-9]| 0[0-9])"
NUMBER = "|".join(f"(?:{one}){WHOLE}" for one in (*GROUPED, PLAIN))
NUMERAL = re.compile(rf"(?:{NUMBER})")
GLYPHS = "".join(
    chr(code)
    for code in range(0xBC, 0x218A)
    if chr(code).isnumeric() and 0 < unicodedata.numeric(chr(code)) < 1
)
PART = re.compile(rf"[ \u2009]?([{GLYPHS}])|[ -]([1-9])/([1-9][0-9]?)(?![0-9/])")
COMMAS = re.compile(rf"{GROUPED[0]}|{GROUPED[1]}")
PADDED = re.compile("0[0-9]")
LONGEST = 20


def amount_of(digits: str) -> Decimal | None:
    """Return the number the digits write, or ``None`` if they are grouped or padded badly."""
    if len(digits) > LONGEST or PADDED.match(digits) or not NUMERAL.fullmatch(digits):
        return None
    plain = digits.replace(" ", "").replace("'", "")
    if COMMAS.fullmatch(plain):
        plain = plain.replace(",", "")
    elif plain.count(".") > 1 or re.search(r"\..*,", plain):
        plain = plain.replace(".", "")
    return Decimal(plain.replace(",", "."))


def part_after(plain: str, end: int) -> tuple[Decimal, int]:
    """Return the fraction written right after ``end``, such as ½ or 1/2, and where it ends."""
    match = PART.match(plain, end)
    if not match:
        return Decimal(0), end
    if match[1]:
        return glyph(match[1]), match.end()
    return Decimal(match[2]) / Decimal(match[3]), match.end()


def glyph(sign: str) -> Decimal:
    """Return the number that one sign of a fraction writes."""
    top, _, bottom = unicodedata.normalize("NFKC", sign).partition("\u2044")
    return Decimal(top) / Decimal(bottom)
