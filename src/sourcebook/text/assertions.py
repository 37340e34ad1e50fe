"""What a text states that has to be carried: numbers, dates, designations and quotations."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.text import dates, quantities
from sourcebook.text.carried import DESIGNATION, NOT_ASCII, PRONOUN, may_state
from sourcebook.text.levelling import level
from sourcebook.text.number_words import UNCOUNTED, may_count
from sourcebook.text.quantities import Quantity
from sourcebook.text.quotation_marks import quotations
from sourcebook.text.quoting import is_quoted
from sourcebook.text.taken import Taken

VAGUE = re.compile(
    r"\b(?:dozens|scores|hundreds|thousands|millions|billions|trillions|tens)\b", re.IGNORECASE
)
NOBODY = re.compile(r"(?:(?:no|any|some|every|each|this|that|which|another) )?one", re.IGNORECASE)
RUN, DIGIT = re.compile(r"\d+"), re.compile(r"\d")
AROUND = 60


@dataclass(frozen=True)
class Assertion:
    """A designation, date, number, digits, phrase or quotation, from ``start`` up to ``end``.

    ``readings`` are what a date or a number may mean; one that is carried is enough for a number.
    """

    kind: str
    words: str
    start: int
    end: int
    readings: tuple[str | Quantity, ...] = ()


@lru_cache(maxsize=4096)
def assertions(text: str) -> tuple[Assertion, ...]:
    """Return what a text states in numbers, dates and designations, in order.

    The word “one” is more often a pronoun than a count and is passed over; the digit is not.
    """
    plain = level(text).replace("\n", " ")
    if not may_state(plain):
        return ()
    found = [
        Assertion("designation", match[0], *match.span()) for match in DESIGNATION.finditer(plain)
    ]
    plain = DESIGNATION.sub(_blank, plain)
    for read in (_dates, _quantities, _phrases, _runs):
        taken = Taken(len(plain), ((one.start, one.end) for one in found))
        found += [one for one in read(plain) if not taken.meets(one.start, one.end)]
    return tuple(sorted(found, key=lambda one: one.start))


def quoted(text: str) -> list[Assertion]:
    """Return the words between quotation marks, with the words before and after as readings."""
    return [
        Assertion("quotation", words, start, end, _around(text, start, end))
        for start, end in quotations(text)
        if re.search(r"\w", words := text[start:end])
    ]


def around(statement: Assertion) -> tuple[str, str]:
    """Return the prose before and after words between quotation marks."""
    before, after = map(str, statement.readings)
    return before, after


def is_carried(statement: Assertion, quotation: str) -> bool:
    """Tell whether a quotation states the same."""
    match statement.kind:
        case "designation":
            return statement.words in _designations(quotation)
        case "date" if statement.readings:
            return _dated(statement, quotation)
        case "number":
            return any(_counted(one, quotation) for one in statement.readings)
        case "phrase":
            return bool(re.search(rf"\b{re.escape(statement.words)}\b", level(quotation), re.I))
        case "quotation":
            return is_quoted(statement.words, quotation, around(statement))
    return _runs_of(quotation).issuperset(quantities.numbers(statement.words))


@lru_cache(maxsize=4096)
def _designations(quotation: str) -> frozenset[str]:
    return frozenset(DESIGNATION.findall(level(quotation)))


@lru_cache(maxsize=4096)
def _runs_of(quotation: str) -> frozenset[str]:
    return frozenset(quantities.numbers(quotation))


def _dates(plain: str) -> Iterator[Assertion]:
    places = deque(quantities.places(plain))
    for phrase in dates.phrases(plain):
        while places and places[0].end <= phrase.start:
            places.popleft()
        counted = () if phrase.certain else _until(phrase.end, places)
        words = plain[phrase.start : phrase.end]
        yield Assertion("date", words, phrase.start, phrase.end, (*phrase.edtf, *counted))


def _until(end: int, places: Iterable[quantities.Place]) -> Iterator[Quantity]:
    for place in places:
        if place.start >= end:
            return
        yield place.quantity


def _quantities(plain: str) -> Iterator[Assertion]:
    spans: dict[tuple[int, int], list[Quantity]] = {}
    for place in quantities.places(plain):
        spans.setdefault((place.start, place.end), []).append(place.quantity)
    for (start, end), readings in spans.items():
        words = plain[start:end]
        if readings[0].amount != PRONOUN or re.search(r"\d", words):
            yield Assertion("number", words, start, end, tuple(readings))


def _phrases(plain: str) -> Iterator[Assertion]:
    for pattern in (UNCOUNTED, VAGUE) if may_count(plain) else ():
        for match in pattern.finditer(plain):
            if not NOBODY.fullmatch(match[0]):
                yield Assertion("phrase", match[0], *match.span())


def _runs(plain: str) -> Iterator[Assertion]:
    for match in RUN.finditer(plain):
        yield Assertion("digits", match[0], *match.span())
    for match in NOT_ASCII.finditer(plain):
        if match[0].isnumeric() and not match[0].isdecimal():
            yield Assertion("phrase", match[0], *match.span())


def _dated(statement: Assertion, quotation: str) -> bool:
    stated = [one for one in statement.readings if isinstance(one, str)]
    counted = [one for one in statement.readings if isinstance(one, Quantity)]
    return (bool(stated) and all(_states_date(one, quotation) for one in stated)) or any(
        _counted(one, quotation) for one in counted
    )


def _states_date(edtf: str, quotation: str) -> bool:
    """Tell whether a quotation gives the date, or a finer one and none that is just as vague.

    Beside “in 2024” and “in December 2023”, the year 2023 alone is more likely a slip.
    """
    found = dates.dates(quotation)
    alike = any(DIGIT.sub("0", other) == DIGIT.sub("0", edtf) for other in found)
    return edtf in found or (not alike and dates.states_date(quotation, edtf))


def _counted(quantity: str | Quantity, quotation: str) -> bool:
    return isinstance(quantity, Quantity) and any(
        found.amount == quantity.amount
        and found.bound == quantity.bound
        and quantity.unit in ("", found.unit)
        for found in quantities.quantities(quotation)
    )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(start - AROUND, 0) : start], text[end : end + AROUND]


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])
