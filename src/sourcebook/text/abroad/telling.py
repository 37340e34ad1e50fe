"""What a text in another language states: its dates, amounts, labels and designations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from sourcebook.text.abroad.amounts import places
from sourcebook.text.abroad.dates import phrases
from sourcebook.text.abroad.tongue import Tongue, tongue
from sourcebook.text.assertions import DATE, DESIGNATION, LABEL, NUMBER, TIME, Assertion
from sourcebook.text.labels import ROMAN_NUMBER, arabic, designations
from sourcebook.text.levelling import level
from sourcebook.text.quantity import Quantity

CLOCK = re.compile(r"(?<![\w.,:])([01]?[0-9]|2[0-3]):([0-5][0-9])(?![\w:]|[.,][0-9])")
YEAR = re.compile("[0-9]{4}")
BLOT, AROUND = "\0", 80


@lru_cache(maxsize=16384)
def told(text: str, tongue: Tongue) -> tuple[Assertion, ...]:
    """Return what a text states, in order, read by the rules of its language."""
    plain = level(text).replace("\n", " ")
    found: list[Assertion] = []
    for read in (_labels, _designations, _times, _dates, _amounts):
        fresh = [*read(plain, tongue)]
        found += fresh
        for one in fresh:
            plain = plain[: one.start] + BLOT * (one.end - one.start) + plain[one.end :]
    whole = level(text).replace("\n", " ")
    made = (
        Assertion(one.kind, whole[one.start : one.end], one.start, one.end, one.readings, whole)
        for one in found
    )
    return tuple(sorted(made, key=lambda one: one.start))


def parted(text: str, at: int, language: str) -> str:
    """Return the date, amount or label of another language that a cut at a place would part."""
    spoken = tongue(language)
    if not spoken or not spoken.known or not 0 < at < len(text):
        return ""
    begin = max(text.rfind("\n", 0, at) + 1, at - AROUND)
    window = text[begin : at + AROUND].partition("\n")[0] if text[at] != "\n" else ""
    found = (one for one in told(window, spoken) if one.start < at - begin < one.end)
    return next((one.words for one in found), "")


def _labels(plain: str, tongue: Tongue) -> Iterator[Assertion]:
    for match in _labelled(tongue).finditer(plain):
        number = match["number"]
        is_roman = not number[0].isdigit()
        if is_roman and not match["label"][0].isupper():
            continue
        name = tongue.labels[match["label"].lower()]
        reading = f"{name} {arabic(number) if is_roman else number}"
        yield Assertion(LABEL, match[0], *match.span(), (reading,))


def _designations(plain: str, _: Tongue) -> Iterator[Assertion]:
    for match in designations(plain):
        yield Assertion(DESIGNATION, match[0], *match.span())


def _times(plain: str, _: Tongue) -> Iterator[Assertion]:
    for match in CLOCK.finditer(plain):
        minutes = 60 * int(match[1]) + int(match[2])
        yield Assertion(TIME, match[0], *match.span(), (minutes,))


def _dates(plain: str, tongue: Tongue) -> Iterator[Assertion]:
    """Yield the dates; four digits alone may also count what stands behind them."""
    counted = {(one.start, one.end): one.quantity for one in places(plain, tongue)}
    for one in phrases(plain, tongue):
        if not YEAR.fullmatch(plain[one.start : one.end]):
            yield Assertion(DATE, "", one.start, one.end, (one,))
            continue
        wider = [span for span in counted if span[0] <= one.start and one.end < span[1]]
        number = counted.get((one.start, one.end))
        if not wider:
            noun = re.match(r" [^\W\d_]", plain[one.end : one.end + 2])
            both: tuple[Quantity, ...] = (number,) if number and noun else ()
            yield Assertion(DATE, "", one.start, one.end, (one, *both))


def _amounts(plain: str, tongue: Tongue) -> Iterator[Assertion]:
    for one in places(plain, tongue):
        if BLOT not in plain[one.start : one.end]:
            yield Assertion(NUMBER, "", one.start, one.end, (one.quantity,))


@cache
def _labelled(tongue: Tongue) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, tongue.labels), key=len, reverse=True))
    number = rf"(?P<number>[0-9]+|(?=[IVXLC]){ROMAN_NUMBER})(?!\w|[.,][0-9])"
    return re.compile(rf"(?<!\w)(?P<label>(?i:{names})) ?{number}")
