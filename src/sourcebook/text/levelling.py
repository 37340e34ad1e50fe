"""Reading a text with one kind of space, hyphen, dash and digit, so that patterns stay simple."""

import re
import unicodedata

SPACES = "\t\u00a0\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
MAY_BE_DIGITS = "".join(map(chr, (*range(0x660, 0xFF1A), *range(0x1D7CE, 0x1D800))))
ONE_CHARACTER_EACH = str.maketrans(
    dict.fromkeys(SPACES, " ")
    | dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-")
    | dict.fromkeys("\u2012\u2013", "–")
    | dict.fromkeys("\u2014\u2015", "—")
    | {"’": "'"}
    | {sign: str(unicodedata.decimal(sign)) for sign in re.findall(r"\d", MAY_BE_DIGITS)}
)

TYPOGRAPHIC_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"'}
)


def level(text: str) -> str:
    """Return the text with one kind of space, hyphen, apostrophe and digit; no character moves."""
    if text.isascii() and "\t" not in text:
        return text
    return text.translate(ONE_CHARACTER_EACH)


def before(plain: str, start: int) -> str:
    """Return the few words that stand before ``start``."""
    return plain[max(0, start - 80) : start]


def normalise(text: str) -> str:
    """Fold typographic quotation marks to plain ones and each run of white space to one space.

    Letters, digits, dashes and every other character stay as they are.
    """
    return " ".join(text.translate(TYPOGRAPHIC_QUOTES).split())
