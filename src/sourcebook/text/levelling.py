"""Reading a text with one kind of space, hyphen and dash, so that patterns stay simple."""

from sourcebook.text.forms import JOINT, ONE_FOR_ONE, changes

SPACES = "\t\u00a0\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
ONE_CHARACTER_EACH = str.maketrans(
    dict.fromkeys(SPACES, " ")
    | dict.fromkeys("\u2010\u2011\u2212\ufe63\uff0d", "-")
    | dict.fromkeys("\u2012\u2013", "–")
    | dict.fromkeys("\u2014\u2015", "—")
    | {"’": "'"}
)


def level(text: str) -> str:
    """Return the text with one kind of space, hyphen and apostrophe; no character moves."""
    if text.isascii() and "\t" not in text:
        return text
    return text.translate(ONE_CHARACTER_EACH)


def before(plain: str, start: int) -> str:
    """Return the few words that stand before ``start``."""
    return plain[max(0, start - 80) : start]


def normalise(text: str) -> str:
    """Return a text in the form in which two ways of writing the same are the same.

    That is :class:`sourcebook.text.forms.Folded` without the ends of lines inside words.
    """
    for pattern, by in changes(text):
        text = pattern.sub(by, text)
    return text.translate(ONE_FOR_ONE).replace(JOINT, "").strip()
