"""Dates: those a text states, as EDTF (ISO 8601-2:2019), and what an EDTF date covers."""

from __future__ import annotations

import calendar
import datetime
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from sourcebook.text.levelling import before, level
from sourcebook.text.plain_dates import days, english_date, is_edtf
from sourcebook.text.taken import Taken

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
MONTH = rf"(?:(?:{MONTHS})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z]|[,.:/][0-9])"
YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9A-Za-z]|[,.:/][0-9])"
SEPARATOR = r"(?: ?[-–—] ?| to | until | till | through )"
LIST_OR_RANGE = rf"(?:{SEPARATOR}|,? (?:and|or|&) )"
START = r"(?<![\w.,:/$€£¥₹-])"
HYPHENED = r"(?<=pre-)|(?<=post-)|(?<=early-)|(?<=mid-)|(?<=late-)"
NOT_COUNTED = (
    r"(?! ?%| ?-?(?:per ?cent|percent|hundred|thousand|million|billion|trillion|bn|km|kg|mm|cm"
    r"|kW|MW|GW|met(?:re|er)s?|kilomet(?:re|er)s?|miles?|feet|tons?|tonnes?|hours?|days?|weeks?"
    r"|months?|years?|euros?|dollars?|pounds?|yuan|yen)\b)"
)
NOT_NOUN = (
    r"(?!(?:the|an?|it|its|they|that|this|his|her|their|and|or|nor|in|on|at|of|to|by|for|from|with"
    r"|was|were|is|has|had|does|did|as|when|while|but|says|always)\b)"
)
COUNTED_NOUN = re.compile(
    rf" (?:{NOT_NOUN}[a-z]+(?:-[a-z]+)? )?{NOT_NOUN}"
    r"(?:people|men|women|children|staff|personnel|[a-z-]*[a-rt-z]s)\b"
)
COUNTING = re.compile(
    r"\b(?:than|at least|at most|up to|exceed\w*|nearly|almost|estimated|some|only|total of) \Z",
    re.IGNORECASE,
)
IN_TIME = re.compile(
    r"\b(?:in|since|until|till|during|from|before|after|between|early|late|mid|by|year|summer|winter"
    r"|spring|autumn|fall)[ -]\Z",
    re.IGNORECASE,
)
BEFORE_BARE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|during|of|from|last|this|next|early|mid|late|before|after|through"
    r"|between|and)[ -]\Z",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince (?:(?:early|mid|late)[ -])?\Z", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:no|not) later than (?:the )?\Z", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween (?:the )?\Z", re.IGNORECASE)
APPROXIMATE = re.compile(r"(?i:\b(?:around|about|circa|approximately|roughly|ca?\.) ?|~ ?)\Z")
DATED = re.compile(rf"[0-9]|{MONTHS}")
SIMPLE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([~?%]?)")
EXPECTED = (
    "an EDTF (ISO 8601-2) date that exists, such as 2020, 2020-07, 2020-07-04, XXXX-04-10, 199X, "
    "2025/2027, 2022/.. or 2007~"
)


@dataclass(frozen=True)
class Phrase:
    """A date in a text, from ``start`` up to ``end``, in every reading it has.

    ``edtf`` is empty for an impossible date. ``certain`` is false where the digits might as well
    count something (“the 1500 workers”).
    """

    start: int
    end: int
    edtf: tuple[str, ...]
    certain: bool = True


def dates(text: str) -> list[str]:
    """Return every date the text states, as EDTF: “since 2022” is 2022/.. and 2022 in one."""
    return list(dict.fromkeys(edtf for phrase in phrases(text) for edtf in phrase.edtf))


@cache
def phrases(text: str) -> tuple[Phrase, ...]:
    """Return the text's dates with their places, in order."""
    plain = level(text)
    if not DATED.search(plain):
        return ()
    found: list[Phrase] = []
    taken = Taken(len(plain))
    for pattern, read in READERS:
        free = (m for m in re.finditer(pattern, plain) if not taken.meets(*m.span()))
        for phrase in (one for match in free for one in read(plain, match)):
            taken.add(phrase.start, phrase.end)
            found.append(phrase)
    return tuple(_qualified(plain, list(_joined(plain, sorted(found, key=lambda p: p.start)))))


def states_date(text: str, edtf: str) -> bool:
    """Tell whether one date of the text is ``edtf`` or finer: 2020-08-04 states 2020-08 and 2020.

    XXXX-04-10 states XXXX-04; 1995 states 199X; 2020 does not state 2020-08. An interval states
    the intervals whose ends are its own or coarser, and no single date.
    """
    return any(covers(edtf, found) for found in dates(text))


@cache
def parse_date(cell: str) -> str:
    """Return the EDTF date of a table's cell; levels 0 to 2. Raises ``ValueError``."""
    edtf = cell.strip()
    if not is_edtf(edtf):
        raise ValueError(f"found “{cell}” as a date; expected {EXPECTED}")
    for part in edtf.split("/"):
        if not _exists(part):
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
        return _days(first)
    begin = _days(first) if first not in ("", "..") else None
    finish = _days(last) if last not in ("", "..") else None
    if begin is None and finish is None:
        return None
    return begin and begin[0], finish and finish[1]


@cache
def _days(edtf: str) -> tuple[datetime.date, datetime.date] | None:
    if edtf.startswith("XXXX"):
        return None
    try:
        return days(edtf)
    except ValueError:
        raise ValueError(f"found “{edtf}” as a date; expected {EXPECTED}") from None


def _exists(edtf: str) -> bool:
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


