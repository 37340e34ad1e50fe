"""Amounts in two parts: coins after a sum of money, “3 euros 50”, and “2 hours and 8 minutes”."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.measures import EITHER
from sourcebook.text.money import currencies
from sourcebook.text.quantity import Place
from sourcebook.text.ranges import resuming
from sourcebook.text.units import base

COINS = Decimal(100)
FEWEST = 10


def with_small_parts(
    plain: str, found: Iterable[Place], language: Language = ENGLISH
) -> list[Place]:
    """Return the places, a whole amount and the smaller one that goes on with it as one.

    Coins count nothing and measure nothing: they are not those of “3 euros 50 years ago”.
    """
    every: list[Place] = []
    for place in found:
        if every and (money := _paid(plain, every[-1], place, language)):
            whole = every.pop()
            amount = whole.quantity.amount + place.quantity.amount / COINS
            quantity = replace(whole.quantity, amount=amount, unit=money)
            every.append(replace(place, start=whole.start, quantity=quantity))
        elif every and (both := _together(plain, every[-1], place, language)):
            every[-1] = both
        else:
            every.append(place)
    return every


def _paid(plain: str, whole: Place, coins: Place, language: Language) -> str:
    """Return the money of a sum if what stands after it are its coins, or nothing."""
    part = coins.quantity
    bare = part.strict and not part.unit and FEWEST <= part.amount < COINS
    beside = plain[whole.end - 1].isalpha() and plain[whole.end : coins.start] == " "
    is_whole = whole.quantity.amount == whole.quantity.amount.to_integral_value()
    if not (bare and beside and is_whole and resuming(language).match(plain, coins.end)):
        return ""
    known = currencies(language).values()
    return next((one for one in reversed(whole.quantity.unit.split(EITHER)) if one in known), "")


def _together(plain: str, whole: Place, part: Place, language: Language) -> Place | None:
    """Return “2 hours and 8 minutes” as 128 minutes, or ``None`` if the second is not smaller."""
    if plain[whole.end : part.start] not in (" ", language.joined_numbers):
        return None
    one, other = whole.quantity, part.quantity
    (kind, size), (measure, rest) = (base(each.unit) for each in (one, other))
    smaller = bool(kind) and kind == measure and 0 < other.amount * rest < size
    if not (smaller and other.strict and one.amount > 0):
        return None
    amount = one.amount * size / rest + other.amount
    return replace(part, start=whole.start, quantity=replace(other, amount=amount))
