"""The one rule: a quotation carries what it states itself, in the same amount, unit and bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sourcebook.text import assertions as told
from sourcebook.text.assertions import Assertion, assertions
from sourcebook.text.belonging import elsewhere, nouns_after, nouns_alone, surroundings
from sourcebook.text.comparing import date_carried, quantity_carried, same_measure, shape
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.english import ENGLISH
from sourcebook.text.frequency import as_often, spaced_otherwise
from sourcebook.text.labels import key
from sourcebook.text.language import Language
from sourcebook.text.levelling import before, level
from sourcebook.text.of_another import of_another, rates
from sourcebook.text.quantities import quantities
from sourcebook.text.quantity import ORDINAL, Quantity
from sourcebook.text.quoted_words import objection
from sourcebook.text.rates import is_each
from sourcebook.text.reading import Reading, read
from sourcebook.text.worded import tongue_of

TOO_MANY = 200
UNBOUNDED = ("=", "~")
BEFORE_NAME = re.compile(r" (?:(?!and\b|or\b)[\w-]+ ){0,2}")
NAME = re.compile(r"\b([A-Z][A-Z]*) \Z")


def uncarried(
    text: str, quotations: Iterable[str], language: Language = ENGLISH
) -> list[Assertion]:
    """Return what a text states, in numbers, dates and designations, that no quotation states."""
    known = [one for one in quotations if one]
    return [
        one
        for one in assertions(text, language)
        if not (is_loose(one) and not known)
        and not any(is_carried(one, each, language) for each in known)
    ]


def in_words(statements: Iterable[Assertion]) -> str:
    """Return statements as they are written, each once."""
    return ", ".join(dict.fromkeys(f"“{one.words.strip()}”" for one in statements))


def states(text: str, quantity: Quantity, language: Language = ENGLISH) -> bool:
    """Tell whether a text states a quantity, such as a table's cells give."""
    return any(quantity_carried(quantity, found) for found in quantities(text, language))


def is_loose(statement: Assertion) -> bool:
    """Tell whether a statement is a word such as “one”, which asserts a count only at times.

    A quotation carries it unless it counts the same things otherwise. “Less than one” is a count.
    """
    return statement.kind == told.NUMBER and not any(
        isinstance(one, Quantity) and (one.strict or one.bound not in UNBOUNDED)
        for one in statement.readings
    )


def is_carried(statement: Assertion, quotation: str, language: Language = ENGLISH) -> bool:
    """Tell whether a quotation states the same of the same thing."""
    if statement.kind == told.QUOTED:
        return objection(statement.words, quotation, statement.lead) is None
    reading = read(quotation, language)
    if tongue_of(quotation):
        return _carried_abroad(statement, reading, language)
    if statement.kind in (told.DESIGNATION, told.DIGITS):
        known = key(level(statement.words)) in reading.tokens
        return known and not _counted_with_another(statement, reading, language)
    if not statement.readings and statement.kind == told.DATE:
        return level(statement.words) in level(quotation)
    if statement.kind == told.PHRASE:
        return is_told(statement, reading, language)
    matching = matching_items(statement, reading)
    if is_loose(statement):
        alike = any(not of_another(statement, one, language) for one in matching)
        return alike or not _counts_otherwise(statement, reading, language)
    if not matching:
        often = as_often(statement, quotation, reading, language)
        return statement.kind == told.NUMBER and (often or _is_named(statement, reading))
    return not belongs_elsewhere(statement, matching, reading, language)


def _carried_abroad(statement: Assertion, reading: Reading, language: Language) -> bool:
    """Tell whether a quotation in another language states the same, whatever its other words say.

    Of a word such as “one” it is asked that the quotation counts nothing, or that as well.
    """
    if statement.kind in (told.DESIGNATION, told.DIGITS):
        return key(level(statement.words)) in reading.tokens
    if statement.kind == told.PHRASE:
        return is_told(statement, reading, language)
    counts = (one for item in reading.items for one in item.readings)
    counted = any(isinstance(one, Quantity) and one.strict and not one.unit for one in counts)
    return bool(matching_items(statement, reading)) or (is_loose(statement) and not counted)


