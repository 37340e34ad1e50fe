"""Things told of one of two contraries in the evidence, and of the other in a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sourcebook.checks.findings import Finding
from sourcebook.checks.resting import Rest
from sourcebook.checks.telling import told_instead
from sourcebook.text.claims.denial import denied
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.wording import has_digit


class Led(NamedTuple):
    """A word that has a contrary, what leads from it to the next one, and all up to a joint."""

    word: Word
    stem: str
    led: tuple[str, ...]
    first: str
    every: frozenset[str]


def of_contrary(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield each word whose contrary alone the evidence has with what stands next to it.

    “It exports wool and imports cotton” does not carry “it imports wool”.
    """
    if denied(text, vocabulary):
        return
    theirs = [(one, rest) for rest in rests for one in contraries(rest.sentence, vocabulary)]
    for mine in contraries(text, vocabulary):
        same = [one for one, _ in theirs if one.stem == mine.stem]
        contrary = vocabulary.opposites[mine.stem]
        if not any(one.led == mine.led for one in same):
            continue
        if any(mine.first in one.every or contrary & one.every for one in same):
            continue
        for other, rest in theirs:
            turned = other.stem in contrary and mine.first in other.every
            if turned and not any(_leaves_out(one, mine, other) for one in same):
                expected = "of each of two contraries what the evidence tells of it"
                do = f"what is told of “{mine.word.text}”"
                yield told_instead(mine.word, other.word, rest, expected, do)
                break


def _leaves_out(one: Led, mine: Led, other: Led) -> bool:
    """Tell whether the rest is its own: “the north bank rises and the south sinks”."""
    own = mine.every - {mine.first} - other.every
    return bool(own) and own <= one.every


@lru_cache(maxsize=4096)
def contraries(text: str, vocabulary: Vocabulary) -> tuple[Led, ...]:
    """Return the words of a text that have a contrary, where another that is no number follows."""
    every = words(text)
    found = (
        _led(every, at, vocabulary)
        for at, one in enumerate(every)
        if vocabulary.stem(one.folded) in vocabulary.opposites
    )
    return tuple(one for one in found if one.first)


def _led(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> Led:
    led: list[str] = []
    stems: list[str] = []
    counted: list[bool] = []
    for one in every[at + 1 :]:
        if one.parted or one.folded in vocabulary.joints:
            break
        if one.folded not in vocabulary.no_verbs or one.folded in vocabulary.figures:
            stems.append(vocabulary.stem(one.folded))
            counted.append(one.folded in vocabulary.figures or has_digit(one.folded))
        elif not stems and one.folded not in vocabulary.articles:
            led.append(one.folded)
    first = "" if any(counted[:1]) else next(iter(stems), "")
    stem = vocabulary.stem(every[at].folded)
    return Led(every[at], stem, tuple(led), first, frozenset(stems))
