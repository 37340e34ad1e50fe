"""What names are tied to further on: by a verb that goes on after a comma, or in a list."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.ties import (
    AFTER,
    BEFORE,
    Tie,
    being,
    end_of,
    is_present,
    may_state,
    ties,
)
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words


def shared_subjects(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Tie]:
    """Yield the names that do what a comma or an “and” joins to what they did.

    In “A bought it, left home and is now at sea” A left, and is at sea. Where several names do
    something before, each may be meant.
    """
    every = words(text)
    acts = [
        one
        for one in ties(text, vocabulary)
        if one.key[0] == AFTER and one.word.folded not in vocabulary.small - vocabulary.denials
    ]
    for at in range(2, len(every)) if acts else ():
        joined = every[at - 1].folded in vocabulary.joining and not every[at].parted
        if not (joined or every[at].before.strip() == ","):
            continue
        done, place = every[at], at
        while place < len(every) and _helps(every[place], vocabulary):
            place += 1
        led = any(one.folded in vocabulary.being for one in every[at:place])
        for name in dict.fromkeys(one.name for one in acts if one.word.end < done.start):
            if led:
                yield from being((*name, *every[place:]), 0, len(name), len(name), vocabulary)
            elif place < len(every) and _goes_on(every, place, vocabulary):
                yield Tie(name, (AFTER, vocabulary.stem(every[place].folded)), every[place])


def _helps(word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may stand between a subject and its verb: “has”, “is now”."""
    one = word.folded
    return one in vocabulary.auxiliaries or one in vocabulary.adverbs or vocabulary.is_adverb(one)


def _goes_on(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word is a verb with no subject beside it, and not “pressed by”."""
    verb, after = every[at], every[at + 1] if at + 1 < len(every) else None
    if verb.capital or after is None or after.parted or after.folded in vocabulary.by:
        return False
    return is_past(verb, vocabulary) or is_present(verb.folded, vocabulary)


def further_listed(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Tie]:
    """Yield the names that go on with a list, with whatever else it has: “from A, the isles or B”.

    A name that a verb follows begins another statement.
    """
    every = words(text)
    places = {one.start: at for at, one in enumerate(every)}
    for tie in ties(text, vocabulary):
        at = places[tie.name[-1].start] + 1 if tie.key[0] == BEFORE else len(every)
        while at < len(every) and not _ends_list(every, at, vocabulary):
            end = end_of(every, at) if every[at].capital else at + 1
            if every[at].capital and not (end < len(every) and may_state(every[end], vocabulary)):
                yield Tie(every[at:end], tie.key, tie.word)
            at = end


def _ends_list(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a list of names cannot go on with a word: it is a verb, or begins a sentence."""
    one = every[at]
    stops = one.parted and one.before.strip() not in (",", ";")
    return (
        stops
        or one.folded in vocabulary.auxiliaries
        or one.folded in vocabulary.binding
        or (not one.capital and is_past(one, vocabulary))
    )
