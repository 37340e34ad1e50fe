"""Rates: what an amount is per, an hour or a head, and whether a text keeps that it is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sourcebook.text.belonging import stem, stems, word_before
from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.quantity import Place
from sourcebook.text.wording import words_of


def with_rate(plain: str, place: Place, language: Language = ENGLISH) -> Place:
    """Return the place with what it is per: an hour, a head, or each of the things before it."""
    match = _rate(language).match(plain, place.end)
    if not match:
        return place
    per = (match["per"] or match["thing"] or match["each"]).lower()
    return replace(place, quantity=replace(place.quantity, per=per))


def keeps(text: str, per: str, found: tuple[str, int], language: Language = ENGLISH) -> bool:
    """Tell whether a text says what an amount is per, that stands at a place of the text ``found``.

    It may name it in any form, or the thing before the amount where that is “each”.
    """
    words = words_of(text)
    named = words | stems(text, language) | {language.rates.get(one, one) for one in words}
    owners = [word_before(*found, language)] if per in language.each else per.split()
    told = {form for one in owners for form in (one, stem(one, language))}
    return is_each(text, language) or not named.isdisjoint(told)


def is_each(text: str, language: Language = ENGLISH) -> bool:
    """Tell whether a text says something of each of several things."""
    return not words_of(text).isdisjoint(language.each)


@cache
def _rate(language: Language) -> re.Pattern[str]:
    words = rf"(?:[ -]{language.no_rate}[a-z]+){{0,3}}?"
    return re.compile(rf"{words} (?:{language.per}|{language.of_each})", re.IGNORECASE)