def _valid(*readings: str | None) -> tuple[str, ...]:
    kept = []
    for edtf in readings:
        with suppress(ValueError):
            kept.append(parse_date(edtf or ""))
    return tuple(kept)


def _read_iso(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), _valid(match[0]))


def _read_years(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    """Read 2020–21 and 2020–2021 as an interval of years, and 2010-12 as a month as well."""
    first, dash, second = match.groups()
    full = second if len(second) == 4 else first[:2] + second
    interval = f"{first}/{full}" if full > first else None
    month = f"{first}-{second}" if dash == "-" else None
    yield Phrase(match.start(), match.end(), _valid(interval, month))


def _read_days(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    """Read “10–12 April 2020”, “April 10 and 12”: two days that share a month."""
    parts = match.groupdict()
    shared = f" {parts['month']} {parts['year'] or ''}"
    ends = [english_date(parts[day] + shared) for day in ("first", "last")]
    if re.fullmatch(SEPARATOR, parts["between"]):
        yield Phrase(match.start(), match.end(), _valid("/".join(end or "?" for end in ends)))
    else:
        yield Phrase(match.start(), match.end(), _valid(*ends))


def _read_phrase(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    counted = COUNTED_NOUN.match(plain, match.end())
    certain = not (counted and re.search(r"\bin \Z", before(plain, match.start()), re.I))
    yield Phrase(match.start(), match.end(), _valid(english_date(match[0])), certain)


def _read_month(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    if match[0] not in ("May", "March") or BEFORE_BARE_MONTH.search(before(plain, match.start())):
        yield Phrase(match.start(), match.end(), _valid(english_date(match[0])))


def _read_decade(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), ((match[1] or match[2]) + "X",))


def _read_year(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    lead = before(plain, match.start())
    counted = bool(COUNTED_NOUN.match(plain, match.end()))
    if not counted or not (COUNTING.search(lead) or APPROXIMATE.search(lead)):
        certain = bool(not counted or IN_TIME.search(lead))
        yield Phrase(match.start(), match.end(), (match[0],), certain)


def _joined(plain: str, found: list[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases, those that are the two ends of an interval made into one."""
    ahead = deque(found)
    while ahead:
        first = ahead.popleft()
        interval = _interval(plain, first, ahead[0]) if ahead else ()
        if interval:
            yield Phrase(first.start, ahead.popleft().end, interval)
        else:
            yield first


def _interval(plain: str, first: Phrase, last: Phrase) -> tuple[str, ...]:
    """Return “July 2024 to May 2025” as one interval; “July to May 2025” shares the year."""
    between = plain[first.end : last.start]
    joins = re.fullmatch(SEPARATOR, between)
    joined = joins or (between == " and " and BETWEEN.search(before(plain, first.start)))
    if not joined or len(first.edtf) != 1 or len(last.edtf) != 1:
        return ()
    begin, finish = first.edtf[0], last.edtf[0]
    if begin.startswith("XXXX"):
        begin = finish[:4] + begin[4:]
    alike = len(begin) == len(finish) and "/" not in begin + finish
    return _valid(f"{begin}/{finish}") if alike and ("X" in begin) == ("X" in finish) else ()


def _qualified(plain: str, found: list[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases, heeding “since” and “no later than”, which open, “around”, which blurs."""
    for phrase in found:
        lead, edtf = before(plain, phrase.start), phrase.edtf
        if len(edtf) == 1 and not re.search("/|^XXXX", edtf[0]):
            if SINCE.search(lead):
                edtf = _valid(f"{edtf[0]}/..", edtf[0])
            elif UNTIL.search(lead):
                edtf = _valid(f"../{edtf[0]}")
            elif APPROXIMATE.search(lead) and "X" not in edtf[0]:
                edtf = (f"{edtf[0]}~",)
        yield Phrase(phrase.start, phrase.end, edtf, phrase.certain)


SHARED_YEAR = rf"(?:,? (?:of )?(?P<year>{YEAR}))?"
READERS = (
    (r"(?<![\w.,:/-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])", _read_iso),
    (
        rf"{START}((?:1[0-9]|20)[0-9]{{2}})( ?[-–—] ?|/)((?:1[0-9]|20)?[0-9]{{2}})"
        r"(?![\w/–-]|[,.:][0-9])",
        _read_years,
    ),
    (
        rf"{START}(?P<first>{DAY})(?P<between>{LIST_OR_RANGE})(?P<last>{DAY}) (?:of )?"
        rf"(?P<month>{MONTH}){SHARED_YEAR}",
        _read_days,
    ),
    (
        rf"\b(?P<month>{MONTH}) (?P<first>{DAY})(?P<between>{LIST_OR_RANGE})(?P<last>{DAY})"
        rf"(?! {MONTH}){SHARED_YEAR}",
        _read_days,
    ),
    (rf"{START}{DAY} (?:of )?{MONTH}(?:,? (?:of )?{YEAR})?", _read_phrase),
    (rf"\b{MONTH} {DAY}(?:,? (?:of )?{YEAR})?", _read_phrase),
    (rf"\b{MONTH},? (?:of )?{YEAR}", _read_phrase),
    (rf"(?<![\w-])(?:{MONTHS})\b(?!-?[0-9])", _read_month),
    (r"(?<![\w,.-])((?:1[0-9]|20)[0-9])0s\b|(?<=mid-)((?:1[0-9]|20)[0-9])0s\b", _read_decade),
    (rf"(?:{START}|{HYPHENED}){YEAR}{NOT_COUNTED}(?!-[0-9A-Z])", _read_year),
)
