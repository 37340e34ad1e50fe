"""What a text states that has to be carried: numbers, dates, labels, designations, quotations."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from sourcebook.text import dates, quantities
from sourcebook.text.clock import times
from sourcebook.text.date_phrase import Phrase
from sourcebook.text.english import ENGLISH
from sourcebook.text.labels import designations, digit_strings, labels
from sourcebook.text.language import Language
from sourcebook.text.levelling import level
from sourcebook.text.number_words import may_count, uncounted, vague
from sourcebook.text.quantity import Place, Quantity
from sourcebook.text.quotation_marks import between_marks, set_apart
from sourcebook.text.sentences import SENTENCE, Span, span_at
from sourcebook.text.taken import Taken
from sourcebook.text.wording import has_digit, words_in, words_of

NOT_ASCII = re.compile(r"[^\x00-\x7f]")

DESIGNATION, DATE, NUMBER, LABEL = "designation", "date", "number", "label"
TIME, PHRASE, DIGITS, QUOTED = "time", "phrase", "digits", "quotation"


@dataclass(frozen=True)
class Assertion:
    """A designation, date, number, label, time of day, phrase, digits or quotation in a text.

    ``words`` stand from ``start`` up to ``end`` of ``text``. ``readings`` are what a date, number,
    label or time may mean; one that is carried is enough. ``lead`` is what the sentence says before
    a quotation.
    """

    kind: str
    words: str
    start: int
    end: int
    readings: tuple[Phrase | Quantity | str | int, ...] = ()
    text: str = field(default="", compare=False, repr=False)
    lead: str = ""


def may_state(text: str, language: Language = ENGLISH) -> bool:
    """Tell whether a digit, a month or a number in words may stand in a text; quickly."""
    if dates.may_date(text, language) or may_count(text, language):
        return True
    if not words_of(text).isdisjoint(_told(language)[1]):
        return True
    if labels(text, language) or any(True for _ in designations(text)):
        return True
    return any(sign.isnumeric() for sign in NOT_ASCII.findall(text))


@lru_cache(maxsize=16384)
def assertions(text: str, language: Language = ENGLISH) -> tuple[Assertion, ...]:
    """Return what a text states in numbers, dates, labels and designations, in order."""
    plain = level(text).replace("\n", " ")
    if not may_state(plain, language):
        return ()
    found: list[Assertion] = []
    taken = Taken(len(plain))
    for read in (_dates, _times, _labels, _designations, _quantities, _phrases, _runs):
        fresh = [one for one in read(plain, language) if not taken.meets(one.start, one.end)]
        for one in fresh:
            taken.add(one.start, one.end)
        found += fresh
    return tuple(sorted(found, key=lambda one: one.start))


def stated(text: str, *kinds: str, language: Language = ENGLISH) -> list[Span]:
    """Return where the numbers, dates or other kinds stand that a text states, units included."""
    return [(one.start, one.end) for one in assertions(text, language) if one.kind in kinds]


def quoted(text: str, *, apart: bool = False) -> list[Assertion]:
    """Return the words between quotation marks; all words of a text that is set apart as quoted."""
    if apart:
        return [Assertion(QUOTED, text[slice(*span)], *span) for span in set_apart(text)]
    return [
        Assertion(
            QUOTED,
            text[start:end],
            start,
            end,
            lead=text[span_at(text, SENTENCE, start)[0] : start],
        )
        for start, end in between_marks(text)
    ]


def _dates(plain: str, language: Language) -> Iterator[Assertion]:
    places = deque(quantities.places(plain, language))
    for phrase in dates.phrases(plain, language):
        while places and places[0].end <= phrase.start:
            places.popleft()
        counted = () if phrase.certain else _until(phrase.end, places)
        words = plain[phrase.start : phrase.end]
        told = (phrase, *dates.edges(plain, phrase, language), *counted)
        readings = told if phrase.edtf else ()
        yield Assertion(DATE, words, phrase.start, phrase.end, readings, plain)


def _until(end: int, places: Iterable[Place]) -> Iterator[Quantity]:
    for place in places:
        if place.start >= end:
            return
        yield place.quantity


def _times(plain: str, language: Language) -> Iterator[Assertion]:
    for start, end, minutes in times(plain, language):
        yield Assertion(TIME, plain[start:end], start, end, (minutes,), plain)


def _labels(plain: str, language: Language) -> Iterator[Assertion]:
    for start, end, label in labels(plain, language):
        yield Assertion(LABEL, plain[start:end], start, end, (label,), plain)


def _designations(plain: str, _: Language) -> Iterator[Assertion]:
    for match in designations(plain):
        yield Assertion(DESIGNATION, match[0], *match.span(), (), plain)


def _quantities(plain: str, language: Language) -> Iterator[Assertion]:
    spans: dict[tuple[int, int], list[Quantity]] = {}
    for place in quantities.places(plain, language):
        spans.setdefault((place.start, place.end), []).append(place.quantity)
    for (start, end), readings in spans.items():
        yield Assertion(NUMBER, plain[start:end], start, end, tuple(readings), plain)


def _phrases(plain: str, language: Language) -> Iterator[Assertion]:
    told, triggers = _told(language)
    for match in () if words_of(plain).isdisjoint(triggers) else told.finditer(plain):
        name = "day" if match["day"] else 0
        yield Assertion(PHRASE, match[name], *match.span(name), (), plain)
    for match in vague(plain, language):
        yield Assertion(PHRASE, match[0], *match.span(), (), plain)


def _runs(plain: str, language: Language) -> Iterator[Assertion]:
    if plain.isascii() and not has_digit(plain):
        return
    skipped = Taken(len(plain), [match.span() for match in uncounted(plain, language)])
    for start, end in digit_strings(plain):
        if not skipped.meets(start, end):
            yield Assertion(DIGITS, plain[start:end], start, end, (), plain)


@cache
def deictic(language: Language) -> re.Pattern[str]:
    """Return the pattern of words for a time that is told from now on, such as last year."""
    return re.compile(language.deictic, re.IGNORECASE)


@cache
def _told(language: Language) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of words for a time told from now on, and of days of the week."""
    days = "|".join(language.weekdays)
    words = rf"(?i:{language.deictic})|{language.on_a_day}(?P<day>{days})"
    triggers = words_in([language.deictic_ends, days.lower()])
    return re.compile(rf"\b(?:{words})\b"), triggers
