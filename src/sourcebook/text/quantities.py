"""Quantities: the amounts, units and bounds a text states, and whether it states a given one."""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from babel.numbers import NumberFormatError, parse_decimal

from sourcebook.text.bounds import BOUNDS, bounds_of
from sourcebook.text.dates import phrases
from sourcebook.text.levelling import before, level
from sourcebook.text.money import currencies, currency_after, currency_before
from sourcebook.text.number_words import (
    LONGEST,
    SCALES,
    UNCOUNTED,
    WORD,
    WORDS,
    longest_amount,
    may_count,
)
from sourcebook.text.taken import Taken

PERCENT, POINT = "%", "percentage point"
DURATIONS = ("hour", "day", "week", "month", "year")
MONEY_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9}
SHARED_SCALES = SCALES | MONEY_SCALES
UNSPEAKABLE = 10**60

DIGITS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9]|[.,][0-9])|[0-9](?:[0-9.,]*[0-9])?")
CLUSTER = re.compile(rf"(?:{DIGITS.pattern})(?:[-–—:/×](?:{DIGITS.pattern}))*")
LABELLED = re.compile(
    r"[\w.,:/#№\[]\Z|[^\W\d][-–]\Z|\b(?:no|nos|number|article|section|chapter|pages?|pp|figure|table"
    r"|paragraph|resolution|version|vol|volume|phase|mark|mk|route)\.? \Z",
    re.IGNORECASE,
)
LETTERED = re.compile(
    r"(?!(?:km|kg|mm|cm|ft|mph|kW|MW|GW|bn|mn|mln|tn)\b)[^\W\d]|-(?:[A-Z]{1,3}|[a-z])(?![a-z])"
    r"| ?[ap]\.?m\b| o'clock| [0-9]/[0-9]|\]"
)
NEGATIVE = re.compile(r"(?:^|[\s(])(?:-|minus )\Z", re.IGNORECASE)
AND_A_HALF = re.compile(r"[ -]and[ -]a[ -]half\b", re.IGNORECASE)
SCALE = re.compile(rf"[ -]?({'|'.join(SCALES)})\b", re.IGNORECASE)
MONEY_SCALE = re.compile(r" ?([kmb])\b", re.IGNORECASE)
UNIT = re.compile(
    r" ?(?P<percent>%)|[ -](?:(?P<points>percentage[ -]points?)|(?P<cent>per ?cent)|"
    r"(?:(?:consecutive|working|business|full|whole|long|more|further|additional) )?"
    rf"(?P<duration>{'|'.join(DURATIONS)})s?)\b",
    re.IGNORECASE,
)
RANGE = re.compile(r"-to-| to | ?[-–—] ?| or ", re.IGNORECASE)
CHANGE = re.compile(
    r"\b(?:rose|risen|ris(?:e|ing)|gr[eo]w\w*|increas\w+|expand\w+|rais\w+|climb\w+|fell|fall\w*"
    r"|dropp?\w*|reduc\w+|cut|declin\w+|shr[aiu]nk|up|down|went|chang\w+)\b[^.;:\n]*\bfrom \Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Quantity:
    """An amount in a unit, with its bound.

    ``unit`` is empty for a count, an ISO 4217 code for money (in whole currency units), “%”,
    “percentage point”, or hour, day, week, month, year. ``bound`` is one of = > >= < <= ~.
    """

    amount: Decimal
    unit: str
    bound: str


@dataclass(frozen=True)
class Place:
    """A quantity and where it stands in a text, from ``start`` up to ``end``, its unit included."""

    start: int
    end: int
    quantity: Quantity


def quantities(text: str) -> list[Quantity]:
    """Return every quantity the text states, in order.

    A range gives its two ends as bounds; “over”, which is “more than” or “throughout”, gives both
    readings.
    """
    return [place.quantity for place in places(text)]


@cache
def places(text: str) -> tuple[Place, ...]:
    """Return the text's quantities with their places, in order."""
    plain = _without_dates(text)
    numerals = [*_in_digits(plain)]
    taken = Taken(len(plain), ((place.start, place.end) for place in numerals))
    numerals += [
        place for place in _in_words(plain) if not taken.meets(place.start, place.start + 1)
    ]
    ordered = sorted(numerals, key=lambda place: place.start)
    return tuple(_bounded(plain, [_measured(plain, place) for place in ordered]))


def states(text: str, quantity: Quantity) -> bool:
    """Tell whether the text states the quantity: the same amount, bound and unit.

    A count is also stated by a duration: “78-day” states the count 78.
    """
    units = ("", *DURATIONS) if quantity.unit == "" else (quantity.unit,)
    return any(
        found.amount == quantity.amount and found.bound == quantity.bound and found.unit in units
        for found in quantities(text)
    )


def numbers(text: str) -> list[str]:
    """Return every longest run of digits in the text, as written."""
    return re.findall(r"\d+", text)


def parse_quantity(amount: str, unit: str, bound: str) -> Quantity:
    """Return the quantity that a table's cells give, such as 5.13, “billion EUR” and no bound.

    Raises ``ValueError``, saying what was found and expected.
    """
    written = level(amount).strip()
    number = _decimal(written.removeprefix("-"))
    if number is None:
        raise ValueError(f"found “{amount}” as an amount; expected digits, such as 1,200 or 5.13")
    if (bound.strip() or "=") not in BOUNDS:
        raise ValueError(f"found “{bound}” as a bound; expected {', '.join(BOUNDS)} or nothing")
    name = level(unit).strip()
    scale, _, rest = name.partition(" ")
    if scale.lower() in SCALES:
        number, name = number * SCALES[scale.lower()], rest
    if written.startswith("-"):
        number = -number
    return Quantity(_tidy(number), _unit(name), bound.strip() or "=")


def _unit(name: str) -> str:
    if not name:
        return ""
    if match := UNIT.fullmatch(f" {name}"):
        return _unit_of(match)
    if code := currencies().get(name) or currencies().get(name.lower()):
        return code
    raise ValueError(
        f"found “{name}” as a unit; expected nothing for a count, %, {', '.join(DURATIONS)}, or a "
        "currency such as EUR, each with “million” or the like before it if need be"
    )


def _unit_of(match: re.Match[str]) -> str:
    if match["duration"]:
        return match["duration"].lower()
    return POINT if match["points"] else PERCENT


def _without_dates(text: str) -> str:
    """Return the text levelled, with dates, fractions, ordinals and rates (1 in 5) blotted."""
    plain, parts, at = level(text), [], 0
    for phrase in phrases(text):
        if phrase.certain:
            parts += [plain[at : phrase.start], "\x00" * (phrase.end - phrase.start)]
            at = phrase.end
    undated = "".join([*parts, plain[at:]])
    if not may_count(undated):
        return undated
    return UNCOUNTED.sub(lambda match: "\x00" * len(match[0]), undated)


def _decimal(digits: str) -> Decimal | None:
    """Return the number the digits write, or ``None`` if they are grouped or padded badly."""
    if not DIGITS.fullmatch(digits) or re.match(r"0[0-9]", digits) or len(digits) > LONGEST:
        return None
    try:
        return parse_decimal(digits.replace(" ", ","), locale="en", strict=True)
    except NumberFormatError:
        return None


def _in_digits(plain: str) -> Iterator[Place]:
    for cluster in CLUSTER.finditer(plain):
        parts = [*DIGITS.finditer(plain, *cluster.span())]
        amounts = [amount for part in parts if (amount := _decimal(part[0])) is not None]
        joined = amounts == sorted(set(amounts)) and not re.search("[:/×]", cluster[0])
        if len(amounts) != len(parts) or len(parts) > 2 or not joined:
            continue
        money = currency_before().search(plain, max(0, cluster.start() - 8), cluster.start())
        lead = before(plain, money.start() if money else cluster.start())
        negative = bool(NEGATIVE.search(lead))
        after = MONEY_SCALE.match(plain, cluster.end())
        short = after and (money or currency_after(plain, after.end())[0])
        if LABELLED.search(lead) or (not short and LETTERED.match(plain, cluster.end())):
            continue
        unit = currencies()[money[1]] if money else ""
        for part, amount in zip(parts, amounts, strict=True):
            start = money.start() if money and part is parts[0] else part.start()
            quantity = Quantity(-amount if negative else amount, unit, "=")
            yield _scaled(plain, Place(start, part.end(), quantity))


def _in_words(plain: str) -> Iterator[Place]:
    for run in WORDS.finditer(plain) if may_count(plain) else ():
        words, at = [*WORD.finditer(plain, *run.span())], 0
        while at < len(words):
            ahead = [word[0].lower() for word in words[at : at + LONGEST]]
            amount, count = longest_amount(ahead)
            start, end = words[at].start(), words[at + count - 1].end()
            if amount is not None:
                amount = -amount if NEGATIVE.search(before(plain, run.start())) else amount
                yield _scaled(plain, Place(start, end, Quantity(amount, "", "=")))
            at += count


def _scaled(plain: str, place: Place) -> Place:
    """Return the place with “and a half”, “million” and the like after it multiplied out."""
    amount, end = place.quantity.amount, place.end
    if half := AND_A_HALF.match(plain, end):
        amount, end = amount + Decimal(_scale(plain, place)) / 2, half.end()
    while abs(amount) < UNSPEAKABLE and (match := SCALE.match(plain, end)):
        amount, end = amount * SCALES[match[1].lower()], match.end()
    short = MONEY_SCALE.match(plain, end)
    if short and (place.quantity.unit or currency_after(plain, short.end())[0]):
        amount, end = amount * MONEY_SCALES[short[1].lower()], short.end()
    return replace(place, end=end, quantity=replace(place.quantity, amount=_tidy(amount)))


def _scale(plain: str, place: Place) -> int:
    words = re.findall("[a-z]+", plain[place.start : place.end].lower())
    return math.prod(SHARED_SCALES.get(word, 1) for word in words)


def _tidy(amount: Decimal) -> Decimal:
    """Return the same number without zeros after its decimal point: 12, not 12.0 or 1.2E+1."""
    return Decimal(f"{amount.normalize():f}")


def _measured(plain: str, place: Place) -> Place:
    """Return the place with the unit after it."""
    if place.quantity.unit:
        return place
    if match := UNIT.match(plain, place.end):
        unit, end = _unit_of(match), match.end()
    else:
        unit, end = currency_after(plain, place.end)
    return replace(place, end=end, quantity=replace(place.quantity, unit=unit))


def _bounded(plain: str, found: list[Place]) -> Iterator[Place]:
    """Yield the places with their bounds, the two ends of a range as bounds of their own."""
    ahead = deque(found)
    while ahead:
        first = ahead.popleft()
        ends = _range(plain, first, ahead[0]) if ahead else None
        if ends:
            ahead.popleft()
        yield from ends or _readings(plain, first)


def _readings(plain: str, place: Place) -> Iterator[Place]:
    for bound in bounds_of(plain, place.start, place.end):
        yield replace(place, quantity=replace(place.quantity, bound=bound))


def _range(plain: str, low: Place, high: Place) -> tuple[Place, Place] | None:
    """Return both ends with their bounds and what they share, or ``None`` if this is no range."""
    one, other = low.quantity, high.quantity
    between, lead = plain[low.end : high.start], before(plain, low.start)
    if re.search(r"\bbetween \Z", lead, re.IGNORECASE):
        joined = between.lower() in (" and ", " to ")
    else:
        joined = bool(RANGE.fullmatch(between))
    shared = _scale(plain, high) if _scale(plain, low) == 1 else 1
    if one.amount * shared < other.amount:
        one = replace(one, amount=one.amount * shared)
    unit = one.unit or other.unit
    if not joined or one.amount >= other.amount or (other.unit or unit) != unit:
        return None
    exact = CHANGE.search(lead)
    return (
        replace(low, quantity=Quantity(one.amount, unit, "=" if exact else ">=")),
        replace(high, quantity=Quantity(other.amount, unit, "=" if exact else "<=")),
    )
