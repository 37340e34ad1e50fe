"""Dates as vague as their sources leave them: the days between which an EDTF string lies."""

from dataclasses import dataclass
from datetime import date

from sourcebook.text.in_words import plain_date
from sourcebook.text.plain_dates import parse_date, span


@dataclass(frozen=True)
class When:
    """A date to draw: its words, and the days it lies between, None where that side is open.

    ``yearless`` means that the source names no year; ``loose`` that it is about, or doubtful.
    """

    words: str
    first: date | None
    last: date | None
    yearless: bool
    loose: bool

    @property
    def days(self) -> tuple[date, ...]:
        """Return the first and the last day, without one that is open."""
        return tuple(day for day in (self.first, self.last) if day)

    @property
    def is_day(self) -> bool:
        """Say whether the date is one day."""
        return self.first is not None and self.first == self.last


def read_when(text: str | None) -> When | None:
    """Read an EDTF string; None, or a date with nothing known, gives None.

    Raises:
        ValueError: the text is not an EDTF date, or has a year that no calendar holds.
    """
    if text is None or not set(text) - set("X-./"):
        return None
    parse_date(text)
    yearless = any(side.startswith("XXXX") for side in text.split("/"))
    days = None if yearless else span(text)
    if days is None and not yearless:
        raise ValueError(f"expected a date on an axis of years; got {text!r}")
    first, last = days or (None, None)
    return When(plain_date(text), first, last, yearless, loose=any(mark in text for mark in "~?%"))
