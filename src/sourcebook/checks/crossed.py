"""Statements that say of the subject of one clause what the evidence says of that of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.text.assertions import DATE, NUMBER, assertions
from sourcebook.text.carrying import matching_items
from sourcebook.text.claims.clause import Clause, Token, numbered
from sourcebook.text.claims.parallels import parallels
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import words
from sourcebook.text.reading import read
from sourcebook.text.sentences import Span

Group = Callable[[str], str]
Place = tuple[str, int]
LONGEST = 160


class Crossing(NamedTuple):
    """Words that a statement has of the subject of the ``own`` clause, and the ``other`` of its."""

    words: str
    at: int
    own: Clause
    other: Clause


def crossed(
    text: str, rests: Sequence[Rest], register: Register, group: Group = str
) -> Iterator[Finding]:
    """Yield what a text says of the subject of one clause, and all evidence of that of another.

    “A sold figs and B sold olives” does not carry “A sold olives”. ``group`` gives words that say
    the same one stem.
    """
    vocabulary = register.vocabulary
    if not any(parallels(rest.sentence, vocabulary, least=2) for rest in rests):
        return
    found = [_Beside(text, rest, vocabulary, group).crossing() for rest in rests]
    one = next((each for each in found if each), None)
    others = [rest for rest, each in zip(rests, found, strict=True) if not each]
    if one and not any(_stems(one.words, vocabulary) <= _all_of(rest) for rest in others):
        yield _finding(one, rests[found.index(one)])


def _all_of(rest: Rest) -> set[str]:
    return _stems(rest.sentence, rest.register.vocabulary)


def _stems(text: str, vocabulary: Vocabulary) -> set[str]:
    return {vocabulary.stem(word.folded) for word in words(text)}


@dataclass(frozen=True)
class _Beside:
    """A text beside one piece of evidence; ``group`` gives words that say the same one stem."""

    text: str
    rest: Rest
    vocabulary: Vocabulary
    group: Group

    def crossing(self) -> Crossing | None:
        """Return the first thing that the text says of the subject of another clause.

        Nothing is sure of a text that denies something, or sets it apart.
        """
        theirs = parallels(self.evidence, self.vocabulary, least=2)
        if not theirs or self._denies():
            return None
        called = numbered(self.evidence)
        mine = [one for some in parallels(self.text, self.vocabulary, called) for one in some]
        found = (
            self._contrary(one, some) or self._of(one, some)
            for one in mine
            for some in (*theirs, *self._turned(theirs))
        )
        return next((one for one in found if one), None)

    def _turned(self, theirs: Sequence[Sequence[Clause]]) -> Iterator[list[Clause]]:
        """Yield the clauses of sentences in which each tells by whom something is done."""
        for clauses in theirs:
            turned = [one.turned(self.vocabulary.doer) for one in clauses]
            whole = [one for one in turned if one]
            if len(whole) == len(turned):
                yield whole

    def _denies(self) -> bool:
        return any(word.folded in self.vocabulary.unsure for word in words(self.text))

    @property
    def evidence(self) -> str:
        """Return the sentences of the source."""
        return self.rest.sentence

    def _of(self, mine: Clause, clauses: Sequence[Clause]) -> Crossing | None:
        """Return what a clause of the text takes from one whose subject it does not name.

        Its own clause is the one that shares most of its subject, or of what follows its “by”.
        """
        doers = [one for one in (*mine.subject, *mine.told) if self._may_act(one, mine)]
        acting = {one.stem for one in doers}
        most = max(len(one.bearing & acting) for one in clauses)
        home = [one for one in clauses if most and len(one.bearing & acting) == most]
        bearing = frozenset().union(*(one.bearing for one in home))
        others = [one for one in clauses if one not in home]
        if not home or any((one.bearing - bearing) & mine.saying for one in others):
            return None
        subject = [one for one in doers if one.stem in bearing]
        foreign = [one for one in others if self._is_foreign(one, mine, home[0], subject)]
        known = self._apart_from(clauses).union(
            *(one.every for one in clauses if one not in foreign)
        )
        for other in foreign:
            leads = any(one in mine.subject and one.stem not in other.every for one in subject)
            beside = _Two(self, mine, home[0], other, leads)
            if found := beside.amount() or beside.word(known) or beside.verb(known):
                return Crossing(*found, home[0], other)
        for other in (one for one in others if one not in foreign):
            known = self._apart_from(clauses).union(
                *(one.every for one in clauses if one is not other)
            )
            if found := _Two(self, mine, home[0], other, leads=True).taken_up(known):
                return Crossing(*found, home[0], other)
        return None

    def _contrary(self, mine: Clause, clauses: Sequence[Clause]) -> Crossing | None:
        """Return a word of a subject whose contrary one clause has with the rest of that subject.

        So has “imports of wool” beside “exports of wool rose, and imports of cotton fell”.
        """
        for one in mine.subject:
            contrary = self.vocabulary.opposites.get(one.stem, frozenset()) - mine.bearing
            rest = mine.bearing - {one.stem}
            homes = [each for each in clauses if contrary & each.bearing and rest & each.bearing]
            having = [each for each in clauses if one.stem in each.every]
            for other in having:
                apart = other.bearing - {one.stem} and one.stem in other.bearing
                if homes and apart and not any(rest & each.every for each in having):
                    return Crossing(one.word.text, one.word.start, homes[0], other)
        return None

    def _may_act(self, one: Token, mine: Clause) -> bool:
        return one in mine.subject or one.led in self.vocabulary.doer

    def _is_foreign(
        self, other: Clause, mine: Clause, own: Clause, subject: Sequence[Token]
    ) -> bool:
        """Tell whether a clause speaks of another thing alone, and of deeds that the text tells.

        It names nothing of the subject, by no “it” either.
        """
        one, two, here = (self.group(each.verb) for each in (own, other, mine))
        told = one == two or here in (one, two) or "" in (one, two)
        apart = any(each.stem not in other.every for each in subject)
        return bool(other.subject) and told and apart and not other.refers - own.refers

    def _apart_from(self, clauses: Sequence[Clause]) -> frozenset[str]:
        """Return the stems of the sentences of the evidence that some clauses are not of."""
        first, last = clauses[0].place[0], max(one.place[1] for one in clauses)
        return frozenset(
            self.vocabulary.stem(word.folded)
            for word in words(self.evidence)
            if not first <= word.start < last
        )


@dataclass(frozen=True)
class _Two:
    """A clause of a text beside its ``own`` one of the evidence and the one of another subject.

    ``leads`` tells that the subject stands before the verb in the text, and not after a “by”.
    """

    beside: _Beside
    mine: Clause
    own: Clause
    other: Clause
    leads: bool

    def amount(self) -> Place | None:
        """Return an amount or date that the evidence has in the other clause alone."""
        for one in assertions(self.beside.text):
            told = _is_within(one.start, self.mine.says)
            here = _is_within(one.start, self.mine.place) and told == self.leads
            if one.kind in (NUMBER, DATE) and here:
                items = matching_items(one, read(self.beside.evidence))
                alone = all(_is_within(each.start, self.other.says) for each in items)
                if items and alone and not self._may_share(*self._led(items[0].start)):
                    return one.words, one.start
        return None

    def word(self, known: frozenset[str]) -> Place | None:
        """Return a word that the evidence has in the other clause alone; none where it is left out.

        In “B signed it” and “B bought three” the clause before has the thing.
        """
        vocabulary, led = self.beside.vocabulary, {one.stem: one for one in self.other.told}
        if self._is_before() and (self.own.refers or not self.own.told):
            return None
        for one in self.mine.told if self.leads else self.mine.subject:
            there = None if one.stem in known else led.get(one.stem)
            apart = one.led in vocabulary.timing | vocabulary.facing
            if there and not apart and not self._may_share(there.led, there.apart):
                return one.word.text, one.word.start
        return None

    def verb(self, known: frozenset[str]) -> Place | None:
        """Return the verb of the text if it is the other clause’s, and not as good as its own.

        A verb of the same meaning is: “holds” and “keeps” in “A holds maps and B keeps globes”.
        """
        one, two = self.own.verb, self.other.verb
        if self.mine.verb != two or two in known or not (one and two):
            return None
        vocabulary, group = self.beside.vocabulary, self.beside.group
        contraries = (*vocabulary.opposites.get(one, ()), *vocabulary.either.get(one, ()))
        apart = two in contraries or self.other.contrasted
        if group(one) == group(two) or not (apart or not self.mine.telling & self.own.telling):
            return None
        return self._verb_of_other()

    def taken_up(self, known: frozenset[str]) -> Place | None:
        """Return the verb of the text if the other clause has it of what the own one tells of.

        So has “A built the mill, and B burned it”, and A did not burn the mill.
        """
        one, two, group = self.own.verb, self.other.verb, self.beside.group
        refers = self.other.refers & self.beside.vocabulary.pronouns
        other = self.mine.verb == two and two not in known and group(one) != group(two)
        things = self.own.telling - self.own.bearing
        named = self._names_subject() and refers and not self.other.told
        if one and two and other and named and things & self.mine.saying:
            return self._verb_of_other()
        return None

    def _names_subject(self) -> bool:
        """Tell whether the other clause has a subject of its own, and no “he” or “it also”."""
        vocabulary = self.beside.vocabulary
        some = (
            one for one in words(self.beside.evidence) if _is_within(one.start, self.other.named)
        )
        heads = [one.folded for one in some if one.folded not in vocabulary.adverbs]
        return bool(heads) and heads[-1] not in vocabulary.pronouns

    def _verb_of_other(self) -> Place | None:
        two, vocabulary = self.other.verb, self.beside.vocabulary
        return next(
            (
                (word.text, word.start)
                for word in words(self.beside.text)
                if vocabulary.stem(word.folded) == two and _is_within(word.start, self.mine.place)
            ),
            None,
        )

    def _led(self, at: int) -> tuple[str, bool]:
        """Return the preposition before an amount of the other clause, and if a thing is before."""
        vocabulary = self.beside.vocabulary
        led, apart, seen = "", False, False
        for word in words(self.beside.evidence):
            if self.other.says[0] <= word.start < at:
                placed = word.folded in vocabulary.prepositions
                if placed and word.folded != vocabulary.of:
                    led, apart = word.folded, seen
                seen = seen or not placed
        return led, apart

    def _is_before(self) -> bool:
        return self.other.place < self.own.place

    def _may_share(self, led: str, apart: bool) -> bool:
        """Tell whether what follows a preposition may be said of the own clause as well.

        So may “in 1950” of “A bought a tug and B sold a ship in 1950”, but not after “in 1940”, and
        “to the isle” of “A sent coal to the isle and B sent oil”.
        """
        own = self.own
        free = bool(led) and apart and led not in own.leading
        if self._is_before():
            return free and own.verb == self.other.verb
        return self.other.last and (free or not (own.told or own.says[0] < own.says[1]))


def _is_within(at: int, span: Span) -> bool:
    return span[0] <= at < span[1]


def _finding(one: Crossing, rest: Rest) -> Finding:
    theirs, mine, clause = (
        " ".join(rest.sentence[slice(*span)].split())
        for span in (one.other.named, one.own.named, one.own.place)
    )
    return Finding(
        "prose",
        one.words,
        one.at,
        f"“{one.words}” is what the quotation says of “{theirs}”, and not of “{mine}”",
        f"“{one.words}” beside {rest.evidence.id} “{rest.evidence.quotation[:LONGEST]}”",
        "of each subject what its own clause says of it",
        f"write it of “{theirs}”, or of “{mine}” what the quotation says: “{clause}”",
    )
