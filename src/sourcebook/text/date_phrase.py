"""A date in a text: its readings as EDTF, and what the words around it make of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sourcebook.text.plain_dates import parse_date

BEFORE, AFTER = ("by", "before", "until"), ("since", "after")


@dataclass(frozen=True)
class Phrase:
    """A date in a text, from ``start`` up to ``end``, in every reading it has.

    ``edtf`` is empty for an impossible date. ``certain`` is false where the digits might as well
    count something (“the 1500 workers”). ``relation`` is one of by, before, until, since, after or
    empty, ``part`` early, mid, late or empty, ``weekday`` from 0, Monday, to 6. ``calendar`` is
    empty but for years of another one. ``written`` are digits whose order is not known: 4/8/2020.
    """

    start: int
    end: int
    edtf: tuple[str, ...]
    certain: bool = True
    relation: str = ""
    part: str = ""
    weekday: int | None = None
    calendar: str = ""
    written: str = ""

    @property
    def dates(self) -> tuple[str, ...]:
        """Return the date as EDTF: “since 2022” is 2022/.. and 2022 in one, “by 2022” ../2022."""
        if self.calendar or self.written:
            return ()
        if len(self.edtf) != 1 or "/" in self.edtf[0] or self.edtf[0].startswith("XXXX"):
            return self.edtf
        if self.relation in BEFORE:
            return (f"../{self.edtf[0]}",)
        if self.relation not in AFTER:
            return self.edtf
        begun = self.edtf if self.relation == "since" else ()
        return (f"{self.edtf[0]}/..", *begun)


def valid(*readings: str | None) -> tuple[str, ...]:
    """Return the readings that are dates that exist."""
    kept = []
    for edtf in readings:
        with suppress(ValueError):
            kept.append(parse_date(edtf or ""))
    return tuple(kept)
