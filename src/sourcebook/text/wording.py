"""The words of a text as a set, by which a reader tells quickly that it will find nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"\w+")
DIGIT = re.compile(r"\d")


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters."""
    return frozenset(WORD.findall(text.lower()))


@lru_cache(maxsize=256)
def has_digit(text: str) -> bool:
    """Tell whether a digit stands in a text."""
    return bool(DIGIT.search(text))


def words_in(patterns: Iterable[str]) -> frozenset[str]:
    """Return the words of some phrases, or of patterns of them; words too many do no harm."""
    return frozenset(word for one in patterns for word in WORD.findall(one))
