"""Names in a text, and which other words name the same: of one stem, or by their first letters."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, is_owner, words

BEGINNING = re.compile(r"[:“„\"(\[–—|]\s*\Z")
ADJOINING = re.compile(r"[ \n]|-|'s ")
COMMON_ENDINGS = ("s", "ing", "ly", "ed", "ion", "ity", "ment", "ness")
LEAST = 4


def names(
    text: str,
    known: Container[str],
    common: Container[str],
    vocabulary: Vocabulary = ENGLISH,
) -> Iterator[tuple[Word, ...]]:
    """Yield the runs of words with a capital in one sentence that name somebody or something.

    Its first word is a name if it is ``known`` to be one, or if it is not ``common``: nobody writes
    it without a capital, and it has no ending of a common word. Days and months are no names.
    """
    run: list[Word] = []
    last: Word | None = None
    for word in words(text):
        begins = last is None or bool(BEGINNING.search(word.before))
        if run and not ADJOINING.fullmatch(word.before):
            yield tuple(run)
            run = []
        if _is_name(word, begins, known, common, vocabulary):
            if not run and last and _leads(last, word, common, vocabulary):
                run.append(last)
            run.append(word)
        elif run:
            yield tuple(run)
            run = []
        last = word
    if run:
        yield tuple(run)


def _leads(first: Word, word: Word, common: Container[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a word that began a sentence is the first of a name all the same."""
    plain = first.folded not in vocabulary.openers and first.folded not in vocabulary.calendar
    titled = first.folded in vocabulary.titles
    endings = (vocabulary.ongoing, vocabulary.past, "s")
    verbal = first.folded in common and first.folded.endswith(endings)
    verbal = verbal or first.folded in vocabulary.irregular
    joined = word.before in (" ", "\n", "-")
    return first.capital and plain and joined and not (titled or verbal)


def _is_name(
    word: Word,
    begins: bool,
    known: Container[str],
    common: Container[str],
    vocabulary: Vocabulary,
) -> bool:
    if not word.capital or len(word.folded) < 2 or word.folded in vocabulary.titles:
        return False
    if word.folded in vocabulary.calendar:
        return False
    if word.folded in vocabulary.openers or word.folded.split("'")[0] in vocabulary.openers:
        return word.text.isupper() and (word.folded in known or not begins)
    if not begins or word.folded in known:
        return True
    return word.folded not in common and not word.folded.endswith(COMMON_ENDINGS)


@lru_cache(maxsize=65536)
def kin(one: str, other: str, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether two folded words name the same, or one what belongs to the other."""
    if one == other or one in vocabulary.kin.get(other, ()):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= LEAST and long in (f"{short}s", f"{short}es", f"{short}ia"):
        return True
    same = _shared(one, other)
    if same < min(LEAST, len(short)) or same < 3:
        return False
    ends = (one[same:], other[same:])
    return any(
        mine in vocabulary.kin_endings and len(theirs) <= 2 for mine, theirs in (ends, ends[::-1])
    )


def _shared(one: str, other: str) -> int:
    at = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        at += 1
    return at


def initials(text: str, vocabulary: Vocabulary = ENGLISH) -> frozenset[str]:
    """Return the first letters of each run of words with a capital, joined: of its last two on."""
    found: set[str] = set()
    run = ""
    for word in words(text):
        if word.capital and (not run or word.before in (" ", "\n", "-")):
            run += word.folded[0]
            found.update(run[at:] for at in range(max(0, len(run) - 5), len(run) - 1))
        elif not (run and word.folded in vocabulary.small and word.before in (" ", "\n")):
            run = word.folded[0] if word.capital else ""
    return frozenset(found)


def _may_own(word: Word, text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word has an ’s of its own: “Tartu’s”, not “it’s”."""
    return is_owner(text, word.end) and word.folded not in vocabulary.openers | vocabulary.small


def capitals(vocabulary: Vocabulary, texts: Iterable[str]) -> Iterator[frozenset[str]]:
    """Yield the words that texts have with a capital inside a sentence, or with an ’s."""
    for text in texts:
        found = (
            word
            for word in words(text)
            if word.capital and (word.before == " " or _may_own(word, text, vocabulary))
        )
        yield frozenset(word.folded for word in found)
