"""Dates as English writes them: months by name, quarters, seasons, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.text.date_phrase import Phrase, valid
from sourcebook.text.english.decades import DECADE_READERS
from sourcebook.text.english.eras import EARLY_YEAR, OF_AN_ERA, OF_THE_ERA, YEARS_OF_THE_ERA
from sourcebook.text.english.numbers import ORDINALS
from sourcebook.text.english.when import ABOUT
from sourcebook.text.levelling import before
from sourcebook.text.plain_dates import english_date, in_full, nth_day

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
MONTH = rf"(?:(?:{MONTHS}|{MONTHS.upper()})\b|(?:{SHORT}|{SHORT.upper()})\b\.?)"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z]|[,.:/][0-9])"
DATED = rf"[0-9]|{MONTHS}|{MONTHS.upper()}|(?i:ties\b|century)"
YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![0-9A-Za-z]|[,.:/][0-9])"
SEPARATOR = r"(?: ?[-–—] ?| to | until | till | through )"
LIST_OR_RANGE = rf"(?:{SEPARATOR}|,? (?:and|or|&) )"
SHORT_OF = "'"
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
    r"|between|and|to)[ -]\Z",
    re.IGNORECASE,
)
APPROXIMATE = re.compile(rf"{ABOUT}\Z")


def _read_days(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    """Read “10–12 April 2020”, “April 10 and 12”: two days that share a month."""
    parts = match.groupdict()
    shared = f" {parts['month']} {parts['year'] or ''}"
    ends = [english_date(parts[day] + shared) for day in ("first", "last")]
    between = re.search(r"\bbetween (?:the )?\Z", before(plain, match.start()), re.IGNORECASE)
    if between or re.fullmatch(SEPARATOR, parts["between"]):
        yield Phrase(match.start(), match.end(), valid("/".join(end or "?" for end in ends)))
    else:
        yield Phrase(match.start(), match.end(), valid(*ends))


def _read_months(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    ends = [english_date(f"{match[name]} {match['year']}") for name in ("first", "last")]
    yield Phrase(match.start(), match.end(), valid("/".join(end or "?" for end in ends)))


def _read_phrase(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    counted = COUNTED_NOUN.match(plain, match.end())
    certain = not (counted and re.search(r"\bin \Z", before(plain, match.start()), re.I))
    yield Phrase(match.start(), match.end(), valid(english_date(match[0])), certain)


def _read_month(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    if match[0] not in ("May", "March") or BEFORE_BARE_MONTH.search(before(plain, match.start())):
        yield Phrase(match.start(), match.end(), valid(english_date(match[0])))


def _read_year(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    lead = before(plain, match.start())
    counted = bool(COUNTED_NOUN.match(plain, match.end()))
    if not counted or not (COUNTING.search(lead) or APPROXIMATE.search(lead)):
        certain = bool(not counted or IN_TIME.search(lead))
        yield Phrase(match.start(), match.end(), (match[0],), certain)


def _read_day_in_words(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    day = ORDINALS[(match["day"] or match["after"]).lower()]
    month, year = match["month"] or match["first"], match["year"] or match["year2"] or ""
    yield Phrase(match.start(), match.end(), valid(english_date(f"{day} {month} {year}".strip())))


def _read_hyphened(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    words = f"{match['day']} {match['month']} {in_full(match['year'])}"
    yield Phrase(match.start(), match.end(), valid(english_date(words)))


def _read_short_year(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    words = f"{match['day_and_month']} {in_full(match['year'])}"
    yield Phrase(match.start(), match.end(), valid(english_date(words)))


def _read_month_and_year(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    """Read “Jun-2004”; “Jun-04” is the fourth of June as well."""
    month, year = match["month"], match["year"]
    day = english_date(f"{int(year)} {month}") if len(year) == 2 else None
    yield Phrase(match.start(), match.end(), valid(english_date(f"{month} {in_full(year)}"), day))


def _read_day_of_year(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), valid(nth_day(match["year"], match["day"])))


def _read_year_alone(plain: str, match: re.Match[str]) -> Iterator[Phrase]:
    if IN_TIME.search(before(plain, match.start())):
        yield Phrase(match.start(), match.end(), (in_full(match["year"]),))


def _read_week(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), (f"{match['year']}-W{int(match['week']):02}",))


def _read_fiscal(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    first, second = match["first"], match["second"]
    if second:
        full = second if len(second) == 4 else first[:2] + second
        edtf = valid(f"{first}/{full}" if full > first else None)
    else:
        edtf = (first,)
    if edtf:
        yield Phrase(match.start(), match.end(), edtf, calendar="fiscal")


def _read_part(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    """Read a quarter or half of a year."""
    words = {name: one for name, one in match.groupdict().items() if one}
    year = next(one for name, one in words.items() if name.startswith("year"))
    name, number = next((n, one) for n, one in words.items() if not n.startswith("year"))
    last = 2 if name[0] == "h" else 4
    at = int(number) if number.isdigit() else QUARTERS.get(number.lower(), last)
    at = min(at, last)
    part = (39 if name[0] == "h" else 32) + at
    yield Phrase(match.start(), match.end(), (f"{in_full(year)}-{part}",))


def _read_season(_: str, match: re.Match[str]) -> Iterator[Phrase]:
    edtf = f"{in_full(match['year'].lstrip(SHORT_OF))}-{SEASONS[match['season'].lower()]}"
    yield Phrase(match.start(), match.end(), (edtf,))


SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
QUARTERS |= {"last": 4, "final": 4}
NUMBERED = "|".join(QUARTERS)
DAY_WORDS = "|".join(
    sorted((one for one, at in ORDINALS.items() if at <= 31), key=len, reverse=True)
)


SHARED_YEAR = rf"(?:,? (?:of )?(?P<year>{YEAR}))?"
IN_YEAR = r"(?:,? (?:of |in )?| of the year )"
FIRST_DATE_READERS = (
    (
        rf"(?i:\b(?P<season>{'|'.join(SEASONS)})){IN_YEAR}(?P<year>(?:1[0-9]|20)[0-9]{{2}}|'[0-9]{{2}})"
        r"(?:[-–/](?:20)?[0-9]{2})?(?![0-9A-Za-z]|[,.:/][0-9])",
        _read_season,
    ),
)
DATE_READERS = (
    OF_AN_ERA,
    *DECADE_READERS,
    (
        rf"(?i:\b(?:the )?(?P<day>{DAY_WORDS})(?: day)?(?: of)?) (?P<month>{MONTH}),?"
        rf"(?: (?P<year>{YEAR}))?"
        rf"|\b(?P<first>{MONTH}),? (?i:the (?P<after>{DAY_WORDS}))\b(?:,? (?P<year2>{YEAR}))?",
        _read_day_in_words,
    ),
    (
        rf"{START}(?P<day>[0-3]?[0-9])[-./](?P<month>{MONTH})(?:(?<=\.)|[-./])"
        rf"(?P<year>{YEAR}|[0-9]{{2}}(?![\w-]))",
        _read_hyphened,
    ),
    (
        rf"(?<![\w-])(?P<month>{MONTH})[-/](?P<day>[0-3]?[0-9])[-/](?P<year>{YEAR})",
        _read_hyphened,
    ),
    (
        rf"(?<![\w-])(?P<month>{MONTH})[-/](?P<year>{YEAR}|[0-9]{{2}}(?![\w-]))",
        _read_month_and_year,
    ),
    (
        rf"(?P<day_and_month>(?:{START}{DAY} (?:of )?)?\b{MONTH}(?: {DAY})?),? '"
        r"(?P<year>[0-9]{2})(?!\w)",
        _read_short_year,
    ),
    (rf"\b(?i:day) (?P<day>[1-9][0-9]{{0,2}}) of (?P<year>{YEAR})", _read_day_of_year),
    (
        rf"\b(?:(?i:week|wk\.?) ?|W)(?P<week>[0-5]?[0-9])(?:,? (?:of |in )?)(?P<year>{YEAR})",
        _read_week,
    ),
    (
        r"\bFY(?P<first>(?:1[0-9]|20)[0-9]{2})"
        r"(?:[-–/](?P<second>(?:20)?[0-9]{2}))?(?![0-9/–-])",
        _read_fiscal,
    ),
    (
        rf"\bQ(?P<q1>[1-4])(?: of|,| in)?[ /-]?(?P<year>{YEAR})"
        rf"|\bH(?P<h1>[12])(?: of|,| in)?[ /-]?(?P<year2>{YEAR})"
        rf"|{START}(?P<year3>(?:1[0-9]|20)[0-9]{{2}})[ -]?Q(?P<q2>[1-4])\b"
        rf"|{START}(?P<year4>(?:1[0-9]|20)[0-9]{{2}})[ -]?H(?P<h2>[12])\b"
        rf"|(?i:\b(?P<q3>{NUMBERED})[ -]quarter){IN_YEAR}(?P<year5>{YEAR})"
        rf"|(?i:\b(?P<h3>first|1st|second|2nd) half){IN_YEAR}(?P<year6>{YEAR})"
        rf"|(?i:\b(?P<h4>last|latter) half){IN_YEAR}(?P<year7>{YEAR})"
        rf"|(?i:\b(?P<h5>first|last|final) (?:six|6) months){IN_YEAR}(?P<year8>{YEAR})"
        rf"|(?i:\b(?P<q4>first|last|final) (?:three|3) months){IN_YEAR}(?P<year9>{YEAR})"
        rf"|{START}(?P<q5>[1-4])Q[ -]?'?(?P<year10>{YEAR}|[0-9]{{2}}\b)"
        rf"|{START}(?P<h6>[12])H[ -]?'?(?P<year11>{YEAR}|[0-9]{{2}}\b)"
        r"|\bQ(?P<q6>[1-4])[ -]?'(?P<year12>[0-9]{2})\b"
        r"|\bH(?P<h7>[12])[ -]?'(?P<year13>[0-9]{2})\b",
        _read_part,
    ),
    YEARS_OF_THE_ERA,
    OF_THE_ERA,
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
    (
        rf"\b(?P<first>{MONTH}){SEPARATOR}(?P<last>{MONTH}),? (?:of )?(?P<year>{YEAR})",
        _read_months,
    ),
    (rf"{START}{DAY} (?:of )?{MONTH}(?:,? (?:of )?{YEAR})?", _read_phrase),
    (rf"\b{MONTH} {DAY}(?:,? (?:of )?{YEAR})?", _read_phrase),
    (rf"\b{MONTH},? (?:of )?{YEAR}", _read_phrase),
    (rf"(?<![\w-])(?:{MONTHS})\b(?!-?[0-9])", _read_month),
    (rf"(?:{START}|{HYPHENED}){YEAR}{NOT_COUNTED}(?!-[0-9A-Z])", _read_year),
    (r"(?<![\w'])'(?P<year>[0-9]{2})(?![\w'-])", _read_year_alone),
    EARLY_YEAR,
)
