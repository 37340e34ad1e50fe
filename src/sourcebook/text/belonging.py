"""Which amount belongs to which thing, where a text has several: the words nearest to each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from sourcebook.text.english import ENGLISH
from sourcebook.text.language import Language

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LONG_ENOUGH = 4
NOUNS = 3
Span = tuple[int, int]


@lru_cache(maxsize=16384)
def surroundings(
    plain: str, spans: tuple[Span, ...], language: Language = ENGLISH
) -> tuple[frozenset[str], ...]:
    """Return, for each of some spans in their order, the words that stand with it.

    The words between two spans are cut where the text breaks; where no word stands between them,
    such as at the ends of a range, both have the same.
    """
    if not spans:
        return ()
    breaks, commas = _patterns(language)
    groups: list[list[int]] = [[0]]
    cuts = [0]
    for at in range(1, len(spans)):
        start, end = spans[at - 1][1], spans[at][0]
        between = plain[start:end]
        if not stems(between, language):
            groups[-1].append(at)
            continue
        found = [*breaks.finditer(between)] or [*commas.finditer(between)]
        cuts.append(start + (found[-1].end() if found else len(between)))
        groups.append([at])
    words: list[frozenset[str]] = []
    for group, start, end in zip(groups, cuts, [*cuts[1:], len(plain)], strict=True):
        own = _without(plain[start:end], [spans[at] for at in group], start)
        words += [stems(own, language)] * len(group)
    return tuple(words)


def _without(words: str, spans: Iterable[Span], offset: int) -> str:
    signs = list(words)
    for start, end in spans:
        signs[max(0, start - offset) : max(0, end - offset)] = " " * (end - start)
    return "".join(signs)


def elsewhere(asked: frozenset[str], own: Sequence[frozenset[str]], other: Sequence[frozenset[str]]) -> bool:
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


@lru_cache(maxsize=65536)
def stems(words: str, language: Language = ENGLISH) -> frozenset[str]:
    """Return the words that carry sense, each without its ending."""
    found = (match[0] for match in WORD.finditer(words))
    return frozenset(
        stem(one, language) for one in found if one.lower() not in language.stop and len(one) > 2
    )


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
