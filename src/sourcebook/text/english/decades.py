"""Decades and centuries as English writes them: the 1970s, the ’60s, the late eighties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.text.date_phrase import Phrase
from sourcebook.text.english.numbers import ORDINALS
from sourcebook.text.levelling import before

OF_TIME = re.compile(
    r"\b(?:in|of|since|during|until|by|from|before|after|to) the"
    r" (?:early |mid[ -]|late |roaring |golden |swinging )?\Z",
    re.I,
)
IN_TENS = re.compile(r"\b(?:is|are|was|were|be|been|temperatures|highs|lows) in the \Z", re.I)
CENTURIES = {"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6}
DECADES |= {"seventies": 7, "eighties": 8, "nineties": 9}
WORDS = "|".join(sorted((one.replace("-", "[- ]") for one in ORDINALS), key=len, reverse=True))


def _read_decade(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    """Read “the 1970s”; “the 1700s” too are ten years, lest a slip of the “1790s” be carried."""
    decade = match[1] or match[2]
    yield Phrase(match.start(), match.end(), (f"{decade}X",))


def _read_named_decade(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    lead = before(plain, match.start())
    if OF_TIME.search(lead) and not (match["tens"] and IN_TENS.search(lead)):
        decade = match["tens"] or DECADES[match["decade"].lower()]
        edtf = f"19{decade}X"
        yield Phrase(match.start(), match.end(), (edtf,))


def _read_decade_in_words(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    century, decade = CENTURIES[match["century"].lower()], DECADES[match["decade"].lower()]
    yield Phrase(match.start(), match.end(), (f"{century}{decade}X",))


def _read_century(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    words = match["words"]
    number = ORDINALS.get(words.lower().replace(" ", "-")) or int(re.sub(r"\D", "", words) or 0)
    if 0 < number <= 30:
        yield Phrase(match.start(), match.end(), (f"{number - 1:02}XX",))


DECADE_READERS = (
    (
        rf"(?i:\b(?P<century>{'|'.join(CENTURIES)})[ -](?P<decade>{'|'.join(DECADES)})\b)",
        _read_decade_in_words,
    ),
    (
        rf"\b(?P<decade>{'|'.join(DECADES)})\b|(?<![\w.,])'?(?P<tens>[1-9])0s\b",
        _read_named_decade,
    ),
    (rf"(?i:\b(?P<words>{WORDS}|[0-9]{{1,2}}(?:st|nd|rd|th))[ -]century\b)", _read_century),
    (r"(?<![\w,.-])((?:1[0-9]|20)[0-9])0s\b|(?<=mid-)((?:1[0-9]|20)[0-9])0s\b", _read_decade),
)
