"""A clause as a set of words: its subject, what is told of it, and what both may share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from sourcebook.text.claims.finite import counts
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word
from sourcebook.text.labels import designations, labels
from sourcebook.text.levelling import level
from sourcebook.text.measures import unit_of
from sourcebook.text.sentences import Span

LEAST, NEAR, FEW = 3, 3, 4
YEAR = re.compile("1[0-9]{3}|20[0-9]{2}")
NUMBERED = re.compile(r"\b([A-Z][a-z]+)[ -]([0-9]+[a-z]?|[IVX]+|[A-Z])\b(?![,.:]?[0-9])")
Parts = tuple[Sequence[Word], Word | None, Sequence[Word], Sequence[Word]]


class Token(NamedTuple):
    """A word that carries sense, or a whole label: its stem, and the preposition it goes with.

    ``apart`` tells that such words stand between the verb and that preposition.
    """

    stem: str
    word: Word
    led: str = ""
    apart: bool = False


@dataclass(frozen=True, eq=False)
class Clause:
    """A clause with a subject of its own, and what is told of that.

    ``verb`` is the stem of what is done, ``about`` are stems that may be said of other clauses too,
    ``refers`` the words that stand in for what others name, ``leading`` the prepositions after the
    verb. ``contrasted`` clauses are set against
    another, of a ``measured`` one only the amount is told; the ``last`` ends its sentence.
    ``place`` is where it stands, ``named`` where its subject does, and ``says`` where the amounts
    stand that are told of that.
    """

    subject: tuple[Token, ...]
    verb: str
    told: tuple[Token, ...]
    about: frozenset[str]
    refers: frozenset[str]
    leading: frozenset[str]
    place: Span
    named: Span
    says: Span
    contrasted: bool
    measured: bool
    last: bool

    @cached_property
    def bearing(self) -> frozenset[str]:
        """Return the stems of the subject."""
        return frozenset(one.stem for one in self.subject)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Return the stems of what is told of the subject, but for its verb."""
        return frozenset(one.stem for one in self.told)

    @cached_property
    def saying(self) -> frozenset[str]:
        """Return the stems of its subject and of what is told of it."""
        return self.bearing | self.telling

    @cached_property
    def every(self) -> frozenset[str]:
        """Return the stems of all its words."""
        return self.saying | self.about | {self.verb}

    def turned(self, doer: frozenset[str]) -> Clause | None:
        """Return the clause with who does it as its subject: “A built B” of “B was built by A”."""
        by = tuple(one for one in self.told if one.led in doer)
        if not by:
            return None
        others = (one for one in self.told if one not in by)
        things = (one._replace(led="", apart=False) for one in self.subject)
        named = by[0].word.start, by[-1].word.end
        return replace(self, subject=by, told=(*things, *others), named=named)


@lru_cache(maxsize=4096)
def numbered(text: str) -> frozenset[str]:
    """Return the words that a text has twice with a number after them: “Dock 2 and Dock 6”."""
    found = [match[1].lower() for match in NUMBERED.finditer(text)]
    return frozenset(one for one in found if found.count(one) > 1)


