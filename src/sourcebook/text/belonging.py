"""Which amount belongs to which thing, where a text has several: the words nearest to each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LONG_ENOUGH = 4
NOUNS, NEAR = 3, 3
Span = tuple[int, int]


@lru_cache(maxsize=16384)
def surroundings(
    plain: str, spans: tuple[Span, ...], language: Language = ENGLISH
) -> tuple[frozenset[str], ...]:
    """Return, for each of some spans in their order, the few words that stand with it.

    The words between two spans are cut where the text breaks. Spans with no word between them,
    such as the ends of a range, have the same; one with none of its own before it shares those
    before the last (“18 tons in spring and 24 in autumn”).
    """
    around: list[frozenset[str]] = []
    lead: list[str] = []
    start, at = 0, 0
    while at < len(spans):
        last = at
        while last + 1 < len(spans) and not _words(
            plain[spans[last][1] : spans[last + 1][0]], language
        ):
            last += 1
        end = (
            _cut(plain, spans[last][1], spans[last + 1][0], language)
            if last + 1 < len(spans)
            else len(plain)
        )
        lead = _words(plain[start : spans[at][0]], language)[-NEAR:] or lead
        follow = _words(plain[spans[last][1] : end], language)[:NEAR]
        around += [frozenset([*lead, *follow])] * (last + 1 - at)
        start, at = end, last + 1
    return tuple(around)


def _cut(plain: str, start: int, end: int, language: Language) -> int:
    """Return where the words between two spans cease to be of the first."""
    between = plain[start:end]
    breaks, commas = _patterns(language)
    found = [*breaks.finditer(between)] or [*commas.finditer(between)]
    return start + (found[0].end() if found else len(between))


def _words(words: str, language: Language) -> list[str]:
    found = (match[0] for match in WORD.finditer(words) if not match[0].isdigit())
    return [
        stem(one, language) for one in found if one.lower() not in language.stop and len(one) > 2
    ]


def elsewhere(
    asked: frozenset[str], own: Sequence[frozenset[str]], other: Sequence[frozenset[str]]
) -> bool:
    """Tell whether the words asked for stand with another amount, and none with its own ones."""
    mine, theirs = frozenset().union(*own), frozenset().union(*other)
    return not asked & (mine - theirs) and bool(asked & (theirs - mine)) and not asked <= mine


def nouns_after(plain: str, end: int, language: Language = ENGLISH) -> frozenset[str]:
    """Return the words that a number right before ``end`` may count."""
    found = []
    for match in WORD.finditer(plain, end, end + 60):
        if plain[end : match.start()].strip(" -") or match[0].lower() in language.stop:
            break
        found.append(stem(match[0], language))
        end = match.end()
        if len(found) == NOUNS:
            break
    return frozenset(found)


@lru_cache(maxsize=16384)
def stems(words: str, language: Language = ENGLISH) -> frozenset[str]:
    """Return the words of a text that carry sense, each without its ending."""
    return frozenset(_words(words, language))


@lru_cache(maxsize=65536)
def stem(word: str, language: Language = ENGLISH) -> str:
    """Return a word without its ending, roughly."""
    plain = word.lower().replace("’", "'")
    for ending in language.endings:
        if plain.endswith(ending) and len(plain) - len(ending) >= LONG_ENOUGH - 1:
            return plain.removesuffix(ending)
    return plain


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(language.breaks, re.IGNORECASE),
        re.compile(language.commas, re.IGNORECASE),
    )
