"""A quantity and its place in a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ORDINAL, TIMES = "ordinal", "times"
AFTER, BEFORE = "after", "before"
AFTER_A_DATE, BEFORE_A_DATE = "after a date", "before a date"


@dataclass(frozen=True)
class Quantity:
    """An amount in a unit, with its bound and, where it changes, its direction and role.

    ``unit`` is empty for a count, an ISO 4217 code for money (in whole currency units), “%”,
    “percentage point”, “ordinal”, “times”, or the name of a unit in Unicode’s CLDR. ``bound`` is
    one of those of :mod:`sourcebook.text.bounds`. ``change`` is “up”, “down” or empty, ``role``
    “from”, “to”, “by”, “of”, “apart” or empty, of a span of time also “after”, “before”, “after a
    date” or “before a date”; ``per`` are the words for what a rate is per. One that is not
    ``strict`` is a word such as “one” or “no” that counts only where something else is counted
    against it.
    """

    amount: Decimal
    unit: str = ""
    bound: str = "="
    change: str = ""
    role: str = ""
    strict: bool = True
    per: str = ""


@dataclass(frozen=True)
class Place:
    """A quantity and where it stands in a text, from ``start`` up to ``end``, its unit included."""

    start: int
    end: int
    quantity: Quantity


def tidy(amount: Decimal) -> Decimal:
    """Return the same number without zeros after its decimal point: 12, not 12.0 or 1.2E+1."""
    return Decimal(f"{amount.normalize():f}")
