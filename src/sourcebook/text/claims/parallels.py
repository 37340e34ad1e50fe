"""The clauses of a sentence that each have a subject of their own: “A sold figs and B olives”."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from sourcebook.text.claims.clause import Clause, Names
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.finite import (
    counts,
    is_alone,
    is_done,
    main_verb,
    may_be_participle,
    takes_object,
    verb_at,
)
from sourcebook.text.claims.parted import AND, COMMA, JOINED, MEASURED, SET, WITHIN, Some, parts
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.sentences import SENTENCE, spans

SOON = 6


@dataclass
class _Draft:
    """A clause as it is read: how it is joined, its subject, its verb, and what follows that.

    ``alone`` tells that nothing that the verb is done to follows it, ``sure`` that the verb is no
    noun, ``firm`` that it is no participle either.
    """

    joint: str
    subject: Some
    verb: Word | None
    after: list[Word]
    alone: bool = False
    sure: bool = True
    firm: bool = True
    beside: list[Word] = field(default_factory=list)


@lru_cache(maxsize=8192)
def parallels(
    text: str,
    vocabulary: Vocabulary = ENGLISH,
    called: frozenset[str] = frozenset(),
    least: int = 1,
) -> tuple[tuple[Clause, ...], ...]:
    """Return the clauses of each sentence of a text, of those that have at ``least`` so many.

    ``called`` are words that are names with a number after them, besides those known: “dock”.
    """
    names, every = Names(text, vocabulary, called), words(text)
    sentences = [
        tuple(one for one in every if start <= one.start < end)
        for start, end in spans(text, SENTENCE)
    ]
    found = (_Sentence(names, vocabulary).read(some, least) for some in sentences)
    return tuple(clauses for clauses in found if clauses)


class _Sentence:
    """The clauses of one sentence, as they are found from part to part.

    ``waiting`` are words that no verb has followed yet, ``named`` the last parts without a verb, of
    which the first may turn out to be a subject, ``beside`` what belongs to the clause to come.
    """

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self.names, self.vocabulary = names, vocabulary
        self.drafts: list[_Draft] = []
        self.waiting: Some = ()
        self.beside: list[Word] = []
        self.named: list[Some] = []

    def read(self, some: Some, least: int) -> tuple[Clause, ...]:
        """Return the clauses of a sentence: each part begins one, or goes on with the last.

        There are none if they are fewer than ``least``.
        """
        if not self._in_turn(some):
            for joint, part in parts(some, self.names.is_inside, self.vocabulary):
                self._take(joint, part)
        if len(self.drafts) < least:
            return ()
        return tuple(
            self.names.clause(
                (one.subject, one.verb, one.after, one.beside),
                contrasted=one.joint == SET,
                measured=one.joint == MEASURED,
                last=one is self.drafts[-1],
            )
            for one in self.drafts
        )

    def _in_turn(self, some: Some) -> bool:
        """Begin a clause for each pair of which a “respectively” tells, if there are any."""
        vocabulary, inside = self.vocabulary, self.names.is_inside
        last = next((at for at, one in enumerate(some) if one.folded in vocabulary.in_turn), 0)
        at, _ = self._verb_at(some[:last]) if last else (0, False)
        if not at:
            return False
        verb = main_verb(some, at, vocabulary)
        subjects, things = (
            [part for _, part in parts(each, inside, vocabulary)]
            for each in (some[:at], some[verb + 1 : last])
        )
        if not 1 < len(subjects) == len(things):
            return False
        for subject, thing in zip(subjects, things, strict=True):
            beside = [*some[last + 1 :]]
            self.drafts.append(_Draft(AND, subject, some[verb], [*thing], beside=beside))
        return True

    def _verb_at(self, some: Some) -> tuple[int, bool]:
        return verb_at(some, self.vocabulary)

    def _take(self, joint: str, part: Some) -> None:
        if joint == WITHIN:
            self._goes_on(part)
            self.named += [part] if self.named else []
        elif joint == MEASURED:
            if self.drafts and self.names.names_another(part):
                self.drafts.append(_Draft(joint, (), None, [*part]))
            else:
                self._goes_on(part)
        else:
            told, part = self._told(part)
            self.beside += told
            if part:
                self._open_anew(joint, part)
                self._read(joint, part)

    def _read(self, joint: str, part: Some) -> None:
        """Take words as a clause of their own, or as what goes on with the one before."""
        some = (*self.waiting, *part)
        at, sure = self._verb_at(some)
        if at and not self._has_subject(some[:at]):
            self._goes_on(some)
            self.waiting = ()
        elif at and not self.drafts:
            self._begin(joint, some, at, sure)
        elif at and self._is_own(joint, part, at, sure):
            self._begin(joint, part, at, sure)
        elif self._resumes(joint, part):
            self._resume(part)
        elif gap := self._gap(joint, part):
            self.drafts.append(_Draft(joint, part[:gap], self.drafts[-1].verb, [*part[gap:]]))
        elif self.drafts:
            self._goes_on(part)
            self.named = [part] if joint != COMMA else [*self.named, part]
        else:
            self.waiting = some

    def _begin(self, joint: str, some: Some, at: int, sure: bool) -> None:
        verb = main_verb(some, at, self.vocabulary)
        if self.drafts and joint == COMMA and self._only_tells(some, verb):
            self.drafts[-1].beside += some
            return
        firm = sure and (verb > at or not may_be_participle(some, verb, self.vocabulary))
        alone = is_alone(some, verb, self.vocabulary)
        after = [*some[verb + 1 :]]
        self.drafts.append(
            _Draft(joint, some[:at], some[verb], after, alone, sure, firm, self.beside)
        )
        self.waiting, self.beside, self.named = (), [], []

    def _goes_on(self, part: Some) -> None:
        (self.drafts[-1].after if self.drafts else self.beside).extend(part)

    def _told(self, part: Some) -> tuple[Some, Some]:
        """Return the words that tell who says what follows, as “A said that”, and what follows."""
        vocabulary = self.vocabulary
        if part[0].folded in vocabulary.relative:
            return part[:1], part[1:]
        for at in range(1, len(part) - 1):
            if part[at].folded in vocabulary.relative:
                soon = takewhile(lambda one: not one.parted, reversed(part[max(0, at - SOON) : at]))
                if any(vocabulary.stem(one.folded) in vocabulary.telling for one in soon):
                    return part[: at + 1], part[at + 1 :]
        verb = next((at for at, one in enumerate(part) if one.folded in vocabulary.spoken), 0)
        if verb and self._verb_at(part[: verb + 1])[0] and self._verb_at(part[verb + 1 :])[0]:
            return part[: verb + 1], part[verb + 1 :]
        return (), part

    def _only_tells(self, some: Some, at: int) -> bool:
        """Tell whether words only tell who says what stands before them: “, the mayor said”."""
        verb, vocabulary = some[at], self.vocabulary
        says = vocabulary.stem(verb.folded) in vocabulary.saying
        return says and (verb.folded in vocabulary.spoken or is_alone(some, at, vocabulary))

    def _has_subject(self, some: Some) -> bool:
        """Tell whether words before a verb may be its subject, and are no “persistently”."""
        pronouns, numbers = self.vocabulary.pronouns, self.vocabulary.numbers
        return any(
            one.folded in pronouns
            or one.folded in numbers
            or one.folded.isdigit()
            or self.names.has_sense(one)
            for one in some
        )

    def _open_anew(self, joint: str, part: Some) -> None:
        """Take back what was taken for a clause, if it is part of a subject that goes on.

        So are “arms sales” and “an accord signed in May” before “and aid are to grow”.
        """
        if joint != JOINED or not self.drafts or self.drafts[-1].firm:
            return
        named = self.names.begins(part) or part[0].folded in self.vocabulary.articles
        if self.drafts[-1].sure and named:
            return
        at, sure = self._verb_at(part)
        verb = main_verb(part, at, self.vocabulary)
        acts = at and sure and not may_be_participle(part, verb, self.vocabulary)
        if (acts or verb > at) and not self._does_the_same(part[verb], sure):
            last = self.drafts.pop()
            self.waiting = (*last.subject, *((last.verb,) if last.verb else ()), *last.after)
            self.beside = [*last.beside, *self.beside]

    def _does_the_same(self, verb: Word, sure: bool) -> bool:
        """Tell whether a verb is that of the clause before; one that may be a noun in its form."""
        last, stem = self.drafts[-1].verb, self.vocabulary.stem
        if last is None or not sure:
            return last is not None and last.folded == verb.folded
        return stem(last.folded) == stem(verb.folded)

    def _is_own(self, joint: str, part: Some, at: int, sure: bool) -> bool:
        """Tell whether a part has a subject and a verb of its own, and is no “and tugs built in”.

        A word that may be a noun is a verb after a name or an article, one that may be a participle
        after a name, after a noun like that of the subject before, or where the same word follows
        it and the verb before it.
        """
        vocabulary, first, last = self.vocabulary, part[0], self.drafts[-1]
        goes_on = is_done(first, vocabulary) and not first.capital
        if goes_on or first.folded in vocabulary.auxiliaries:
            return False
        place = main_verb(part, at, vocabulary)
        nouns = [
            {one.stem for one in self.names.tokens(some)} for some in (part[:at], last.subject)
        ]
        if self._does_the_same(part[place], sure) or self.names.begins(part) or nouns[0] & nouns[1]:
            return True
        if not sure:
            return first.folded in vocabulary.articles
        if place > at or not may_be_participle(part, place, vocabulary):
            return True
        ends = [one.folded for one in (*last.after[:1], *part[place + 1 : place + 2])]
        return joint == SET or (last.alone and len(ends) != 1 and len({*ends}) < 2)

    def _resumes(self, joint: str, part: Some) -> bool:
        """Tell whether a verb follows what stands between commas: “and A, who was ill, sold it”."""
        first, vocabulary = part[0], self.vocabulary
        acts = first.folded in vocabulary.auxiliaries or is_done(first, vocabulary)
        acts = acts or takes_object(part, 0, vocabulary)
        return acts and joint == COMMA and len(self.named) > 1 and not first.capital

    def _resume(self, part: Some) -> None:
        """Begin a clause whose subject was taken for what goes on with the one before."""
        subject, *beside = self.named
        after = self.drafts[-1].after
        del after[after.index(subject[0]) :]
        self.beside = [one for some in beside for one in some]
        self._begin(AND, (*subject, *part), len(subject), sure=True)

    def _gap(self, joint: str, part: Some) -> int:
        """Return where what is told of a subject begins that leaves out its verb: “and B three”."""
        vocabulary, last = self.vocabulary, self.drafts[-1] if self.drafts else None
        if last is None or last.verb is None or is_done(part[0], vocabulary):
            return 0
        named = self.names.begins(part) or part[0].folded in vocabulary.articles
        alike = last.after[0].folded if last.alone and last.after else ""
        for at in range(1, len(part)):
            one = part[at]
            if one.before != " " or part[at - 1].folded in vocabulary.small:
                continue
            number = counts(one, vocabulary) and not self.names.is_time(part[at:])
            if named and (number or one.folded in vocabulary.articles):
                return at
            if one.folded in vocabulary.prepositions and one.folded != vocabulary.of:
                return at if one.folded == alike and (named or joint != COMMA) else 0
        return 0
