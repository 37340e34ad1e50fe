"""Dates in digits, which no language changes: 2020-08-04, 25/08/2020, 3.IV.1941, 2020–21."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.text.date_phrase import Phrase, valid
from sourcebook.text.plain_dates import nth_day

ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
START, END = r"(?<![\w.,:/$€£¥₹-])", r"(?![\w/–-]|[,.:][0-9])"
YEAR = "(?:1[0-9]|20)[0-9]{2}"


def _read_iso(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), valid(match[0]))


def _read_year_first(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    year, _, month, day = match.groups()
    yield Phrase(match.start(), match.end(), valid(_iso(year, int(month), int(day))))


def _read_nth_day(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), valid(nth_day(match[1], match[2])))


def _read_month(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), valid(f"{match[2]}-{match[1]}"))


def _read_week(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), (f"{match[1]}-W{int(match[2]):02}",))


def _read_years(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    """Read 2020–21 and 2020–2021 as an interval of years, and 2010-12 as a month as well."""
    first, dash, second = match.groups()
    full = second if len(second) == 4 else first[:2] + second
    interval = f"{first}/{full}" if full > first else None
    month = f"{first}-{second}" if dash == "-" else None
    yield Phrase(match.start(), match.end(), valid(interval, month))


def _read_day(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    """Read day, month and year; with slashes or hyphens, either of the first two may be the day."""
    first, sign, second, year = match[1], match[2], match[3], match[4]
    one, other = int(first), int(second)
    if sign == "." or one == other:
        readings = valid(_iso(year, other, one))
    else:
        readings = valid(_iso(year, other, one), _iso(year, one, other))
    written = match[0] if len(readings) > 1 else ""
    yield Phrase(match.start(), match.end(), (year,) if written else readings, written=written)


def _iso(year: str, month: int, day: int) -> str:
    return f"{year}-{month:02}-{day:02}"


def _read_roman(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    month = ROMAN_MONTHS.index(match[2]) + 1
    yield Phrase(match.start(), match.end(), valid(_iso(match[3], month, int(match[1]))))


NUMERIC_READERS = (
    (re.compile(r"(?<![\w.,:/-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])"), _read_iso),
    (re.compile(rf"{START}({YEAR})-?W([0-5][0-9])(?!\w)"), _read_week),
    (re.compile(rf"{START}({YEAR})([./])(0?[1-9]|1[0-2])\2([0-3]?[0-9]){END}"), _read_year_first),
    (re.compile(rf"{START}({YEAR})-([0-3][0-9]{{2}}){END}"), _read_nth_day),
    (re.compile(rf"{START}(0[1-9]|1[0-2])/({YEAR}){END}"), _read_month),
    (
        re.compile(rf"{START}([0-3]?[0-9])([./-])([0-3]?[0-9])\2({YEAR}){END}"),
        _read_day,
    ),
    (
        re.compile(
            rf"{START}([0-3]?[0-9])[. /]{{1,2}}({'|'.join(ROMAN_MONTHS)})[. /]{{1,2}}({YEAR}){END}"
        ),
        _read_roman,
    ),
    (
        re.compile(rf"{START}({YEAR})( ?[-–—] ?|/)((?:1[0-9]|20)?[0-9]{{2}}){END}"),
        _read_years,
    ),
)