def matching_items(statement: Assertion, reading: Reading) -> list[Assertion]:
    """Return the items of a quotation that have a reading that carries one of a statement."""
    return [one for one in reading.like(statement) if states_the_same(statement, one, reading)]


def states_the_same(statement: Assertion, item: Assertion, reading: Reading) -> bool:
    """Tell whether an item of a quotation has a reading that carries one of a statement."""
    for asked in statement.readings:
        for found in item.readings:
            if isinstance(asked, Phrase):
                if isinstance(found, Phrase) and _dated(statement, asked, found, reading):
                    return True
            elif isinstance(asked, Quantity):
                if isinstance(found, Quantity) and quantity_carried(asked, found):
                    return True
            elif item.kind == statement.kind and asked == found:
                return True
    return False


def _dated(statement: Assertion, asked: Phrase, found: Phrase, reading: Reading) -> bool:
    """Tell whether a date carries one of those asked for, and the quotation all of them.

    An interval is carried by what began at its first date and ended at its last.
    """
    if _began_and_ended(asked, reading):
        return True
    if not any(date_carried(edtf, asked, found, reading.shapes) for edtf in asked.edtf):
        return False
    if len(asked.edtf) == 1:
        return True
    near = [one for item in reading.like(statement) for one in item.readings]
    dated = [one for one in near if isinstance(one, Phrase)]
    return all(
        any(date_carried(edtf, asked, one, reading.shapes) for one in dated) for edtf in asked.edtf
    )


def _began_and_ended(asked: Phrase, reading: Reading) -> bool:
    edges = [one for item in reading.items for one in item.readings if isinstance(one, Phrase)]
    began, ended = (
        {edtf for one in edges if one.relation == relation for edtf in one.edtf}
        for relation in ("since", "until")
    )
    first, _, last = asked.edtf[0].partition("/")
    return len(asked.edtf) == 1 and first in began and last in ended


def belongs_elsewhere(
    statement: Assertion,
    matching: Sequence[Assertion],
    reading: Reading,
    language: Language = ENGLISH,
) -> bool:
    """Tell whether a quotation states it of another thing, or has its words with another amount.

    The words are not asked for in a text that states very many.
    """
    same = [one for one in matching if not of_another(statement, one, language)]
    if not same:
        return True
    matching, items, told_here = same, reading.items, assertions(statement.text, language)
    if max(len(items), len(told_here)) > TOO_MANY:
        return False
    if _counts_as(statement, matching, items):
        return True
    rivals = [one for one in items if one not in matching and _comparable(statement, one)]
    if not rivals:
        return False
    each = is_each(before(statement.text, statement.start), language)
    if each and any(map(rates, rivals)) and not any(map(rates, matching)):
        return True
    known = sorted({(one.start, one.end) for one in (*matching, *rivals)})
    around = dict(zip(known, surroundings(items[0].text, tuple(known), language), strict=True))
    alike = [one for one in told_here if _comparable(statement, one)]
    mine = sorted({(one.start, one.end) for one in (*alike, statement)})
    asked = dict(zip(mine, surroundings(statement.text, tuple(mine), language), strict=True))
    return elsewhere(
        asked[statement.start, statement.end],
        [around[one.start, one.end] for one in matching],
        [around[one.start, one.end] for one in rivals],
    )


def _comparable(statement: Assertion, item: Assertion) -> bool:
    """Tell whether one might be taken for the other: both years, sums of money, phases."""
    if statement.kind != item.kind or (is_loose(item) and not _counts_alike(statement, item)):
        return False
    if not (statement.readings and item.readings):
        return False
    one, other = statement.readings[0], item.readings[0]
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        alone = not other.unit and not nouns_after(item.text, item.end)
        return alone or same_measure(one.unit, other.unit)
    if isinstance(one, str) and isinstance(other, str):
        return one.rpartition(" ")[0] == other.rpartition(" ")[0]
    if isinstance(one, Phrase) and isinstance(other, Phrase):
        return shape(one.edtf[0]) == shape(other.edtf[0])
    return True


