"""That something took place: the verbs that tell it, and texts in which it only is to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.strength import HEDGED, REAL, is_past, mode_of, told
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.wording import has_digit


class Happening(NamedTuple):
    """The verb by which a text tells that something took place, and the stems of that."""

    verb: Word
    what: frozenset[str]


def happenings(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Happening]:
    """Yield each “took place”, “was held” or “was on 9 July” of a text, with what stands before."""
    every = words(text)
    for at in range(1, len(every)):
        if _tells(every, at, vocabulary):
            before = (one for one in every[:at] if one.folded not in vocabulary.no_verbs)
            yield Happening(every[at], frozenset(vocabulary.stem(one.folded) for one in before))


def is_to_come(text: str, vocabulary: Vocabulary = ENGLISH) -> Word | None:
    """Return the word by which a text has all it tells only planned, or to come, if it does."""
    every, modes = words(text), {one.word.start: one.mode for one in told(text, vocabulary)}
    by = None
    for at, one in enumerate(every):
        if _lets_come(every, at, vocabulary):
            by = by or one
        elif _is_done(every, at, modes.get(one.start, REAL), vocabulary):
            return None
    return by


def _tells(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    one, last = every[at], every[at - 1]
    after = every[at + 1].folded if at + 1 < len(every) else ""
    if one.folded in vocabulary.been:
        dated = every[at + 2 : at + 3]
        return after in vocabulary.prepositions and any(
            _is_dated(each, vocabulary) for each in dated
        )
    stem = vocabulary.stem(one.folded)
    if not is_past(one, vocabulary):
        return False
    if last.folded in vocabulary.being:
        return stem in vocabulary.staging and not _is_to_be(every, at, vocabulary)
    return stem in vocabulary.happening or (stem, after) == vocabulary.taking_place


def _is_dated(one: Word, vocabulary: Vocabulary) -> bool:
    return has_digit(one.folded) or one.folded in vocabulary.calendar


def _lets_come(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word has what it goes with planned or to come: “will”, “due on 3 May”."""
    one, last = every[at], every[at - 1].folded if at else ""
    after = every[at + 1].folded if at + 1 < len(every) else ""
    to_be = last in vocabulary.being and one.folded in vocabulary.infinitive
    due = one.folded in vocabulary.afterwards and after not in vocabulary.infinitive
    return to_be or due or mode_of(one, vocabulary) < HEDGED


def _is_done(every: Sequence[Word], at: int, mode: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word has the form of something done, and is neither said nor to come."""
    one, last = every[at], every[at - 1].folded if at and not every[at - 1].capital else ""
    says = vocabulary.stem(one.folded) in vocabulary.saying
    if says or one.folded in vocabulary.no_verbs or _is_to_be(every, at, vocabulary):
        return False
    helped = last in vocabulary.auxiliaries
    return last in vocabulary.been or (is_past(one, vocabulary) and (mode == REAL or not helped))


def _is_to_be(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a “be” after a “to” or “will” stands before a word: “is to be held”."""
    led, last = (one.folded for one in every[at - 2 : at]) if at > 1 else ("", "")
    return last in vocabulary.being and led in vocabulary.infinitive | vocabulary.modals
