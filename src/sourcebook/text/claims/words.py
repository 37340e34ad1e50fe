"""The words of a text, each with its place, and the forms in which two of them are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sourcebook.text.levelling import level

WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:'s\b)?|[^\W_]+(?:'[^\W_]+)*")
END = re.compile(r"'s?\Z")
KEPT, LEAST = ("ss", "us", "is"), 3
ENDINGS = ("ements", "ement", "ments", "ment", "ions", "ion", "ings", "ing", "ed", "es", "e", "s")
WHOLE = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae"}
)
DOUBLED = re.compile("[aeiou][^aeiou]+[eo]ll$")
QUALITY = "ness"
OF_NOUNS = ("n", "ns", "t", "ts")
SIGNS = frozenset(',;:.!?–—()|“”"\0')


class Word(NamedTuple):
    """A word of a text: as it is written, and in one case without accents, dots or ’s.

    ``before`` is what stands between it and the word before: spaces, stops, hyphens; ``capital``
    tells that it begins with a capital letter, ``parted`` that a stop, a bracket or a dash stands
    between it and the word before.
    """

    text: str
    folded: str
    start: int
    end: int
    before: str
    capital: bool
    parted: bool

    @property
    def is_short(self) -> bool:
        """Tell whether it is an abbreviation in capitals: “US” is no pronoun."""
        return len(self.folded) > 1 and self.text.replace(".", "").isupper()


@lru_cache(maxsize=8192)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; an abbreviation such as U.S. is one word."""
    plain, found, last = level(text), [], 0
    for match in WORD.finditer(plain):
        bare = match[0]
        if "'" in bare:
            bare = END.sub("", bare)
        if bare:
            start, end = match.span()
            before = plain[last:start]
            parted = before != " " and not SIGNS.isdisjoint(before)
            found.append(Word(bare, fold(bare), start, end, before, bare[0].isupper(), parted))
            last = end
    return tuple(found)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in one case, without accents and without dots between letters."""
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word.translate(WHOLE))
        word = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return word.replace(".", "").casefold()


def stem(word: str, irregular: Mapping[str, str]) -> str:
    """Return what the forms of a word have in common: purchase, purchased, purchases."""
    if word in irregular:
        return irregular[word]
    if word.endswith(QUALITY) and len(word) > len(QUALITY) + LEAST:
        left = word.removesuffix(QUALITY)
        return stem(f"{left[:-1]}y" if left.endswith("i") else left, irregular)
    if word.endswith(("ies", "ied")) and len(word) > LEAST + 2:
        return f"{word[:-3]}y"
    for ending in ENDINGS:
        left = word.removesuffix(ending)
        least = LEAST + ending.endswith(OF_NOUNS)
        if left != word and len(left) >= least and not (ending == "s" and word.endswith(KEPT)):
            return _single(irregular.get(left, left))
    return word


def _single(left: str) -> str:
    """Return a stem without the letter that an ending doubled, or the e that it took.

    “Organize” has that of “organise”.
    """
    if left.endswith("iz") and len(left) > 2 * LEAST:
        return f"{left[:-1]}s"
    doubled = len(left) > LEAST and left[-1] == left[-2] and left[-1] not in "lsz"
    doubled = doubled or bool(DOUBLED.search(left))
    return left[:-1] if doubled or (left.endswith("e") and len(left) > LEAST) else left


def is_owner(text: str, end: int) -> bool:
    """Tell whether the word of a text that ends at a place is that of an owner: “the town’s”."""
    return text[end - 2 : end] in ("'s", "’s")
