"""Dates as EDTF or in English: plain ones are read here, all others by the parser of EDTF."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import cache

PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
YEARLESS = re.compile(r"XXXX-([0-9]{2})(?:-([0-9]{2}))?")
SEASON = re.compile("(?!0000)[0-9]{4}-2[1-4]")
DECADE = re.compile("([1-9][0-9]{2})X")
DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?"
ENGLISH = re.compile(
    rf"(?:{DAY} (?:of )?)?([A-Z][A-Za-z]+)\.?(?: {DAY})?(?:,? (?:of )?([0-9]{{4}}))?"
)
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"Sept": 9}
ANY_YEAR, LEAP_YEAR, LAST_SHORT_YEAR = 2001, 2000, 30
Days = tuple[datetime.date, datetime.date]
SIMPLE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([~?%]?)")
EXPECTED = (
    "an EDTF (ISO 8601-2) date that exists, such as 2020, 2020-07, 2020-07-04, XXXX-04-10, 199X, "
    "2025/2027, 2022/.. or 2007~"
)


@cache
def parse_date(cell: str) -> str:
    """Return the EDTF date of a table's cell; levels 0 to 2. Raises ``ValueError``."""
    edtf = cell.strip()
    if not is_edtf(edtf):
        raise ValueError(f"found “{cell}” as a date; expected {EXPECTED}")
    for part in edtf.split("/"):
        if not _is_day(part):
            raise ValueError(f"found “{cell}”, a day no calendar has; expected {EXPECTED}")
    covered = span(edtf) if "/" in edtf else None
    if covered and covered[0] and covered[1] and covered[0] > covered[1]:
        raise ValueError(f"found “{cell}”, which ends before it begins; expected {EXPECTED}")
    return edtf


def span(edtf: str) -> tuple[datetime.date | None, datetime.date | None] | None:
    """Return the earliest and the latest day of a date; ``None`` for a date without a year.

    An open or unknown end of an interval is ``None``: 2022/.. runs from 2022-01-01 to ``None``.
    Doubt widens nothing: 2007~ spans the year 2007. Raises ``ValueError`` where a single date is
    not EDTF.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _span_of(first)
    begin = _span_of(first) if first not in ("", "..") else None
    finish = _span_of(last) if last not in ("", "..") else None
    if begin is None and finish is None:
        return None
    return begin and begin[0], finish and finish[1]


@cache
def _span_of(edtf: str) -> tuple[datetime.date, datetime.date] | None:
    if edtf.startswith("XXXX"):
        return None
    try:
        return days(edtf)
    except ValueError:
        raise ValueError(f"found “{edtf}” as a date; expected {EXPECTED}") from None


def _is_day(edtf: str) -> bool:
    match = SIMPLE.fullmatch(edtf)
    if not match or not match[3] or "X" in match[2] + match[3]:
        return True
    year = int(match[1]) if "X" not in match[1] else 2000
    return int(match[3]) <= calendar.monthrange(year, int(match[2]))[1]


def covers(asked: str, found: str) -> bool:
    """Tell whether the date found is the date asked for, or a finer one within it."""
    if asked == found:
        return True
    if "/" in asked and "/" in found:
        pairs = zip(asked.split("/"), found.split("/"), strict=False)
        return all(covers(one, other) for one, other in pairs)
    wide, fine = SIMPLE.fullmatch(asked), SIMPLE.fullmatch(found)
    if not wide or not fine or wide[4] != fine[4]:
        return False
    pairs = zip(wide.groups()[:3], fine.groups()[:3], strict=True)
    return all(_holds(one, other) for one, other in pairs)


def _holds(asked: str | None, found: str | None) -> bool:
    if not asked:
        return True
    if not found or len(asked) != len(found):
        return False
    return all(a in ("X", f) for a, f in zip(asked, found, strict=True))


def is_edtf(text: str) -> bool:
    """Tell whether a text is an EDTF date, of levels 0 to 2."""
    if not text or _is_plain(text):
        return bool(text)
    from edtf import EDTFParseException, parse_edtf  # here, as its grammar takes long to load

    try:
        parse_edtf(text)
    except (EDTFParseException, ValueError, TypeError):
        return False
    return True


def days(edtf: str) -> Days | None:
    """Return the first and the last day of a single date; ``None`` if no calendar has them.

    Raises ``ValueError`` for a text that is no EDTF date.
    """
    if plain := _days_of_plain(edtf):
        return plain
    from edtf import EDTFParseException, parse_edtf  # here, as its grammar takes long to load

    try:
        parsed = parse_edtf(edtf)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return datetime.date(*low[:3]), datetime.date(*high[:3])
    except EDTFParseException:
        raise ValueError(edtf) from None
    except (ValueError, TypeError, AttributeError):
        return None


def english_date(words: str) -> str | None:
    """Return an English date, such as “4 August 2020” or “Aug. 4”, as EDTF; or ``None``."""
    if plain := _plain_english(words):
        return plain
    from edtf import text_to_edtf  # here, as its grammar takes long to load

    return text_to_edtf(words)


def in_full(year: str) -> str:
    """Return a year in four digits; one of two is of the years from 1931 to 2030."""
    if len(year) != 2:
        return year
    return f"{'20' if int(year) <= LAST_SHORT_YEAR else '19'}{year}"


def nth_day(year: str, day: str) -> str | None:
    """Return a day counted from the first of a year as EDTF, or ``None`` if the year has fewer."""
    last = 366 if calendar.isleap(int(year)) else 365
    if not 1 <= int(day) <= last:
        return None
    first = datetime.date(int(year), 1, 1)
    return (first + datetime.timedelta(days=int(day) - 1)).isoformat()


def _is_plain(text: str) -> bool:
    """Tell whether a text is a date, or an interval of dates, that plainly exists."""
    first, slash, last = text.partition("/")
    if slash:
        ends = [end for end in (first, last) if end != ".."]
        return bool(ends) and all(PLAIN.fullmatch(end) and _days_of_plain(end) for end in ends)
    if match := YEARLESS.fullmatch(text):
        return _exists(LEAP_YEAR, int(match[1]), int(match[2] or 1))
    return bool(SEASON.fullmatch(text) or _days_of_plain(text))


def _days_of_plain(edtf: str) -> Days | None:
    """Return the days of a date that is written in full or a decade, with or without a doubt."""
    if match := DECADE.fullmatch(edtf):
        first = datetime.date(int(match[1]) * 10, 1, 1)
        return first, first.replace(year=first.year + 9, month=12, day=31)
    match = PLAIN.fullmatch(edtf)
    if not match:
        return None
    year, month, day = match.groups()
    if not _exists(int(year), int(month or 1), int(day or 1)):
        return None
    low = datetime.date(int(year), int(month or 1), int(day or 1))
    high = low.replace(month=int(month or 12))
    return low, high.replace(day=int(day or calendar.monthrange(high.year, high.month)[1]))


def _plain_english(words: str) -> str | None:
    match = ENGLISH.fullmatch(words.strip())
    before, month, after, year = match.groups() if match else ("", "", "", "")
    day = before or after
    month = (month or "").capitalize()
    if month not in MONTHS or (before and after):
        return None
    if not _exists(int(year or ANY_YEAR), MONTHS[month], int(day or 1)):
        return None
    return f"{year or 'XXXX'}-{MONTHS[month]:02}" + (f"-{int(day):02}" if day else "")


def _exists(year: int, month: int, day: int) -> bool:
    return (
        year >= datetime.MINYEAR
        and 1 <= month <= 12
        and 1 <= day <= calendar.monthrange(year, month)[1]
    )
