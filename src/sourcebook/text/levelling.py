"""Reading a text with one kind of space, hyphen, dash and digit, so that patterns stay simple."""

import unicodedata

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0D}
OF_MONEY = str.maketrans("￠￡￥￦", "¢£¥₩")
ARABIC = str.maketrans("٪٫٬", "%.,")
SPACES = "\t\u00a0\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


class OneCharacterEach(dict[int, str | int]):
    """What each character is read as: itself, but for some signs and the digits of all scripts."""

    def __missing__(self, code: int) -> str | int:
        """Note what a character is read as when it is first met."""
        digit = unicodedata.decimal(chr(code), None)
        self[code] = code if digit is None else str(digit)
        return self[code]


ONE_CHARACTER_EACH = OneCharacterEach(
    str.maketrans(
        SPACES + "\u2010\u2011\u2212\ufe63\uff0d" + "\u2012\u2013" + "\u2014\u2015" + "’",
        " " * len(SPACES) + "-----" + "––" + "——" + "'",
    )
    | FULL_WIDTH
    | OF_MONEY
    | ARABIC
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
