"""The unit beside a number: a sign, a symbol, a name or a currency; and when two units are one."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Naming
from sourcebook.text.money import currency_of, kind_of
from sourcebook.text.units import base, unit_names

SIGN = re.compile(r" ?(%|‰|°C|°F|℃|℉|°(?! ?[CF]\b)|[€$£¥₹₽₺₴₩₪₸৳₦₱₫₼₾₵₲₡₭₮֏฿៛](?! ?[0-9]))")
SYMBOL = re.compile(r" ?([^\W\d_]{1,4})(?![\w²³])")
COMPOUND = re.compile(r" ?([^\W\d_]{1,4}(?:/[hs]|[²³]))(?![\w²³])")
WORDS = re.compile(r"[ -]((?:[^\W\d_][\w.]*[ -]){0,3}[^\W\d_]+\.?[²³]?)(?![\w²³])")
LAST = re.compile(r"(?:^|[ -])[^ -]+\Z")
EITHER = " or "
AROUND = 60
TEMPERATURES = {"celsius": "degree", "fahrenheit": "degree"}


def unit_after(plain: str, end: int, language: Naming = ENGLISH) -> tuple[str, int]:
    """Return the unit named right after ``end``, and where its name ends; or nothing."""
    if match := SIGN.match(plain, end):
        return unit_of(match[1], language), match.end()
    compound = COMPOUND.match(plain, end)
    if compound and (unit := unit_of(compound[1], language)):
        return unit, compound.end()
    skipped = _skip(language).match(plain, end)
    if match := WORDS.match(plain, skipped.end() - 1 if skipped else end):
        name = match[1]
        while name:
            for written in dict.fromkeys((name, name.rstrip("."))):
                if unit := unit_of(written, language):
                    stop = match.start(1) + len(written)
                    return _resolved(unit, plain, end, stop, language), stop
            name = LAST.sub("", name)
    match = SYMBOL.match(plain, end)
    unit = unit_of(match[1], language) if match else ""
    return (unit, match.end()) if match and unit else ("", end)


def unit_of(name: str, language: Naming = ENGLISH) -> str:
    """Return the unit that has the name, a sign, symbol or words; or nothing."""
    units = unit_names(language)
    words = name.lower().replace("-", " ") if len(name) > 2 else name
    hyphened = name.lower() if len(name) > 2 else name
    return units.get(name) or units.get(words) or units.get(hyphened) or currency_of(name, language)


def _resolved(unit: str, plain: str, start: int, end: int, language: Naming) -> str:
    """Return which of two units that share a name is meant, where the words around it tell."""
    weight, _, money = unit.partition(EITHER)
    if not money or weight not in _measured(language):
        return unit
    around = plain[max(0, start - AROUND) : end + AROUND // 2]
    if _weights(language).search(around):
        return weight
    return money if _sums(language).search(around) else unit


def same_unit(asked: str, found: str, language: Naming = ENGLISH) -> bool:
    """Tell whether a unit is the one asked for, or a kind of it: RSD is “dinar”.

    What may be a weight is no sum of money, unless the words around it tell.
    """
    if asked == found:
        return True
    weight, _, money = found.partition(EITHER)
    if asked == money and weight in _measured(language):
        return False
    known = {
        name
        for one in found.split(EITHER)
        for name in (one, kind_of(one, language), TEMPERATURES.get(one, one))
    }
    return bool(asked and not known.isdisjoint(asked.split(EITHER)))


def in_base(amount: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return an amount in the simplest unit of its kind: 1.5 kilometres are 1500 metres."""
    name, factor = base(unit)
    return (amount * factor).normalize(), name


@cache
def _measured(language: Naming) -> frozenset[str]:
    return frozenset(unit_names(language).values())


@cache
def _skip(language: Naming) -> re.Pattern[str]:
    return re.compile(rf"[ -]{language.before_units}", re.IGNORECASE)


@cache
def _sums(language: Naming) -> re.Pattern[str]:
    return re.compile(language.sums, re.IGNORECASE)


@cache
def _weights(language: Naming) -> re.Pattern[str]:
    return re.compile(language.weights, re.IGNORECASE)
