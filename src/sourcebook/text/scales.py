"""Scales: the words and letters that make a number a thousand or a million times as large."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.measures import unit_after
from sourcebook.text.numerals import part_after
from sourcebook.text.quantity import Place, tidy

SHORT_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9}
SHORT = re.compile(r" ?([kKmMbB])(?![\w²³/])")
ATTACHED = re.compile(r"[kK](?![\w²³/])")
COUNTED = re.compile(
    r" (?:[a-z]+(?:-[a-z]+)? )?(?:people|men|women|children|staff|[a-z-]*[a-rt-z]s)\b"
)
NO_NOUN = re.compile(
    r" (?:high|long|wide|deep|tall|across|away|thick|above|below|of|in|from|to|and)\b"
)
UNSPEAKABLE = 10**60
HALF, THIRD = Decimal("0.5"), Decimal(1) / Decimal(3)
PARTS = {"half": HALF, "quarter": HALF / 2, "third": THIRD, "quarters": HALF + HALF / 2}


def scaled(plain: str, place: Place, language: Language = ENGLISH) -> Place:
    """Return the place with “and a half”, “½”, “million” and the like after it multiplied out."""
    scale, and_a_part = _patterns(language)
    amount = place.quantity.amount
    part, end = (
        part_after(plain, place.end) if amount == amount.to_integral_value() else (0, place.end)
    )
    sign = -1 if amount < 0 else 1
    amount += sign * part
    if match := and_a_part.match(plain, end):
        size = scale_of(plain, replace(place, end=end), language)
        amount, end = (
            amount + sign * PARTS[(match["one"] or match["three"]).lower()] * size,
            match.end(),
        )
    while abs(amount) < UNSPEAKABLE and (match := scale.match(plain, end)):
        amount, end = amount * language.scales[match[1].lower()], match.end()
    if letter := _short(plain, end, place, language):
        amount, end = amount * SHORT_SCALES[letter[0].strip().lower()], letter.end()
    return replace(place, end=end, quantity=replace(place.quantity, amount=tidy(amount)))


def with_part(plain: str, place: Place, language: Language = ENGLISH) -> Place:
    """Return the place with the part of its unit that stands after it: “two years and a half”."""
    match = _patterns(language)[1].match(plain, place.end)
    if not match:
        return place
    amount = place.quantity.amount + PARTS[(match["one"] or match["three"]).lower()]
    return replace(place, end=match.end(), quantity=replace(place.quantity, amount=tidy(amount)))


def _short(plain: str, end: int, place: Place, language: Language) -> re.Match[str] | None:
    """Return the letter k, m or b after a number, where it is no metre, byte or the like."""
    if not plain[end - 1 : end].isdigit():
        return None
    if attached := ATTACHED.match(plain, end):
        return attached
    letter = SHORT.match(plain, end)
    if not letter:
        return None
    money = place.quantity.unit or unit_after(plain, letter.end(), language)[0]
    counted = COUNTED.match(plain, letter.end()) and not NO_NOUN.match(plain, letter.end())
    return letter if money or counted else None


def scale_of(plain: str, place: Place, language: Language = ENGLISH) -> int:
    """Return by how much the words of a place multiply its number."""
    words = re.findall("[a-z]+", plain[place.start : place.end].lower())
    return math.prod(language.scales.get(word, SHORT_SCALES.get(word, 1)) for word in words)


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    scale = re.compile(rf"[ -]?({'|'.join(language.scales)})\b\.?(?=\W|\Z)", re.IGNORECASE)
    return scale, re.compile(language.and_a_part, re.IGNORECASE)
