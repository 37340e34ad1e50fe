"""The amounts and dates that a quotation in another language states, written in English."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.text.abroad.telling import told
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.in_words import date_words
from sourcebook.text.quantity import ORDINAL, Quantity
from sourcebook.text.worded import tongue_of

BOUNDS = {
    "=": "",
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
    "~": "about ",
    ">~": "just over ",
    "<~": "nearly ",
}


def in_english(quotation: str) -> str:
    """Return what a quotation states, for who reads English alone; itself if it is English."""
    tongue = tongue_of(quotation)
    if tongue is None:
        return quotation
    found = told(str(quotation), tongue) if tongue.known else ()
    return "".join(f"{part}.\n" for one in found for part in _parts(one.readings))


def _parts(readings: tuple[Phrase | Quantity | str | int, ...]) -> Iterator[str]:
    for one in readings:
        if isinstance(one, Phrase):
            words = f"{one.relation} {one.part} {date_words(one.edtf[0])}"
            yield " ".join(words.split())
        elif isinstance(one, Quantity) and one.unit != ORDINAL:
            yield f"{BOUNDS.get(one.bound, '')}{one.amount} {one.unit}".strip()
