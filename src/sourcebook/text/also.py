"""What a number may mean as well: a part of a number as a share, an age, points, pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import zip_longest

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.levelling import before
from sourcebook.text.quantity import Place, Quantity, tidy
from sourcebook.text.units import PERCENT, POINT

HUNDRED = Decimal(100)


def also(plain: str, found: Iterable[Place], language: Language = ENGLISH) -> Iterable[Place]:
    """Return the places, each with its further readings after it, in the same place."""
    for reader in (_parted, _pointed, _aged, _paired):
        found = reader(plain, found, language)
    return found


def _parted(plain: str, found: Iterable[Place], language: Language) -> Iterator[Place]:
    """Yield the places, the part of a number as a share as well: “nine of its twelve” are 75%."""
    every = [*found]
    for place, whole in zip_longest(every, every[1:]):
        yield place
        if whole and _of_whole(language).fullmatch(plain, place.end, whole.start):
            one, other = place.quantity, whole.quantity
            counted = one.strict and other.strict and not (one.unit or other.unit)
            if counted and 0 < one.amount < other.amount:
                share = Quantity(tidy(one.amount / other.amount * HUNDRED), PERCENT)
                yield replace(place, quantity=share)


def _pointed(plain: str, found: Iterable[Place], language: Language) -> Iterator[Place]:
    """Yield the places, points of a change beside a percentage as percentage points too."""
    every = [*found]
    shares = any(one.quantity.unit == PERCENT for one in every)
    for place in every:
        yield place
        bare = shares and place.quantity.change and not place.quantity.unit
        if bare and _points(language).match(plain, place.end):
            yield replace(place, quantity=replace(place.quantity, unit=POINT))


def _aged(plain: str, found: Iterable[Place], language: Language) -> Iterator[Place]:
    """Yield the places, how old one is in years as well: “16 or older”."""
    after, lead = _ages(language)
    for place in found:
        yield place
        bare = place.quantity.strict and not place.quantity.unit
        if bare and (after.match(plain, place.end) or lead.search(before(plain, place.start))):
            yield replace(place, quantity=replace(place.quantity, unit="year"))


def _paired(plain: str, found: Iterable[Place], language: Language) -> Iterator[Place]:
    """Yield the places, the number of pairs as that of what is in pairs as well."""
    for place in found:
        yield place
        bare = place.quantity.strict and not place.quantity.unit
        if bare and _pairs(language).match(plain, place.end):
            amount = place.quantity.amount * language.groups[language.pair]
            yield replace(place, quantity=replace(place.quantity, amount=tidy(amount)))


@cache
def _of_whole(language: Language) -> re.Pattern[str]:
    return re.compile(rf" {language.of_a_whole} (?:{language.the_whole}) ", re.IGNORECASE)


@cache
def _points(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{language.points}\b", re.IGNORECASE)


@cache
def _ages(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    after, lead = (
        rf"(?:{language.aged_after})\b",
        rf"\b(?:{language.aged_before}) (?:[a-z]+ ){{0,3}}\Z",
    )
    return re.compile(after, re.IGNORECASE), re.compile(lead, re.IGNORECASE)


@cache
def _pairs(language: Language) -> re.Pattern[str]:
    return re.compile(rf" {language.pair}{language.plural} {language.of_a_whole} ", re.IGNORECASE)
