"""Bounds: the words around a number that make it more than, at most, about and the like."""

from __future__ import annotations

import re
from functools import cache

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language, Phrases
from sourcebook.text.levelling import before

BOUNDS = ("=", ">", ">=", "<", "<=", "~")
CARRIED = {">": (">~", "+"), "<": ("<~",), "~": (">~", "<~"), ">=": ("+",)}


def bound_carried(asked: str, found: str) -> bool:
    """Tell whether a bound says what another asks: “nearly” is “about” and “less than”."""
    return asked == found or found in CARRIED.get(asked, ())


def bounds_of(plain: str, start: int, end: int, language: Language = ENGLISH) -> tuple[str, int]:
    """Return the bound of the number from ``start`` up to ``end``, and where its words begin.

    Besides those of a table's cells it is “>~” for just over, “<~” for nearly, “+” and “±”.
    """
    lead_patterns, after_patterns, _ = _patterns(language)
    for pattern, bound in after_patterns:
        if pattern.match(plain, end):
            return bound, start
    lead = before(plain, start)
    for pattern, bound in lead_patterns:
        if match := pattern.search(lead):
            return bound, start - len(lead) + match.start()
    return "=", start


def extreme_of(plain: str, start: int, language: Language = ENGLISH) -> str:
    """Return the bound that a number may be as well, as what is “a minimum depth of” 8 metres."""
    lead = before(plain, start)
    return next((bound for pattern, bound in _patterns(language)[2] if pattern.search(lead)), "")


@cache
def _patterns(language: Language) -> tuple[tuple[tuple[re.Pattern[str], str], ...], ...]:
    return (
        _compiled(language.bounds_before, r"(?<!\w)(?:{})(?:,? an?)? ?\Z"),
        _compiled(language.bounds_after, "(?:{})"),
        _compiled(language.extremes, r"\b(?:{}) ?\Z"),
    )


def _compiled(phrases: Phrases, form: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(form.replace("{}", words), re.IGNORECASE), bound) for words, bound in phrases
    )
