"""Two numbers in one phrase: the ends of a range, and a unit, a scale or a change they share."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from sourcebook.text.changes import DOWN
from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.levelling import before
from sourcebook.text.quantity import ORDINAL, TIMES, Place, Quantity
from sourcebook.text.scales import scale_of

DASH = re.compile(r" ?[-–—] ?")
FAR, HUNDRED = 40, Decimal(100)
CLAUSE_END = re.compile(r" *(?:[.,;:)](?!\w)|\Z)")
STOP = re.compile(r"[.;!?](?= |\Z)")


def joined(plain: str, found: list[Place], language: Language = ENGLISH) -> Iterator[Place]:
    """Yield the places; two that are the ends of a range with their bounds and what they share."""
    ahead = deque(_sharing(plain, found, language))
    while ahead:
        first = ahead.popleft()
        ends = _range(plain, first, ahead[0], language) if ahead else None
        if ends:
            ahead.popleft()
        yield from ends or (first,)


def _sharing(plain: str, found: list[Place], language: Language) -> list[Place]:
    """Return the places, those of a list (5, 6 and 7 days) all with the unit of the last."""
    _, listed, _ = _patterns(language)
    shared, within_a_list = list(found), False
    for at in range(len(shared) - 2, -1, -1):
        first, last = shared[at], shared[at + 1]
        gap = plain[first.end : last.start]
        joins = listed.fullmatch(gap) or (within_a_list and gap == ", ")
        unit = last.quantity.unit if not first.quantity.unit and first.quantity.strict else ""
        within_a_list = bool(joins and unit and plain[last.start].isalnum())
        if within_a_list:
            shared[at] = replace(first, quantity=replace(first.quantity, unit=unit))
            listed_to = language.joined_numbers in gap
            if listed_to and first.quantity.change and not last.quantity.change:
                shared[at + 1] = _changed_alike(first, last)
        elif _goes_on(gap, first.quantity, last.quantity, language):
            shared[at + 1] = _changed_alike(first, last)
    return shared


def _goes_on(gap: str, first: Quantity, last: Quantity, language: Language) -> bool:
    """Tell whether a second amount changes as the first: “rose 5 percent in May and 6 in June”."""
    near = gap.endswith(language.joined_numbers) and len(gap) < FAR and not STOP.search(gap)
    return (
        near and first.unit == last.unit and bool(first.unit and first.change and not last.change)
    )


def _changed_alike(first: Place, last: Place) -> Place:
    change, role = first.quantity.change, first.quantity.role
    return replace(last, quantity=replace(last.quantity, change=change, role=role))


def resumed(plain: str, found: Iterable[Place], language: Language = ENGLISH) -> Iterator[Place]:
    """Yield the places, large ones that count nothing in the unit of the one before as well.

    Of “200 million dollars, or 50 million for each ship” both may be sums of money, and so may any
    number that ends a clause after a name, “the hull cost 40 dollars and the mast 30”, or begins
    the next: “12 euros, or 8 for children”.
    """
    again, unit, end = resuming(language), "", 0
    for place in found:
        bare = place.quantity.strict and not place.quantity.unit
        if bare and unit and not STOP.search(plain, end, place.start):
            goes_on = again.match(plain, place.end)
            beside = _or_so_much(language).fullmatch(plain, end, place.start)
            large = goes_on and (beside or scale_of(plain, place, language) > 1)
            named = _named(language).search(plain, end, place.start)
            if large or (named and CLAUSE_END.match(plain, place.end)):
                yield replace(place, quantity=replace(place.quantity, unit=unit))
        elif place.quantity.unit not in (ORDINAL, TIMES):
            unit, end = place.quantity.unit, place.end
        yield place


def tried(plain: str, found: Iterable[Place], language: Language = ENGLISH) -> Iterator[Place]:
    """Yield the places, what is done so many times out of a number as a count as well.

    Who won “twice in five matches” won two of them.
    """
    ahead = deque(found)
    while ahead:
        place = ahead.popleft()
        yield place
        after = ahead[0] if ahead else None
        if place.quantity.unit == TIMES and after and after.quantity.strict:
            words = plain[place.start : after.start]
            if not after.quantity.unit and _trying(language).fullmatch(words):
                yield replace(place, quantity=replace(place.quantity, unit=""))


@cache
def _trying(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[\w-]+(?: [\w-]+)? {language.tries} ", re.IGNORECASE)


@cache
def _or_so_much(language: Language) -> re.Pattern[str]:
    return re.compile(language.or_so_much, re.IGNORECASE)


@cache
def _named(language: Language) -> re.Pattern[str]:
    noun = rf"(?i:(?:{language.the_whole}|{language.articles}) [\w-]+)"
    return re.compile(rf"(?:[,;] |(?i:{language.breaks}))(?:{noun}|[A-Z][\w-]+) \Z")


@cache
def resuming(language: Language) -> re.Pattern[str]:
    """Return what may follow a number that counts nothing where a sum goes on."""
    return re.compile(language.resuming, re.IGNORECASE)


def _range(plain: str, low: Place, high: Place, language: Language) -> tuple[Place, Place] | None:
    """Return both ends with their bounds and what they share, or ``None`` if this is no range."""
    one, other = low.quantity, high.quantity
    joins, _, between = _patterns(language)
    gap, lead = plain[low.end : high.start], before(plain, low.start)
    if between.search(lead):
        is_joined = gap.lower() in (" and ", " to ")
    else:
        is_joined = bool(joins.fullmatch(gap))
    sizes = scale_of(plain, low, language), scale_of(plain, high, language)
    shared = sizes[1] if sizes[0] == 1 else 1
    ends = one.amount * shared, other.amount
    if ends == tuple(sorted(ends, reverse=DOWN in (one.change, other.change))):
        one = replace(one, amount=one.amount * shared)
    unit = one.unit or other.unit
    if is_joined and not one.change and other.role == "by":
        one = replace(one, change=other.change, role=other.role)
        if one.amount < other.amount and (other.unit or unit) == unit and one.strict:
            return (
                replace(low, quantity=replace(one, unit=unit, bound=">=")),
                replace(high, quantity=replace(other, bound="<=")),
            )
    if not is_joined or (other.unit or unit) != unit or not (one.strict and other.strict):
        return None
    if one.change or other.change:
        return replace(low, quantity=replace(one, unit=unit)), high
    if one.amount >= other.amount:
        return None
    return (
        replace(low, quantity=Quantity(one.amount, unit, ">=")),
        replace(high, quantity=Quantity(other.amount, unit, "<=")),
    )


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"{language.range_words}|{DASH.pattern}", re.IGNORECASE),
        re.compile(
            rf"{language.range_words}|{language.sides_of_one}|{DASH.pattern}| ?× ?|,? and ",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{language.between} \Z", re.IGNORECASE),
    )
