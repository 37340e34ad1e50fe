"""Numbers written as words, and the words that only look like them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache

from text_to_num import alpha2digit

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language
from sourcebook.text.wording import words_in, words_of

LONGEST = 20
NOT_TELLING = {"a", "of", "s", "b", "w", "the"}
WORD = re.compile(r"[A-Za-z]+")
UNFINISHED = ("half", "a", "an", "and", "point")
FOLDED = re.compile("[ı\u0307ſ]")
ORDINAL = re.compile("[0-9][a-z]")


def may_count(text: str, language: Language = ENGLISH) -> bool:
    """Tell whether a number in words, or what looks like one, may stand in a text; quickly."""
    if not text.isascii() and FOLDED.search(text.lower()):
        return True
    return not words_of(text).isdisjoint(_counting(language)) or bool(ORDINAL.search(text))


def uncounted(plain: str, language: Language = ENGLISH) -> Iterator[re.Match[str]]:
    """Yield the words that look like a number and count nothing."""
    return _found(language.uncounted, plain)


def vague(plain: str, language: Language = ENGLISH) -> Iterator[re.Match[str]]:
    """Yield the words for numbers that are not known, such as dozens."""
    return _found(language.vague, plain)


def _found(words: str, plain: str) -> Iterator[re.Match[str]]:
    pattern, triggers = _pattern(words)
    return iter(()) if words_of(plain).isdisjoint(triggers) else pattern.finditer(plain)


def number_runs(plain: str, language: Language = ENGLISH) -> Iterator[tuple[int, int, Decimal]]:
    """Yield each number in words, from where to where it stands, and its amount."""
    for run in _runs(language).finditer(plain):
        words, at = [*WORD.finditer(plain, *run.span())], 0
        while at < len(words):
            ahead = [word[0].lower() for word in words[at : at + LONGEST]]
            amount, count = longest_amount(ahead, language)
            if amount is not None:
                yield words[at].start(), words[at + count - 1].end(), amount
            at += count


def longest_amount(words: list[str], language: Language = ENGLISH) -> tuple[Decimal | None, int]:
    """Return the number that the most words from the first on write, and how many they are."""
    longest: tuple[Decimal | None, int] = (None, 1)
    if words[0] in language.scales:
        return longest
    for count in range(1, min(len(words), LONGEST) + 1):
        amount = _word_amount(words[:count], language)
        if amount is not None:
            longest = amount, count
        elif words[count - 1] not in UNFINISHED:
            break
    return longest


def _word_amount(words: list[str], language: Language) -> Decimal | None:
    """Return the number that the words write all together, or ``None``."""
    factor = Decimal("0.5") if words[0] == "half" else Decimal(1)
    words = [word for word in words if word not in ("half", "a", "an")]
    if words and words[-1] in ("dozen", "lakh", "crore"):
        factor *= language.scales[words[-1]]
        words = words[:-1] or ["one"]
    digits = alpha2digit(" ".join(words), language.locales[0], 0) if words else ""
    try:
        return factor * Decimal(digits)
    except InvalidOperation:
        return None


@cache
def _counting(language: Language) -> frozenset[str]:
    phrases = (language.numbers, language.big, *language.scales, *language.multiples)
    others = (*language.ordinals, *language.fractions, *language.groups, *language.alone)
    spans = (language.vague, language.long_spans, language.short_spans, language.single_units)
    return words_in((*phrases, *others, *spans)) - NOT_TELLING


@cache
def _runs(language: Language) -> re.Pattern[str]:
    word = rf"(?:{language.numbers}|{language.big}|dozen)"
    after_big = "|".join(rf"(?<={one})" for one in language.big.split("|"))
    gap = rf"(?:[ -]|(?:{after_big}){language.joined_numbers}| {language.point} )"
    lead = language.number_leads.format(language.big)
    return re.compile(rf"(?<![\w-])(?:{lead})?{word}\b(?:{gap}{word}\b)*", re.IGNORECASE)


@cache
def _pattern(words: str) -> tuple[re.Pattern[str], frozenset[str]]:
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    return pattern, words_in([words]) - NOT_TELLING
