"""Where the sentences and clauses of a text end: one answer for seeds, pages and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from sourcebook.text.abroad.tongue import NEVER, tongue

Span = tuple[int, int]

LONGEST = 4000
CELL_END = "\0"

CLOSING = r"[\"”’')\]]*"
NOT_SHORT = (
    r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|No|St|vs|cf)\.)(?<!\b(?:Mrs|Nos|i\.e|e\.g)\.)(?<!\bapprox\.)"
)
STOP = rf"(?:\.{NOT_SHORT}|[!?…]){CLOSING}(?=\s+\S)(?!\s+[a-z])"
CLAUSE = re.compile(rf"{STOP}|;(?=\s)|{CELL_END}")
SENTENCE = re.compile(rf"{STOP}|{CELL_END}")
CELL = re.compile(CELL_END)


@lru_cache(maxsize=256)
def spans(text: str, end: re.Pattern[str]) -> tuple[Span, ...]:
    """Return the parts of a text that a pattern ends, one after the other."""
    cuts = [0, *(match.end() for match in end.finditer(text))]
    cuts += [len(text)] if cuts[-1] < len(text) else []
    return tuple(pairwise(cuts))


def span_at(text: str, end: re.Pattern[str], at: int) -> Span:
    """Return the part of a text in which a place stands."""
    parts = spans(text, end)
    return parts[max(bisect_right(parts, at, key=lambda part: part[0]) - 1, 0)]


def sentences(text: str, language: str = "") -> Iterator[Span]:
    """Yield the sentences of a text, without the white space around them."""
    for start, end in spans(text, _ends(language)):
        words = text[start:end]
        if words.strip():
            yield end - len(words.lstrip()), start + len(words.rstrip())


@cache
def _ends(language: str) -> re.Pattern[str]:
    """Return what ends a sentence; in another language no stop of its ordinals, or short words."""
    told = tongue(language)
    if not told or not told.known:
        return SENTENCE
    short: dict[int, list[str]] = {len(one): [] for one in told.short}
    for one in told.short:
        short[len(one)].append(re.escape(one))
    kept = "".join(rf"(?<!\b(?i:{'|'.join(some)})\.)" for some in short.values())
    openers = "|".join(map(re.escape, told.lists["openers"])) or NEVER
    ordered = rf"(?!(?<=[0-9]\.)(?<![0-9]{{3}}\.)\s+(?!(?:{openers})\b))"
    kept += ordered if told.ordinal == r"\." else ""
    return re.compile(
        rf"(?:\.(?<!\b[^\W\d_]\.){kept}|[!?…]){CLOSING}(?=\s+\S)(?!\s+[a-zа-яђјљњћџ])|{CELL_END}"
    )


def clauses(text: str) -> Iterator[Span]:
    """Yield the clauses of a text, one that never ends in parts, so that none takes for ever."""
    for start, end in spans(text, CLAUSE):
        while end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            cut = space if space > 0 else start + LONGEST
            yield start, cut
            start = cut
        yield start, end


def begin_of(text: str, span: Span) -> int:
    """Return where the first letter or sign of a part of a text stands."""
    part = text[slice(*span)]
    return span[0] + len(part) - len(part.lstrip(f" \n{CELL_END}"))


def begins_sentence(before: str) -> bool:
    """Tell whether a word with a capital would begin a sentence after the text ``before``."""
    words = before.rstrip()
    return not words or spans(f"{words} A", SENTENCE)[-1][0] == len(words)
