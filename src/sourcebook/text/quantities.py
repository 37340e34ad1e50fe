"""Quantities: the amounts, units, bounds and changes that a text states, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from sourcebook.text.also import also
from sourcebook.text.bounds import BOUNDS, bounds_of, extreme_of
from sourcebook.text.changes import APART, UP, change_of
from sourcebook.text.clock import times
from sourcebook.text.counting import in_words
from sourcebook.text.dates import phrases
from sourcebook.text.english import ENGLISH
from sourcebook.text.labels import designations, labels
from sourcebook.text.language import Language
from sourcebook.text.levelling import before, level
from sourcebook.text.measures import unit_after, unit_of
from sourcebook.text.money import currencies, currency_before
from sourcebook.text.number_words import uncounted, vague
from sourcebook.text.numerals import NUMERAL, amount_of
from sourcebook.text.quantity import ORDINAL, TIMES, Place, Quantity, tidy
from sourcebook.text.ranges import joined, resumed, tried
from sourcebook.text.rates import with_rate
from sourcebook.text.scales import scaled, with_part
from sourcebook.text.small_parts import with_small_parts
from sourcebook.text.taken import Taken
from sourcebook.text.units import DURATIONS, PERCENT, POINT, base
from sourcebook.text.wording import has_digit

CLUSTER = re.compile(rf"{NUMERAL.pattern}(?:[-–—:/×]{NUMERAL.pattern})*")
RATIO = re.compile("[:/×]")
IN_A_TOKEN = re.compile(r"[\w.,:/#№\[]\Z|[^\W\d][-–]\Z|[\w)][-–—]\Z")
LETTERED = re.compile(r"[^\W\d_]|-(?:[A-Z]{1,3}|[a-z])(?![a-z])|\]| [0-9]+/[0-9]+/")
SIGN = re.compile(r"(?:^|[\s(])(?P<sign>[-–+])\Z")
LONGEST_SYMBOL = 8
SHARES = (PERCENT, POINT, "permille", "basis point")


def quantities(text: str, language: Language = ENGLISH) -> list[Quantity]:
    """Return every quantity the text states, in order; a range gives its two ends as bounds."""
    return [place.quantity for place in places(text, language)]


@lru_cache(maxsize=16384)
def places(text: str, language: Language = ENGLISH) -> tuple[Place, ...]:
    """Return the text's quantities with their places, in order."""
    plain = _blotted(level(text), text, language)
    found = [*_in_digits(plain, language)]
    taken = Taken(len(plain), ((place.start, place.end) for place in found))
    for place in in_words(plain, language):
        if not taken.meets(place.start, place.start + 1):
            taken.add(place.start, place.end)
            found.append(_signed(plain, place, language))
    ordered = sorted(found, key=lambda place: place.start)
    measured = with_small_parts(
        plain, _apart(_measured(plain, one, language) for one in ordered), language
    )
    changed = [_changed(plain, place, language) for place in measured]
    rated = [with_rate(plain, place, language) for place in changed]
    ranged = resumed(plain, joined(plain, rated, language), language)
    counted = also(plain, tried(plain, ranged, language), language)
    return tuple(one for place in counted for one in _bounded(plain, place, language))


def parse_quantity(amount: str, unit: str, bound: str, language: Language = ENGLISH) -> Quantity:
    """Return the quantity that a table's cells give, such as 5.13, “billion EUR” and no bound.

    Raises ``ValueError``, saying what was found and expected.
    """
    written = level(amount).strip()
    number = amount_of(written.removeprefix("-"))
    if number is None or re.search(r",\d{1,2}\Z", written):
        raise ValueError(f"found “{amount}” as an amount; expected digits, such as 1,200 or 5.13")
    if (bound.strip() or "=") not in BOUNDS:
        raise ValueError(f"found “{bound}” as a bound; expected {', '.join(BOUNDS)} or nothing")
    name = level(unit).strip()
    scale, _, rest = name.partition(" ")
    if scale.lower() in language.scales:
        number, name = number * language.scales[scale.lower()], rest
    if written.startswith("-"):
        number = -number
    return Quantity(tidy(number), _unit(name, language), bound.strip() or "=")


def _unit(name: str, language: Language) -> str:
    unit = unit_of(name, language)
    if name and not unit:
        raise ValueError(
            f"found “{name}” as a unit; expected nothing for a count, %, {', '.join(DURATIONS)}, a "
            "measure such as km, or a currency such as EUR, each with “million” or the like before "
            "it if need be"
        )
    return unit


