"""Derived values: one operation on dates, spans and numbers that the text itself states."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal

from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]

from sourcebook.text.dates import dates, states_date
from sourcebook.text.levelling import before, level
from sourcebook.text.quantities import places, quantities
from sourcebook.text.units import DURATIONS

UNITS = "|".join(DURATIONS)
AFTER_SPAN = re.compile(
    r",? (?:(?P<past>ago|earlier|before(?:hand)?|previously|prior)"
    r"|(?P<future>later|after(?:wards?)?|hence|from now|on(?=[,.;\n]|\Z)))\b",
    re.IGNORECASE,
)
BEFORE_SPAN = re.compile(
    r"\b(?:(?:the|these|those|its|their|his|her) (?P<past>past|last|previous|preceding|prior)"
    r"|(?P<future>(?:the )?(?:next|coming|following|ensuing)|after)) \Z",
    re.IGNORECASE,
)
SECOND_PART = re.compile(rf"\b(?:{UNITS})s?,? and \Z", re.IGNORECASE)
ONE_SPAN = re.compile(rf"\b(?:an?|one) (?P<unit>{UNITS})\b", re.IGNORECASE)
NAMED_SPAN = re.compile(
    r"\b(?:(?P<past>last|(?:the|its|their) (?:past|last|previous|preceding))"
    rf"|(?P<future>next|the (?:next|following|coming))) (?P<unit>{UNITS})\b"
    rf"|\bthe (?P<unit2>{UNITS}) (?:(?P<past2>before)|(?P<future2>after))\b",
    re.IGNORECASE,
)
DATE_RULE = re.compile(rf"([0-9]{{4}}(?:-[0-9]{{2}}){{0,2}}) ([+-]) ([0-9]+) ({UNITS})s?")
COUNT_RULE = re.compile(r"([0-9]+(?:\.[0-9]+)?) ([-+*×]) ([0-9]+(?:\.[0-9]+)?)")
LENGTHS = {"year": 4, "month": 7, "week": 10, "day": 10}
EXPECTED = "one operation, such as “2020 + 3 years”, “2020-08-04 - 1 month”, “3 * 4” or “14 - 2”"


def offsets(text: str) -> list[tuple[int, str]]:
    """Return the spans the text counts from a moment, in order, as (count, unit).

    “three years later” is (3, "year"), “two months ago” (-2, "month"), “last week” (-1, "week").
    """
    plain = level(text)
    found = [*_counted_spans(text, plain), *_named_spans(plain)]
    return list(dict.fromkeys(span for _, span in sorted(found)))


def derive(rule: str, text: str) -> str:
    """Return the result of a rule whose every operand the text states.

    A date moved by a span keeps the span's precision: 2020-08-04 - 1 month is 2020-07. Raises
    ``ValueError``, saying what was found and expected.
    """
    plain = level(rule).strip()
    if match := DATE_RULE.fullmatch(plain):
        date, sign, count, unit = match.groups()
        return _moved(date, int(f"{sign}{count}"), unit, text)
    if match := COUNT_RULE.fullmatch(plain):
        first, operation, second = match.groups()
        return _calculated(first, operation, second, text)
    raise ValueError(f"found the rule “{rule}”; expected {EXPECTED}")


def _counted_spans(text: str, plain: str) -> Iterator[tuple[int, tuple[int, str]]]:
    for place in places(text):
        amount, unit, bound = place.quantity.amount, place.quantity.unit, place.quantity.bound
        if unit in DURATIONS and bound == "=" and amount == int(amount):
            sign = _direction(plain, place.start, place.end)
            if sign:
                yield place.start, (sign * int(amount), unit)
    for match in ONE_SPAN.finditer(plain):
        sign = _direction(plain, *match.span())
        if sign:
            yield match.start(), (sign, match["unit"].lower())


def _named_spans(plain: str) -> Iterator[tuple[int, tuple[int, str]]]:
    for match in NAMED_SPAN.finditer(plain):
        past = match["past"] or match["past2"]
        unit = match["unit"] or match["unit2"]
        yield match.start(), (-1 if past else 1, unit.lower())


def _direction(plain: str, start: int, end: int) -> int:
    """Return 1 for a span forward in time, -1 for one back, 0 for a mere length of time."""
    lead = before(plain, start)
    if SECOND_PART.search(lead):
        return 0
    match = AFTER_SPAN.match(plain, end) or BEFORE_SPAN.search(lead)
    if not match:
        return 0
    return -1 if match["past"] else 1


def _moved(date: str, count: int, unit: str, text: str) -> str:
    length = LENGTHS.get(unit, 0)
    if not length or len(date) < length:
        raise ValueError(f"found {date} moved by a {unit}; expected a date as fine as the {unit}")
    if not states_date(text, date):
        raise ValueError(f"found the date {date}; expected one stated: {_or_none(dates(text))}")
    if (count, unit) not in offsets(text):
        spans = [f"{number:+} {name}" for number, name in offsets(text)]
        raise ValueError(f"found {count:+} {unit}; expected a span stated: {_or_none(spans)}")
    try:
        start = datetime.date.fromisoformat(f"{date}-01-01"[:10])
        moved: datetime.date = start + relativedelta(**{f"{unit}s": count})
    except (ValueError, OverflowError):
        raise ValueError(f"found {date}, moved by {count:+} {unit}; expected real dates") from None
    return moved.isoformat()[:length]


def _calculated(first: str, operation: str, second: str, text: str) -> str:
    one, other = Decimal(first), Decimal(second)
    for operand in (one, other):
        if not _is_counted(operand, text):
            stated = [f"{found.bound}{found.amount}" for found in quantities(text)]
            raise ValueError(f"found {operand}; expected a number stated: {_or_none(stated)}")
    results = {"+": one + other, "-": one - other, "*": one * other, "×": one * other}
    return f"{results[operation].normalize():f}"


def _is_counted(operand: Decimal, text: str) -> bool:
    return any(found.amount == operand and found.bound == "=" for found in quantities(text))


def _or_none(found: list[str]) -> str:
    return ", ".join(found) or "(none is)"
