"""Which part of a clause says that a source is silent, or does not name something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

Span = tuple[int, int]
FARTHEST, NEAR, FEW = 30, 3, 3


@lru_cache(maxsize=4096)
def silences(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[Span, ...]:
    """Return the parts of a clause that tell what no source says: what they name is not told.

    “It does not name A” tells so of what follows, “no source names A” and “A is not named” of all
    up to the next comma on either side; “that A is so, no source says” tells so of all before.
    """
    every, found = words(text), []
    for first, last in _segments(every):
        for at in range(first, last):
            if every[at].folded not in vocabulary.denials:
                continue
            if _is_silent(every, at, last, vocabulary) or _goes_on(every, at, vocabulary):
                whole = at == first or _is_passive(every, at, first, vocabulary)
                asks = at == first and every[0].folded in vocabulary.asking
                place = 0 if asks else _listed(every, first, vocabulary) if whole else at
                start = every[place].start
                found.append((start, every[last - 1].end))
    return tuple(found)


def untold(text: str, denial: int, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether the denial at a place denies only that a text tells something.

    “No price is stated”, “is not named” and “the words do not exclude it” do; “Ana did not say”
    tells of somebody, and does not.
    """
    every = words(text)
    at = next((place for place, word in enumerate(every) if word.start == denial), -1)
    if at < 0:
        return False
    begins = max(place for place in range(at + 1) if not place or every[place].parted)
    after = every[at + 1 :]
    rest = [one for one in after if _tells(one, vocabulary) or not _helps(one, vocabulary)][:1]
    if every[at].folded not in vocabulary.nots and _is_told(every[at + 1 :], vocabulary):
        return True
    if at > begins and every[at - 1].folded in vocabulary.being:
        return _is_in_text(after, vocabulary) or any(_tells(word, vocabulary) for word in rest)
    subject = [word for word in every[begins:at] if not _helps(word, vocabulary)]
    if any(word.capital and word.folded not in vocabulary.openers for word in subject):
        return False
    spoken = bool(subject) and subject[-1].folded in vocabulary.texts
    return spoken or any(_tells(word, vocabulary) for word in rest)


class Untelling(NamedTuple):
    """A verb of telling that is denied with what it would tell, “is not called a ship”: where.

    ``begins`` is where its part of the text begins, ``ends`` where what it would tell does.
    """

    denial: Word
    verb: Word
    begins: int
    ends: int


def untellings(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Untelling]:
    """Yield each verb of telling that a “not” after “is” or “has” denies, with its complement."""
    every = words(text)
    for first, last in _segments(every):
        for at in range(first + 1, last - 1):
            helped = every[at - 1].folded in vocabulary.being | vocabulary.holding
            if every[at].folded not in vocabulary.nots or not helped:
                continue
            verb = every[at + 1]
            if vocabulary.stem(verb.folded) in vocabulary.reporting:
                breaks = vocabulary.breaks - vocabulary.complements
                ends = (one for one in range(at + 2, last) if every[one].folded in breaks)
                end = every[next(ends, last) - 1].end
                yield Untelling(every[at], verb, every[first].start, end)


def _is_in_text(every: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether some words begin with a preposition and a word for a text: “in the file”."""
    within = every[:1] and every[0].folded in vocabulary.linking
    return bool(within) and any(one.folded in vocabulary.texts for one in every[1:NEAR])


def _is_told(every: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    """Tell whether the first “be” of some words is one of telling: “is stated”."""
    at = next((place for place, one in enumerate(every) if one.folded in vocabulary.being), -1)
    return at >= 0 and any(_tells(one, vocabulary) for one in every[at + 1 : at + 1 + NEAR])


def _tells(word: Word, vocabulary: Vocabulary) -> bool:
    return vocabulary.stem(word.folded) in vocabulary.telling


def _helps(word: Word, vocabulary: Vocabulary) -> bool:
    one = word.folded
    return one in vocabulary.auxiliaries or one in vocabulary.adverbs or one in vocabulary.denials


def _listed(every: tuple[Word, ...], first: int, vocabulary: Vocabulary) -> int:
    """Return where a list of words begins of which a part is the last: “day, place and price”."""
    while first and every[first].before.strip() == ",":
        last = first
        first = max(one for one in range(last) if not one or every[one].parted)
        if last - first > FEW or any(_states(one, vocabulary) for one in every[first:last]):
            return last
    return first


def _states(word: Word, vocabulary: Vocabulary) -> bool:
    says = vocabulary.stem(word.folded) in vocabulary.saying
    return says or word.folded in vocabulary.auxiliaries


def _segments(every: tuple[Word, ...]) -> list[Span]:
    cuts = [at for at, word in enumerate(every) if at and word.parted]
    edges = [0, *cuts, len(every)]
    return [(one, other) for one, other in pairwise(edges) if one < other]


def _is_silent(every: tuple[Word, ...], at: int, last: int, vocabulary: Vocabulary) -> bool:
    near = 0 if every[at].folded in vocabulary.nots else at + NEAR
    first = max(0, at - 1)
    return any(
        vocabulary.stem(one.folded) in vocabulary.telling
        or (place <= near and one.folded in vocabulary.reporters)
        for place, one in enumerate(every[first : min(last, at + FARTHEST)], start=first)
        if one.folded not in vocabulary.denials
    )


def _goes_on(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a denial goes on with a verb of telling before: “quoted on X, B on nothing”.

    “Speaks of A, not of B” is another.
    """
    one = every[at]
    alone = one.folded in vocabulary.nothings or (one.parted and one.folded in vocabulary.nots)
    return alone and any(vocabulary.stem(one.folded) in vocabulary.telling for one in every[:at])


def _is_passive(every: tuple[Word, ...], at: int, first: int, vocabulary: Vocabulary) -> bool:
    before = every[at - 1] if at > first else None
    return before is not None and (
        before.folded in vocabulary.being or every[at].folded in vocabulary.nothings
    )