def _blotted(plain: str, text: str, language: Language) -> str:
    """Return the text with dates, times of day, labels and designations blotted out."""
    spans = [(one.start, one.end) for one in phrases(text, language) if one.certain]
    spans += [(start, end) for start, end, _ in times(plain, language)]
    spans += [(start, end) for start, end, _ in labels(plain, language)]
    spans += [match.span() for match in designations(plain)]
    spans += [match.span() for match in uncounted(plain, language)]
    spans += [match.span() for match in vague(plain, language)]
    if not spans:
        return plain
    signs = list(plain)
    for start, end in spans:
        signs[start:end] = "\0" * (end - start)
    return "".join(signs)


def _in_digits(plain: str, language: Language) -> Iterator[Place]:
    known = currencies(language)
    for cluster in CLUSTER.finditer(plain) if has_digit(plain) else ():
        parts = [*NUMERAL.finditer(plain, *cluster.span())]
        amounts = [amount for part in parts if (amount := amount_of(part[0])) is not None]
        ascending = amounts == sorted(set(amounts)) and not RATIO.search(cluster[0])
        if len(amounts) != len(parts) or len(parts) > 2 or not ascending:
            continue
        near = max(0, cluster.start() - LONGEST_SYMBOL)
        money = currency_before(language).search(plain, near, cluster.start())
        lead = before(plain, money.start() if money else cluster.start())
        if IN_A_TOKEN.search(lead) and not SIGN.search(lead):
            continue
        unit = known[money[1]] if money else ""
        for part, amount in zip(parts, amounts, strict=True):
            start = money.start() if money and part is parts[0] else part.start()
            place = scaled(plain, Place(start, part.end(), Quantity(amount, unit)), language)
            if not LETTERED.match(plain, place.end) or unit_after(plain, place.end, language)[0]:
                yield _signed(plain, place, language)


def _signed(plain: str, place: Place, language: Language) -> Place:
    """Return the place with the sign before it."""
    lead, quantity = before(plain, place.start), place.quantity
    sign = SIGN.search(lead)
    if _minus(language)[0].search(lead) or (sign and sign["sign"] != "+"):
        quantity = replace(quantity, amount=-quantity.amount)
    elif sign or _minus(language)[2].search(lead):
        quantity = replace(quantity, change=UP)
    return replace(place, quantity=quantity)


@cache
def _minus(language: Language) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"\b(?:{language.minus}) \Z", re.IGNORECASE),
        re.compile(language.below_zero, re.IGNORECASE),
        re.compile(rf"[:(] ?(?:{language.plus}) \Z", re.IGNORECASE),
    )


def _measured(plain: str, place: Place, language: Language) -> Place:
    """Return the place with the unit after it, and with the words for less than nothing."""
    if place.quantity.unit:
        return place
    unit, end = unit_after(plain, place.end, language)
    amount = place.quantity.amount
    if below := _minus(language)[1].match(plain, end):
        amount, end = -amount, below.end()
    measured = replace(place, end=end, quantity=replace(place.quantity, amount=amount, unit=unit))
    return with_part(plain, measured, language) if unit else measured


def _apart(found: Iterable[Place]) -> Iterator[Place]:
    """Yield the places but for those within one before them, as the zero of “2 below zero”."""
    end = 0
    for place in found:
        if place.start >= end:
            yield place
            end = place.end


def _changed(plain: str, place: Place, language: Language) -> Place:
    quantity = place.quantity
    multiple = quantity.unit == TIMES
    counts = quantity.strict or multiple or quantity.amount > 1
    if quantity.unit == ORDINAL or quantity.change or not counts:
        return place
    shares = quantity.unit in SHARES
    change, role = change_of(plain, place.start, place.end, shares, language)
    if multiple and role == APART:
        return place
    if not role and base(quantity.unit)[0] in ("second", "month"):
        role = _side(plain, place, language)
    return replace(place, quantity=replace(quantity, change=change, role=role))


def _side(plain: str, place: Place, language: Language) -> str:
    """Return on which side of a date or an event a span of time lies, if the words beside say."""
    for pattern, role in _sides(language):
        if pattern.match(plain, place.end):
            return role
    return ""


@cache
def _sides(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(words, re.IGNORECASE), role) for words, role in language.sides)


def _bounded(plain: str, place: Place, language: Language) -> Iterator[Place]:
    """Yield the place with its bound; with both where “over” may be “throughout” a time.

    What is the minimum or maximum of something is a bound and an amount.
    """
    if place.quantity.bound != "=":
        yield place
        return
    bound, start = bounds_of(plain, place.start, place.end, language)
    words = plain[start : place.start].strip().lower()
    if words == language.throughout and base(place.quantity.unit)[0] in ("second", "month"):
        yield place
    if bound == "=" and (extreme := extreme_of(plain, place.start, language)):
        yield replace(place, quantity=replace(place.quantity, bound=extreme))
    yield replace(place, quantity=replace(place.quantity, bound=bound))
