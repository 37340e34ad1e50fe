"""What to do with a statement that nothing cited carries: which quotation of the book states it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from sourcebook.data.book import Book
from sourcebook.data.context import Entry
from sourcebook.data.evidence import Evidence
from sourcebook.data.quotations import nearest
from sourcebook.pages.block import SECOND
from sourcebook.text.assertions import QUOTED, Assertion
from sourcebook.text.carrying import is_carried
from sourcebook.text.explaining import why_not

MOST_READ, FEW = 2000, 50
LONGEST = 160
WORD = re.compile(r"\w+")

Stated = Evidence | Entry


def advice(book: Book, tier: str, one: Assertion, sentence: str, cited: Iterable[Stated]) -> str:
    """Return what to do: what tells why the cited words do not carry it, or others that do."""
    if reason := next(filter(None, (why_not(one, each.quotation) for each in cited)), ""):
        return f"{reason}, or take it out"
    candidates = _most_alike(book, tier, one, sentence)
    best = next((each for each in candidates if is_carried(one, each.quotation)), None)
    if best is not None:
        role = SECOND if isinstance(best, Entry) else "ev"
        return f"correct it, or cite {{{role}}}`{best.id}` ({label(book, best)}), which states it"
    if one.kind == QUOTED:
        return _nearest(book, one.words)
    who = "no source" if len(book.evidence) <= MOST_READ else "no quotation like this"
    return f"{who} states it: correct it, take it out, or have it counted by {{count}}"


def label(book: Book, one: Stated) -> str:
    """Return what a marker calls a quotation: its source and its place, or its publication."""
    return one.label if isinstance(one, Entry) else book.label(one)


def _most_alike(book: Book, tier: str, one: Assertion, sentence: str) -> list[Stated]:
    """Return the quotations, the most like a sentence first.

    Of a great many only a hundred are looked at, those that share most of its rarer words or have
    the words of the statement itself.
    """
    from rapidfuzz import fuzz  # here, as only what is wrong needs it

    entries = book.context.entries.values() if tier else ()
    every: list[Stated] = [*book.evidence.values(), *entries]
    if len(every) > MOST_READ:
        by_word = _by_word(book)
        asked = [by_word.get(word, ()) for word in dict.fromkeys(WORD.findall(sentence))]
        shared = Counter(key for keys in asked if len(keys) <= MOST_READ for key in keys)
        own = (key for word in WORD.findall(one.words) for key in by_word.get(word, ())[:FEW])
        keys = dict.fromkeys((*own, *(key for key, _ in shared.most_common(FEW))))
        every = [*(book.evidence[key] for key in keys), *entries]
    return sorted(every, key=lambda each: -fuzz.token_set_ratio(sentence, each.quotation))


@lru_cache(maxsize=2)
def _by_word(book: Book) -> dict[str, list[str]]:
    """Return the ids of the quotations that have each word."""
    found: dict[str, list[str]] = {}
    for one in book.evidence.values():
        for word in {*WORD.findall(one.quotation)}:
            found.setdefault(word, []).append(one.id)
    return found


def _nearest(book: Book, quoted: str) -> str:
    """Return what to do with words in quotation marks that no source has."""
    for seed in book.seeds.values():
        if span := nearest(quoted.strip("“”"), seed):
            place = f"{book.sources[seed.source].text('short')} {seed.locator(*span)}"
            passage = " ".join(seed.text[slice(*span)].split())
            passage = passage if len(passage) <= LONGEST else f"{passage[: LONGEST - 1]}…"
            return f"no source has these words; nearest is “{passage}” ({place}): copy it"
    return "no source has these words: copy them from one, or take the quotation marks away"
