"""Statements that say of the subject of one clause what the evidence says of that of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.text.assertions import DATE, NUMBER, assertions
from sourcebook.text.carrying import matching_items
from sourcebook.text.claims.clause import Clause, Token, numbered
from sourcebook.text.claims.denial import denied
from sourcebook.text.claims.parallels import parallels
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.reading import read
from sourcebook.text.sentences import Span

Group = Callable[[str], str]


class Crossing(NamedTuple):
    """What a statement says of a subject, and the clauses that say it of another, and what of it."""

    words: str
    at: int
    subject: Sequence[Token]
    other: Clause
    own: Clause


def crossed(
    text: str, rests: Sequence[Rest], register: Register, group: Group = str
) -> Iterator[Finding]:
    """Yield what a text says of the subject of one clause, and all evidence of that of another.

    “A sold figs and B sold olives” does not carry “A sold olives”.
    """
    found = [_Beside(text, rest, register.vocabulary, group).crossing() for rest in rests]
    every = [(one, rest) for one, rest in zip(found, rests, strict=True) if one]
    for one, rest in every[:1]:
        others = [each for each, there in zip(rests, found, strict=True) if not there]
        if not any(_has(other, one, register.vocabulary) for other in others):
            yield _finding(one, rest)


def _has(rest: Rest, one: Crossing, vocabulary: Vocabulary) -> bool:
    """Tell whether other evidence has what is said, or whom it is said of."""
    stems = {vocabulary.stem(word.folded) for word in words(rest.sentence)}
    asked = {vocabulary.stem(word.folded) for word in words(one.words)}
    return asked <= stems


class _Beside:
    """A text beside one piece of evidence, with the clauses of both."""

    def __init__(self, text: str, rest: Rest, vocabulary: Vocabulary, group: Group) -> None:
        self.text, self.rest, self.vocabulary, self.group = text, rest, vocabulary, group
        self.theirs = [
            clauses for clauses in parallels(rest.sentence, vocabulary) if len(clauses) > 1
        ]

    def crossing(self) -> Crossing | None:
        """Return the first thing that the text says of the subject of another clause."""
        if not self.theirs or denied(self.text, self.vocabulary):
            return None
        called = numbered(self.rest.sentence)
        for mine in parallels(self.text, self.vocabulary, called):
            for one in mine:
                for clauses in self.theirs:
                    if found := self._of(one, clauses):
                        return found
        return None

    def _of(self, mine: Clause, clauses: Sequence[Clause]) -> Crossing | None:
        doers = [one for one in mine.told if one.led in self.vocabulary.doer]
        said = mine.bearing | mine.telling
        acting = mine.bearing | {one.stem for one in doers}
        share = [len(each.bearing & acting) for each in clauses]
        if not max(share):
            return None
        home = [each for each, count in zip(clauses, share, strict=True) if count == max(share)]
        bearing = frozenset().union(*(each.bearing for each in home))
        subject = [one for one in (*mine.subject, *doers) if one.stem in bearing]
        others = [each for each in clauses if each not in home]
        if any((each.bearing - bearing) & said for each in others):
            return None
        foreign = [
            each
            for each in others
            if each.subject
            and not each.refers - home[0].refers
            and any(one.stem not in each.every for one in subject)
            and self._may_do(mine, home[0], each)
        ]
        known = frozenset().union(*(each.every for each in clauses if each not in foreign))
        for other in foreign:
            sure = [one for one in subject if one.stem not in other.every]
            found = self._amount(mine, sure, home[0], other)
            if found or (found := self._word(mine, sure, known, home[0], other)):
                return Crossing(*found, subject, other, home[0])
        return None

    def _may_do(self, mine: Clause, own: Clause, other: Clause) -> bool:
        """Tell whether a statement has the verb of one of two clauses, or these have the same."""
        one, two, here = (self.group(each.verb) for each in (own, other, mine))
        return one == two or here in (one, two) or "" in (one, two)

    def _amount(
        self, mine: Clause, sure: Sequence[Token], own: Clause, other: Clause
    ) -> tuple[str, int] | None:
        told = any(one in mine.subject for one in sure)
        for one in assertions(self.text):
            if one.kind not in (NUMBER, DATE) or not _is_within(one.start, mine.place):
                continue
            if told != _is_within(one.start, mine.says):
                continue
            items = matching_items(one, read(self.rest.sentence))
            if items and all(_is_within(each.start, other.says) for each in items):
                led = self._led(other, items[0].start)
                if not (led and _may_share(led, own, other)):
                    return one.words, one.start
        return None

    def _led(self, clause: Clause, at: int) -> tuple[str, bool] | None:
        """Return the preposition with which an amount of a clause goes, if there is one."""
        led, apart, seen = "", False, False
        for word in words(self.rest.sentence):
            if not clause.says[0] <= word.start < at:
                continue
            if word.folded in self.vocabulary.prepositions:
                if word.folded != self.vocabulary.of:
                    led, apart = word.folded, seen
            else:
                seen = True
        return (led, apart) if led else None

    def _word(
        self,
        mine: Clause,
        sure: Sequence[Token],
        known: frozenset[str],
        own: Clause,
        other: Clause,
    ) -> tuple[str, int] | None:
        leaves_out = other.place < own.place and (own.refers or not own.told)
        led = {} if leaves_out else {one.stem: (one.led, one.apart) for one in other.told}
        told = any(one in mine.subject for one in sure)
        for one in mine.told if told else mine.subject:
            apart = one.led in self.vocabulary.timing | self.vocabulary.facing
            if one.stem in led and one.stem not in known and not apart:
                if not _may_share(led[one.stem], own, other):
                    return one.word.text, one.word.start
        return self._verb(mine, known, own, other)

    def _verb(
        self, mine: Clause, known: frozenset[str], own: Clause, other: Clause
    ) -> tuple[str, int] | None:
        """Return the verb of a statement if it is the other clause’s and not as good as its own."""
        if mine.verb != other.verb or mine.verb in known or not (own.verb and other.verb):
            return None
        if self.group(own.verb) == self.group(other.verb):
            return None
        vocabulary = self.vocabulary
        contrary = other.verb in (
            vocabulary.opposites.get(own.verb, frozenset())
            | vocabulary.either.get(own.verb, frozenset())
        )
        alone = not mine.telling & own.telling
        if not (contrary or other.contrasted or alone):
            return None
        verb = next(
            (
                word
                for word in words(self.text)
                if vocabulary.stem(word.folded) == mine.verb and _is_within(word.start, mine.place)
            ),
            None,
        )
        return (verb.text, verb.start) if verb else None


def _is_within(at: int, span: Span) -> bool:
    return span[0] <= at < span[1]


def _may_share(led: tuple[str, bool], own: Clause, other: Clause) -> bool:
    """Tell whether words after a preposition may be said of the one clause as well as of the other.

    So may “in 1950” of “A bought a tug and B sold a ship in 1950”, but not after “in 1940”, and “to
    the isle” of “A sent coal to the isle and B sent oil”.
    """
    preposition, apart = led
    free = bool(preposition) and apart and preposition not in own.leading
    if other.place < own.place:
        return free and own.verb == other.verb
    return other.last and (free or not (own.told or own.says[0] < own.says[1]))


def _finding(one: Crossing, rest: Rest) -> Finding:
    sentence = rest.sentence
    theirs, mine, clause = (
        " ".join(sentence[slice(*span)].split())
        for span in (one.other.named, one.own.named, one.own.place)
    )
    return Finding(
        "prose",
        one.words,
        one.at,
        f"“{one.words}” is what the quotation says of “{theirs}”, and not of “{mine}”",
        f"“{one.words}” beside {rest.evidence.id} “{rest.evidence.quotation[:160]}”",
        "of each subject what its own clause says of it",
        f"write it of “{theirs}”, or of “{mine}” what the quotation says: “{clause}”",
    )