def _counts_as(
    statement: Assertion, matching: Sequence[Assertion], items: Sequence[Assertion]
) -> bool:
    """Tell whether a number counts what another one, or an “a”, counts, and its own does not."""
    if not all(isinstance(one, Quantity) and not one.unit for one in statement.readings):
        return False
    own = [nouns_after(one.text, one.end) for one in matching]
    nouns = nouns_after(statement.text, statement.end)
    if not all(own) or nouns & frozenset().union(*own):
        return False
    others = (nouns_after(one.text, one.end) for one in items if one.kind == told.NUMBER)
    return not nouns.isdisjoint(nouns_alone(items[0].text).union(*others))


def _counts_alike(one: Assertion, other: Assertion) -> bool:
    """Tell whether two numbers count the same thing: “three goals” and “one goal”."""
    return not nouns_after(one.text, one.end).isdisjoint(nouns_after(other.text, other.end))


def _counts_otherwise(statement: Assertion, reading: Reading, language: Language) -> bool:
    """Tell whether the quotation counts what the statement counts and has another number.

    “It came first” counts no thing, and the quotation may not have another place that counts none.
    """
    nouns = nouns_after(statement.text, statement.end, language)
    asked = statement.readings[0]
    if not isinstance(asked, Quantity):
        return False
    if asked.per and any(spaced_otherwise(statement, one, language) for one in reading.items):
        return True
    anything = asked.unit not in ("", ORDINAL)
    place = asked.unit == ORDINAL
    return any(
        isinstance(found, Quantity)
        and (found.strict or found.amount > 1 or asked.unit != "")
        and same_measure(found.unit, asked.unit)
        and (
            anything
            or bool(nouns & (there := nouns_after(one.text, one.end, language)))
            or (place and not there)
        )
        for one in reading.items[:TOO_MANY]
        for found in one.readings
    )


def _counted_with_another(statement: Assertion, reading: Reading, language: Language) -> bool:
    """Tell whether the number right before a designation stands before others in the quotation."""
    if statement.kind != told.DESIGNATION:
        return False
    counts = [one for one in assertions(statement.text, language) if _counts(one, statement)]
    found = [item for one in counts for item in matching_items(one, reading)]
    named = [[one.words for one in reading.items if _counts(item, one)] for item in found]
    own = key(level(statement.words))
    return bool(named) and all(some and own not in map(key, some) for some in named)


def _counts(number: Assertion, name: Assertion) -> bool:
    """Tell whether a number without a unit stands before a designation, few words apart."""
    return (
        number.kind == told.NUMBER
        and name.kind == told.DESIGNATION
        and any(
            isinstance(one, Quantity) and one.strict and not one.unit for one in number.readings
        )
        and bool(BEFORE_NAME.fullmatch(name.text, number.end, name.start))
    )


def is_told(statement: Assertion, reading: Reading, language: Language) -> bool:
    """Tell whether the words of a statement stand among those of a quotation.

    “This year” is told from the page unless the quotation has “last year”.
    """
    words = statement.words.lower()
    if words in reading.phrases:
        same = [one for one in reading.items if one.words.lower() == words]
        return not same or any(not of_another(statement, one, language) for one in same)
    others = any(
        _span_told(one) == _span_told(words)
        for one in reading.phrases
        if told.deictic(language).fullmatch(one)
    )
    return bool(told.deictic(language).fullmatch(words)) and not others


def _span_told(words: str) -> str:
    """Return the year of “last year”, and nothing of “yesterday”."""
    return words.partition(" ")[2]


def _is_named(statement: Assertion, reading: Reading) -> bool:
    """Tell whether a number is the end of a designation, such as “HQ 22”, that is written apart."""
    name = NAME.search(before(statement.text, statement.start))
    return name is not None and key(f"{name[1]} {statement.words}") in reading.tokens
