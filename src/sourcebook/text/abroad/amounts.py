"""Amounts as another language writes them: in digits and in words, with scale, unit and bound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

from sourcebook.text.abroad.tongue import Tongue
from sourcebook.text.levelling import before
from sourcebook.text.measures import unit_after
from sourcebook.text.money import currencies, currency_before
from sourcebook.text.quantity import ORDINAL, Place, Quantity, tidy
from sourcebook.text.taken import Taken

WORD = re.compile(r"[^\W\d_]+")
ELIDED = re.compile(r" [ld]'(?=\w)")
SIGN = re.compile(r"(?:^|[\s(])[-–]\Z")
CLAUSE_END = re.compile(r"[.;!?](?=\s)|,(?=\s)")
LONGEST_SYMBOL, HUNDRED, TEN, TWENTY = 8, 100, 10, 20
JOINS = re.compile(r" ?[-–—] ?")
LOWEST, HIGHEST = ">=", "<="


def places(plain: str, tongue: Tongue) -> Iterator[Place]:
    """Yield the amounts of a text in order; of a range both ends as bounds."""
    digits = [*_digits(plain, tongue)]
    taken = Taken(len(plain), ((one.start, one.end) for one in digits))
    words = (one for one in _words(plain, tongue) if not taken.meets(one.start, one.end))
    found = sorted((*digits, *words), key=lambda one: one.start)
    at = 0
    while at < len(found):
        ends = _range(plain, found[at], found[at + 1], tongue) if at + 1 < len(found) else ()
        yield from ends or (_bounded(plain, found[at], tongue),)
        at += 2 if ends else 1


def _digits(plain: str, tongue: Tongue) -> Iterator[Place]:
    for match in _numeral(tongue).finditer(plain):
        start, end = match.span()
        if match["order"] and not _ends_sentence(plain, match, tongue):
            number = Decimal(match["number"])
            yield Place(start, match.end("order"), Quantity(number, ORDINAL))
            continue
        end = match.end("number")
        amount = _amount(match["number"], tongue)
        near = max(0, start - LONGEST_SYMBOL)
        money = currency_before(tongue).search(plain, near, start)
        unit = currencies(tongue)[money[1]] if money else ""
        start = money.start() if money else start
        lead = before(plain, start)
        if SIGN.search(lead) or (WORD.findall(lead) or [""])[-1].lower() in tongue.lists["minus"]:
            amount = -amount
        yield _scaled(plain, Place(start, end, Quantity(amount, unit)), tongue)


def _ends_sentence(plain: str, match: re.Match[str], tongue: Tongue) -> bool:
    """Tell whether the stop behind a number ends a sentence, and orders nothing."""
    if match["order"] != ".":
        return False
    after = re.match(r"\s+(\w+)|\s*\Z|\D", plain[match.end("order") :])
    word = after[1] if after else None
    many = len(match["number"]) > 2
    return word is None or many or word in tongue.lists["openers"]


def _amount(digits: str, tongue: Tongue) -> Decimal:
    whole = re.sub(f"[{tongue.grouped}]", "", digits)
    return Decimal(re.sub(tongue.decimal, ".", whole))


def _words(plain: str, tongue: Tongue) -> Iterator[Place]:
    for match in _number_words(tongue).finditer(plain):
        words = match[0].lower()
        strict = words not in tongue.loose
        if words in tongue.ordinals:
            yield Place(*match.span(), Quantity(Decimal(tongue.ordinals[words]), ORDINAL))
        elif (amount := _together(words, tongue)) is not None:
            place = Place(*match.span(), Quantity(amount, strict=strict))
            yield _scaled(plain, place, tongue)


def _together(words: str, tongue: Tongue) -> Decimal | None:
    """Return the number that words write one after the other, or ``None`` where they write none."""
    total, last = 0, 0
    for match in _one_word(tongue).finditer(words):
        value = tongue.words[match[0]]
        if value == HUNDRED and 0 < total < TEN:
            total, last = HUNDRED * total, HUNDRED
        elif (
            not last
            or (last >= HUNDRED > value)
            or (HUNDRED > last >= TWENTY and not last % TEN and value < TEN)
        ):
            total, last = total + value, value
        else:
            return None
    return Decimal(total)


def _scaled(plain: str, place: Place, tongue: Tongue) -> Place:
    """Return the place with the scale and the unit after it."""
    amount, end = place.quantity.amount, place.end
    if match := _scale(tongue).match(plain, end):
        amount, end = amount * tongue.scales[match[1].lower()], match.end()
    unit = place.quantity.unit
    if not unit:
        elided = ELIDED.match(plain, end)
        turned = f"{plain[: elided.end() - 1]} {plain[elided.end() :]}" if elided else plain
        unit, last = unit_after(turned, elided.end() - 1 if elided else end, tongue)
        end = last if unit else end
    quantity = replace(place.quantity, amount=tidy(amount), unit=unit)
    if quantity.amount != place.quantity.amount or unit:
        quantity = replace(quantity, strict=True)
    return replace(place, end=end, quantity=quantity)


def _bounded(plain: str, place: Place, tongue: Tongue) -> Place:
    """Return the place with the words before it that bound it, or tell how it changes."""
    quantity, lead = place.quantity, before(plain, place.start)
    for form, bound in sorted(tongue.bounds.items(), key=lambda one: -len(one[0])):
        if re.search(rf"(?<!\w){re.escape(form)} ?\Z", lead, re.IGNORECASE):
            quantity, lead = replace(quantity, bound=bound), lead.rstrip()[: -len(form)]
            break
    change = _change(plain, place, tongue)
    role = _role(lead, tongue.roles) if change else ""
    if change and quantity.unit != ORDINAL:
        quantity = replace(quantity, change=change, role=role)
    return replace(place, quantity=quantity)


def _role(lead: str, roles: Mapping[str, str]) -> str:
    last = (WORD.findall(lead) or [""])[-1].lower()
    return roles.get(last, "")


def _change(plain: str, place: Place, tongue: Tongue) -> str:
    """Return whether the words of a clause say that something rose or fell, if only one of both."""
    begin = max((one.end() for one in CLAUSE_END.finditer(plain, 0, place.start)), default=0)
    finish = CLAUSE_END.search(plain, place.end)
    clause = plain[begin : finish.start() if finish else len(plain)].lower()
    told = {
        change
        for change, name in (("up", "rising"), ("down", "falling"))
        for word in tongue.lists[name]
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", clause)
    }
    return told.pop() if len(told) == 1 else ""


def _range(plain: str, low: Place, high: Place, tongue: Tongue) -> tuple[Place, ...]:
    """Return both ends of a range with their bounds and what they share; nothing for none."""
    gap, lead = plain[low.end : high.start], before(plain, low.start)
    between = bool(
        gap.strip().lower() in tongue.lists["and"]
        and (WORD.findall(lead) or [""])[-1].lower() in tongue.lists["between"]
    )
    joins = JOINS.fullmatch(gap) or gap.strip().lower() in tongue.lists["range"]
    one, other = low.quantity, high.quantity
    if not (between or joins) or ORDINAL in (one.unit, other.unit):
        return ()
    scale = _scale(tongue).search(plain, high.start, high.end)
    if scale and not _scale(tongue).search(plain, low.start, low.end):
        one = replace(one, amount=one.amount * tongue.scales[scale[1].lower()])
    unit = one.unit or other.unit
    if (other.unit or unit) != unit or one.amount >= other.amount:
        return ()
    return (
        replace(low, quantity=Quantity(one.amount, unit, LOWEST)),
        replace(high, quantity=Quantity(other.amount, unit, HIGHEST)),
    )


@cache
def _numeral(tongue: Tongue) -> re.Pattern[str]:
    group, decimal = tongue.grouped, tongue.decimal
    grouped = rf"[0-9]{{1,3}}(?P<sign>[{group}])[0-9]{{3}}(?:(?P=sign)[0-9]{{3}})*"
    whole = f"{grouped}|[0-9]+"
    return re.compile(
        rf"(?<![\w\0])(?<![0-9][.,:/'])(?P<number>(?:{whole})(?:{decimal}[0-9]+)?)"
        rf"(?:(?P<order>{tongue.ordinal})(?!\d)|(?![\w])(?![.,:/' ][0-9]{{3}}(?!\d)|[.,:/][0-9]))"
    )


@cache
def _number_words(tongue: Tongue) -> re.Pattern[str]:
    one = _one_word(tongue).pattern
    ordinals = "|".join(sorted(map(re.escape, tongue.ordinals), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:(?:{one})(?:[ -](?:{one}))*|{ordinals})(?![\w-])", re.I)


@cache
def _one_word(tongue: Tongue) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, tongue.words), key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{names})(?![^\W\d_])", re.IGNORECASE)


@cache
def _scale(tongue: Tongue) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, tongue.scales), key=len, reverse=True))
    return re.compile(rf" ?({names})(?!\w)", re.IGNORECASE)
