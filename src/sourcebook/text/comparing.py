"""Whether a quantity or a date says what another asks: unit by unit, bound by bound."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from decimal import Decimal

from sourcebook.text.bounds import bound_carried
from sourcebook.text.changes import APART, DOWN, OPPOSITE, UP
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.measures import in_base, same_unit
from sourcebook.text.plain_dates import covers
from sourcebook.text.quantity import AFTER, AFTER_A_DATE, BEFORE, BEFORE_A_DATE, Quantity

DIGIT = re.compile(r"\d")
ENDS = {"from": ("to", "by"), "to": ("from", "by"), "by": ("from", "to")}
TIME = {"second", "month"}
MONTHS = {"early": range(1, 5), "mid": range(5, 9), "late": range(9, 13)}
DAYS = {"early": range(1, 11), "mid": range(11, 21), "late": range(21, 32)}
DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?")


def quantity_carried(asked: Quantity, found: Quantity) -> bool:
    """Tell whether a quantity found says what another asks: amount, unit, bound and change."""
    if asked.unit and found.unit:
        (amount, unit), (other, measure) = (in_base(one.amount, one.unit) for one in (asked, found))
    else:
        amount, unit, other, measure = asked.amount, asked.unit, found.amount, found.unit
    if not same_unit(unit, measure) or not bound_carried(asked.bound, found.bound):
        return False
    other_rate = {*asked.per.split()}.isdisjoint(found.per.split())
    if (asked.per and found.per and other_rate) or not _on_its_side(asked, found):
        return False
    wanted, there = _change(asked), _change(found)
    if amount and amount == -other:
        return wanted == there and not {"from", "to"} & {asked.role, found.role}
    return amount == other and _goes_along(asked, wanted, found, there)


def _change(quantity: Quantity) -> str:
    return DOWN if quantity.amount < 0 else quantity.change


def _on_its_side(asked: Quantity, found: Quantity) -> bool:
    """Tell whether years after, or before, a date are found on that side of something."""
    if asked.role == AFTER_A_DATE:
        return found.role in (AFTER, AFTER_A_DATE)
    return asked.role != BEFORE_A_DATE or found.role in (BEFORE, BEFORE_A_DATE)


def _goes_along(asked: Quantity, wanted: str, found: Quantity, there: str) -> bool:
    """Tell whether neither the direction nor the end of a change is another one."""
    compared = asked.role == found.role == APART
    opposed = wanted and not compared and OPPOSITE[wanted] == there
    turned = wanted and there and found.role in ENDS.get(asked.role, ())
    unheard = wanted in (UP, DOWN) and not there and asked.amount > 0
    whole = found.role == APART and not wanted
    return not (opposed or turned or unheard or whole)


def same_measure(one: str, other: str) -> bool:
    """Tell whether amounts in two units measure the same kind of thing."""
    if one == other or not (one and other):
        return one == other
    bases = {in_base_unit(one), in_base_unit(other)}
    return len(bases) == 1 or bases == TIME


def in_base_unit(unit: str) -> str:
    """Return the simplest unit of the same kind."""
    return in_base(Decimal(1), unit)[1]


def date_carried(edtf: str, asked: Phrase, found: Phrase, shapes: Collection[str]) -> bool:
    """Tell whether a date found is the one asked for, or a finer one if none is just as vague.

    ``shapes`` are those of all dates found beside it: where “in 2024” stands beside “in December
    2023”, the year 2023 alone is more likely a slip.
    """
    if not found.relation and any(_ends(edtf, asked.relation, one) for one in found.edtf):
        return True
    if not _bounded_alike(asked, found) or not _on_its_weekday(asked, found, edtf):
        return False
    if asked.written or found.written:
        return asked.written == found.written or (not asked.written and edtf == found.edtf[0])
    if edtf in found.edtf:
        return asked.part in ("", found.part)
    if shape(edtf) in shapes or asked.relation in ("before", "after"):
        return False
    return any(
        _covers(edtf, one) and _in_part(asked.part, edtf, found.part, one) for one in found.edtf
    )


def _covers(edtf: str, found: str) -> bool:
    """Tell whether a date is the one found, or holds it, or both its ends."""
    ends = found.split("/") if "/" not in edtf else [found]
    return all(covers(edtf, one) for one in ends)


def _ends(edtf: str, relation: str, interval: str) -> bool:
    """Tell whether an interval lasts until a date, or has lasted since it."""
    begin, _, finish = interval.partition("/")
    return bool(finish) and edtf == {"since": begin, "until": finish}.get(relation)


def shape(edtf: str) -> str:
    """Return how fine a date is: the same for all years, all months, all days."""
    return DIGIT.sub("0", edtf)


def _bounded_alike(asked: Phrase, found: Phrase) -> bool:
    """Tell whether both are bounded alike; what has stood since 1874 stood in 1874."""
    begun = not asked.relation and found.relation == "since"
    return asked.calendar == found.calendar and (begun or asked.relation == found.relation)


def _in_part(asked: str, wide: str, found: str, edtf: str) -> bool:
    """Tell whether a date found stands early, mid or late in the wider one asked for."""
    day = DAY.fullmatch(edtf)
    if asked in ("", found) or not day:
        return asked in ("", found)
    if len(wide) == len("2020"):
        return int(day[2]) in MONTHS[asked]
    return bool(day[3] and int(day[3]) in DAYS[asked])


def _on_its_weekday(asked: Phrase, found: Phrase, edtf: str) -> bool:
    if asked.weekday is None:
        return True
    if found.weekday is not None:
        return asked.weekday == found.weekday
    day = DAY.fullmatch(edtf)
    if not day or not day[3] or day[1] == "XXXX":
        return False
    return datetime.date(*map(int, day.groups())).weekday() == asked.weekday
