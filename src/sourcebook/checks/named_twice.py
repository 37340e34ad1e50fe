"""Names that one clause or sentence has twice, where it should have another or “its”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from sourcebook.checks.naming import Named, Place, Register
from sourcebook.checks.resting import Rest
from sourcebook.data.contract import SOURCES
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, is_owner, words


class Called(NamedTuple):
    """A name of a speaker in a text, or a word for what is its own, and whom it means."""

    first: Word
    end: int
    places: frozenset[Place]


def repeated(text: str, rests: Sequence[Rest], register: Register) -> Iterator[tuple[str, Word]]:
    """Yield each name in a clause of whom it has named already, by whatever name, with that name.

    In “Arvania sold arms to the Arvanians” one of the two stands in another’s place, unless the
    evidence has the same twice in a sentence, or another statement begins between.
    """
    found = called(text, register)
    if len(found) < 2:
        return
    for one, two in combinations(found, 2):
        same = one.places & two.places
        apart = not same or _is_apart(text, one, two, register.vocabulary)
        if not apart and not any(_has_twice(rest, same, register) for rest in rests):
            yield text[one.first.start : one.end], two.first


@lru_cache(maxsize=8192)
def called(text: str, register: Register) -> tuple[Called, ...]:
    """Return where a text names speakers, by whole names and by words such as “Arvanian”."""
    return tuple(_called(text, register))


def _called(text: str, register: Register) -> Iterator[Called]:
    spans = {start: (end, places) for start, end, places in register.objects_in(text)}
    last = 0
    for word in words(text):
        if word.start < last:
            continue
        last, places = spans.get(word.start) or (word.end, _of_word(word, register))
        own = frozenset(one for one in places if register.sorts(Named(objects=frozenset((one,)))))
        if own:
            yield Called(word, last, own)


def _of_word(word: Word, register: Register) -> frozenset[Place]:
    return register.named(word.text).objects if word.capital else frozenset()


def _is_apart(text: str, one: Called, two: Called, vocabulary: Vocabulary) -> bool:
    """Tell whether another statement begins between two names, or the text is on the names."""
    every = words(text)
    after = next((word for word in every if word.start >= two.end), None)
    between = [word for word in every if one.end <= word.start <= two.first.start]
    breaks = vocabulary.breaks - vocabulary.joining
    if after and after.folded in vocabulary.emphatic:
        return True
    return _is_meant(every, two, vocabulary) or any(
        word.folded in breaks
        or (word.parted and (word.before.strip() != "," or word.folded in vocabulary.aside))
        for word in between
    )


def _is_meant(every: Sequence[Word], two: Called, vocabulary: Vocabulary) -> bool:
    """Tell whether a text is on names themselves: “may be A”, “means A”, “spelt A and B”."""
    may_be = any(
        one.folded in vocabulary.possible and other.folded in vocabulary.being
        for one, other in pairwise(every)
        if other.start < two.first.start
    )
    on_names = vocabulary.own | vocabulary.spelling
    return may_be or any(vocabulary.stem(word.folded) in on_names for word in every)


def _has_twice(rest: Rest, same: frozenset[Place], register: Register) -> bool:
    named = [one for one in called(rest.sentence, register) if one.places & same]
    return any(
        not _is_apart(rest.sentence, one, two, register.vocabulary) for one, two in pairwise(named)
    )


def doubled(text: str, register: Register) -> Iterator[Word]:
    """Yield each name of an object that stands twice in one clause, on both sides of its verb.

    Two names of one object are not joined by an “and” either.
    """
    every, last = words(text), dict[str, Word]()
    capitals = [word.folded for word in every if word.capital]
    if len(capitals) < 2:
        return
    found = register.objects_in(text)
    pairs = [*_pairs(every, found, register)]
    yield from _joined(pairs, text, register.vocabulary)
    yield from _with_itself(every, pairs, text, register.vocabulary)
    if len({*capitals}) == len(capitals):
        return
    at = {word.start: place for place, word in enumerate(every)}
    for start, end, _ in found:
        word, called = every[at[start]], text[start:end]
        before = last.get(called)
        between = every[at[before.start] + 1 : at[start] + 1] if before else ()
        apart = any(one.parted or one.folded in register.vocabulary.breaks for one in between)
        if before and not apart and word.capital:
            yield word
        if not is_owner(text, end + 2):
            last[called] = word


def told_twice(text: str, register: Register) -> Iterator[Word]:
    """Yield the second name of a source that a text has twice, both after a comma or at its start.

    “Its” is what a text says of a source that it has named; “A’s words” may follow what A says.
    """
    found, seen = register.objects_in(text), set[Place]()
    every = words(text) if len(found) > 1 else ()
    for start, end, places in found:
        sources = {place for place in places if place[0] == SOURCES.name}
        if sources & seen:
            yield _word_at(every, start)
        if not is_owner(text, end):
            seen |= sources


class Pair(NamedTuple):
    """Two names of one speaker that follow one another, where they stand, and what is between."""

    first: tuple[int, int]
    second: tuple[int, int]
    between: list[Word]
    word: Word


def _pairs(
    every: tuple[Word, ...],
    found: Sequence[tuple[int, int, frozenset[Place]]],
    register: Register,
) -> Iterator[Pair]:
    for (begin, end, one), (start, last, other) in pairwise(found):
        same = one & other
        if same and register.sorts(Named(objects=same)):
            between = [word for word in every if end <= word.start < start]
            yield Pair((begin, end), (start, last), between, _word_at(every, start))


def _word_at(every: Sequence[Word], start: int) -> Word:
    return next(word for word in every if word.start == start)


def _with_itself(
    every: tuple[Word, ...], pairs: Sequence[Pair], text: str, vocabulary: Vocabulary
) -> Iterator[Word]:
    """Yield each name of what a clause speaks of already, as a “with” or “against” has it.

    “Its town’s ties with the town” are such, and “a friendship of Arvania with Arvania”.
    """
    for _, (_, last), between, named in pairs:
        before = [*between]
        while before and before[-1].folded in vocabulary.articles:
            before.pop()
        tied = before and before[-1].folded in vocabulary.facing
        parted = any(word.parted or word.folded in vocabulary.breaks for word in before)
        after = next((word for word in every if word.start >= last), None)
        alone = after is None or after.parted or after.folded in vocabulary.no_verbs
        if tied and alone and not (parted or is_owner(text, last)):
            yield named


def _joined(pairs: Sequence[Pair], text: str, vocabulary: Vocabulary) -> Iterator[Word]:
    for first, second, between, word in pairs:
        joined = len(between) == 1 and between[0].folded in vocabulary.joining
        joined = (joined and not between[0].parted) or (
            not between and word.before == ", " and text[slice(*first)] == text[slice(*second)]
        )
        if joined and word.capital:
            yield word