class Names:
    """The words of a text as tokens: a label or designation is one, an amount is none."""

    def __init__(self, text: str, vocabulary: Vocabulary, called: frozenset[str]) -> None:
        self.text, self.vocabulary, self.called = text, vocabulary, called

    @cached_property
    def _labels(self) -> list[tuple[int, int, str]]:
        known = self.called | numbered(self.text)
        found = [
            (*one.span(), one[0]) for one in NUMBERED.finditer(self.text) if one[1].lower() in known
        ]
        plain = level(self.text).replace("\n", " ")
        named = ((*one.span(), one[0]) for one in designations(plain))
        return [*found, *labels(plain), *named]

    def is_inside(self, last: Word, one: Word, after: Word) -> bool:
        """Tell whether a word goes on with an amount or a date: the 000 of 14,000.

        It stands between the ``last`` and what comes ``after`` it, or is that itself.
        """
        if not (self._may_count(last) and self._may_count(after)):
            return False
        joined = (
            last.folded in self.vocabulary.figures and last.folded not in self.vocabulary.numbers
        )
        dated = one is after and bool(YEAR.fullmatch(one.text))
        return joined or dated or " " not in one.before

    def _may_count(self, word: Word) -> bool:
        return word.folded in self.vocabulary.calendar or counts(word, self.vocabulary)

    def is_named(self, word: Word) -> bool:
        """Tell whether a word is part of a label or designation."""
        return any(start <= word.start < end for start, end, _ in self._labels)

    def is_time(self, some: Sequence[Word]) -> bool:
        """Tell whether a number is a year, or of how much later or earlier: “two years ago”."""
        ends = self.vocabulary.further | self.vocabulary.lately
        later = any(one.folded in ends for one in some[1 : 1 + NEAR])
        return later or bool(YEAR.fullmatch(some[0].text))

    def begins(self, some: Sequence[Word]) -> bool:
        """Tell whether some words begin with a name or label."""
        first = some[0]
        named = first.capital and first.folded not in self.vocabulary.openers
        labelled = not named and counts(some[min(1, len(some) - 1)], self.vocabulary)
        return named or (labelled and self.is_named(first))

    def names_another(self, some: Sequence[Word]) -> bool:
        """Tell whether an amount among some words is that of something named there, and no time."""
        times = self.vocabulary.lasting
        named = any(one.word.folded not in times for one in self.tokens(some))
        return named and any(counts(one, self.vocabulary) for one in some)

    def tokens(self, some: Sequence[Word]) -> Iterator[Token]:
        """Yield the tokens of words that stand before a verb, or follow it.

        After an article a preposition is none: “the near shore”.
        """
        vocabulary, led, seen, apart, last = self.vocabulary, "", False, False, ""
        since = FEW
        for word in some:
            near, last = last in vocabulary.articles, word.folded
            since = 0 if self._may_count(word) else since + 1
            name = next((one for one in self._labels if one[0] <= word.start < one[1]), None)
            placed = last in vocabulary.prepositions
            if name:
                if word.start != name[0]:
                    continue
                yield Token(" ".join(name[2].lower().split()), word, led, apart)
            elif placed and not near:
                led, apart = (last, seen) if last != vocabulary.of else (led, apart)
                continue
            elif not (since < FEW and unit_of(last)) and not counts(word, vocabulary):
                if not (placed or self.has_sense(word)):
                    continue
                yield Token(vocabulary.stem(last), word, led, apart)
            seen = True

    def has_sense(self, word: Word) -> bool:
        """Tell whether a word carries sense that is no amount; “the second” does."""
        one, vocabulary = word.folded, self.vocabulary
        if one in vocabulary.no_verbs or one.isdigit():
            return one in vocabulary.ordinals
        long = len(one) >= LEAST or word.is_short
        return long and (word.capital or not vocabulary.is_adverb(one))

    def clause(self, parts: Parts, *, contrasted: bool, measured: bool, last: bool) -> Clause:
        """Return a clause of a subject, a verb, what follows it and what else belongs to it."""
        before, verb, after, beside = parts
        first = 0 if measured else self._fronted(before)
        subject = tuple(self.tokens(after if measured else before[first:]))
        told = () if measured else tuple(self.tokens(after))
        own = [verb] if verb and before and verb.start > before[0].start else []
        every = [*before, *own, *after, *beside]
        place = min(one.start for one in every), max(one.end for one in every)
        stem = self.stem_of(verb) if verb else ""
        says = (after[0].start, after[-1].end) if after else (place[1], place[1])
        bearing = [one.word for one in subject] if measured else before[first:]
        named = (bearing[0].start, bearing[-1].end) if bearing else place
        folded = {one.folded for one in (*before, *after)}
        return Clause(
            subject,
            stem,
            told,
            frozenset(one.stem for one in self.tokens([*before[:first], *beside])),
            frozenset(folded & self.vocabulary.standing_in),
            self.vocabulary.prepositions.intersection(one.folded for one in after),
            place,
            named,
            says,
            contrasted,
            measured,
            last,
        )

    def stem_of(self, verb: Word) -> str:
        """Return the stem of a verb, of “is” and “was” and of “has” and “had” the same."""
        for some in (self.vocabulary.being, self.vocabulary.holding):
            if verb.folded in some:
                return min(some)
        return self.vocabulary.stem(verb.folded)

    def _fronted(self, before: Sequence[Word]) -> int:
        """Return where a subject begins after words for when and where: “In 1911 the line”."""
        vocabulary = self.vocabulary
        if not before or before[0].folded not in vocabulary.prepositions:
            return 0
        begins = [
            at
            for at, one in enumerate(before)
            if at > 1
            and before[at - 1].folded not in vocabulary.prepositions
            and (
                one.folded in vocabulary.determiners or (one.capital and not before[at - 1].capital)
            )
        ]
        return begins[-1] if begins else len(before) - 1
