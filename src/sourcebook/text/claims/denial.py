"""Which words of a text are denied: by a not or a never before them, by a verb that refuses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

SIGNS = frozenset(',;:.!?–—()|“”"\0')
LEAST = 3


@dataclass(frozen=True)
class Sense:
    """A word that carries sense: its stem, whether it is denied, and by which word.

    ``first`` tells that it is the first such word after the one that denies it, ``infinitive`` that
    a “to” stands before it; ``segment`` counts the parts of the text that signs and conjunctions
    end, beyond which no denial reaches.
    """

    word: Word
    stem: str
    denied: bool
    by: Word | None
    first: bool
    segment: int
    infinitive: bool = False


@lru_cache(maxsize=8192)
def senses(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[Sense, ...]:
    """Return the words of a text that carry sense, each with whether it is denied."""
    return tuple(_senses(text, vocabulary))


def _senses(text: str, vocabulary: Vocabulary) -> Iterator[Sense]:
    every = words(text)
    denial: Word | None = None
    refusal: Word | None = None
    barred: Word | None = None
    fresh, silent, segment, held = False, False, 0, 0
    for at, word in enumerate(every):
        one = word.folded
        parted = denial is every[at - 1] if at else False
        if parted and "," in word.before:
            held = 2
        if "," in word.before and held:
            held -= 1
        elif _breaks(word, vocabulary) and not (silent and one in vocabulary.complements):
            denial = refusal = barred = None
            silent = False
            segment += 1
        if one in vocabulary.denials:
            if not _is_idle(every, at, vocabulary):
                denial, fresh = word, True
            continue
        if barred and one in vocabulary.by:
            refusal, barred, fresh = barred, None, True
        if one in vocabulary.no_verbs or (len(one) < LEAST and not one.isdigit()):
            continue
        stem = vocabulary.stem(one)
        contrary = _contrary(one, vocabulary)
        denied = bool(denial) != bool(refusal)
        silent = silent or (bool(denial) and stem in vocabulary.telling)
        by = (denial or refusal) if denied else None
        before = {each.folded for each in every[max(0, at - 2) : at]}
        infinitive = not vocabulary.infinitive.isdisjoint(before)
        yield Sense(word, stem, denied, by, fresh and denied, segment, infinitive)
        if contrary:
            yield Sense(word, vocabulary.stem(contrary), not denied, word, True, segment)
        fresh = False
        if stem in vocabulary.barring:
            barred = word
        elif stem in vocabulary.refusals:
            refusal, fresh = (None if refusal else word), True


def _breaks(word: Word, vocabulary: Vocabulary) -> bool:
    return word.folded in vocabulary.breaks or not SIGNS.isdisjoint(word.before)


def _is_idle(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a denial denies nothing: “not only”, “no doubt”, “no fewer than”."""
    after = every[at + 1].folded if at + 1 < len(every) else ""
    return after in vocabulary.idle


def _contrary(word: str, vocabulary: Vocabulary) -> str:
    """Return the word of which a word such as “unlikely” is the contrary."""
    for beginning in vocabulary.undone:
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) > LEAST:
            return rest
    return ""
