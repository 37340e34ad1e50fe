"""How often something comes: every two weeks, twice a month, every other year, fortnightly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from sourcebook.text.assertions import Assertion
from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.levelling import before
from sourcebook.text.measures import in_base, unit_after, unit_of
from sourcebook.text.quantity import ORDINAL, TIMES, Quantity
from sourcebook.text.reading import Reading

Span = tuple[Decimal, str]
TIME = ("second", "month")


def as_often(
    statement: Assertion, quotation: str, reading: Reading, language: Language = ENGLISH
) -> bool:
    """Tell whether a quotation has something come as often as a statement does, in other words."""
    asked = {*_spans(statement, language)}
    if not asked:
        return False
    told = {span for item in reading.items for span in _spans(item, language)}
    return not asked.isdisjoint(told | {*_in_words(quotation, language)})


def spaced_otherwise(statement: Assertion, item: Assertion, language: Language = ENGLISH) -> bool:
    """Tell whether an item is after how long something comes again, and a statement has another.

    “Twice a year” asks for every six months.
    """
    asked, found = {*_spans(statement, language)}, {*_spans(item, language)}
    return bool(asked and found) and asked.isdisjoint(found)


def _spans(one: Assertion, language: Language) -> Iterator[Span]:
    """Yield after how long something comes again, in the simplest unit."""
    every = _patterns(language)[0].search(before(one.text, one.start))
    for each in (each for each in one.readings if isinstance(each, Quantity)):
        if each.unit == TIMES and each.per and each.amount:
            yield from _of_time(1 / each.amount, unit_of(each.per, language))
        elif every and each.unit == ORDINAL:
            yield from _of_time(each.amount, unit_after(one.text, one.end, language)[0])
        elif every:
            yield from _of_time(each.amount, each.unit)


def _in_words(text: str, language: Language) -> Iterator[Span]:
    _, often, other = _patterns(language)
    for match in often.finditer(text):
        yield from _of_time(*language.often[match[0].lower()])
    for match in other.finditer(text):
        yield from _of_time(2, unit_of(match[1], language))


def _of_time(amount: Decimal | int, unit: str) -> Iterator[Span]:
    span = in_base(Decimal(amount), unit)
    if span[1] in TIME:
        yield span


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    often = "|".join(language.often)
    return (
        re.compile(rf"\b(?:{language.every}) \Z", re.IGNORECASE),
        re.compile(rf"\b(?:{often})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{language.every}) {language.other} ([a-z]+)\b", re.IGNORECASE),
    )
