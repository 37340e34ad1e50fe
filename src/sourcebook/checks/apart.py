"""Names that a source sets apart from what it says: “unlike A”, “all except A”, “instead of A”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from sourcebook.checks.findings import Finding
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.denial import denied, senses
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

NEAR = 4


def is_apart(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> bool:
    """Tell whether a text speaks of a name that all the evidence sets apart, and does not do so."""
    return next(_apart(text, rests, vocabulary), None) is not None


def wrongly_joined(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield each name of which a text says what its evidence says of all but that name."""
    for word, rest, other in _apart(text, rests, vocabulary):
        if bool(denied(text, vocabulary)) == bool(denied(rest.sentence, vocabulary)):
            quotation = rest.evidence.quotation
            yield Finding(
                "negation",
                word.text,
                word.start,
                f"“{word.text}” is set apart in the source, by “{other.text}”",
                f"“{word.text}” beside {rest.evidence.id} “{quotation}”",
                "of a name that is set apart the contrary of what is said of the others",
                f"deny of “{word.text}” what the source states of the others, or the reverse",
            )


def _apart(
    text: str, rests: Sequence[Rest], vocabulary: Vocabulary
) -> Iterator[tuple[Word, Rest, Word]]:
    """Yield each name that all the evidence with it sets apart, with the first, and by what."""
    apart = [_set_apart(rest.sentence, vocabulary) for rest in rests]
    if not any(apart) or _set_apart(text, vocabulary):
        return
    said = {one.stem for one in senses(text, vocabulary) if not one.word.capital}
    for word in words(text):
        having = [
            rest
            for rest in rests
            if word.capital and any(one.folded == word.folded for one in words(rest.sentence))
        ]
        by = [_set_apart(rest.sentence, vocabulary).get(word.folded) for rest in having]
        if having and by[0] and all(by):
            theirs = {one.stem for one in senses(having[0].sentence, vocabulary)}
            if said & theirs:
                yield word, having[0], by[0]


@lru_cache(maxsize=8192)
def _set_apart(text: str, vocabulary: Vocabulary) -> dict[str, Word]:
    """Return the names that stand in a text only where they are set apart, and by which word."""
    every = words(text)
    found: dict[int, Word] = {}
    for at, (one, two) in enumerate(pairwise(every)):
        pair = (one.folded, two.folded) in vocabulary.preferring
        if pair or one.folded in vocabulary.unlike:
            for place in _named(every, at + 1 + pair, vocabulary):
                found[place] = one
    names = {every[place].folded: by for place, by in found.items()}
    others = {one.folded for place, one in enumerate(every) if place not in found}
    return {name: by for name, by in names.items() if name not in others}


def _named(every: Sequence[Word], first: int, vocabulary: Vocabulary) -> Iterator[int]:
    """Yield where the words of a name stand soon after a place: in “its neighbour A”, not “A’s”.

    “A members” are no A, unless a verb follows: “all except A voted”.
    """
    at = first
    while at < min(len(every), first + NEAR) and not every[at].capital:
        if every[at].folded in vocabulary.linking:
            return
        at += 1
    last = at
    while last < len(every) and every[last].capital and (last == at or every[last].before == " "):
        last += 1
    inside = every[first + 1 : last]
    ends = last == len(every) or every[last].parted
    verb = not ends and (
        every[last].folded in vocabulary.auxiliaries or is_past(every[last], vocabulary)
    )
    if (ends or verb) and not any(one.parted for one in inside):
        yield from range(at, last)
