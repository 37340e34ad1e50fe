"""The clauses of a sentence that each have a subject of their own: “A sold figs and B olives”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from sourcebook.text.claims.clause import Clause, Names
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.finite import (
    is_alone,
    is_done,
    main_verb,
    may_be_participle,
    takes_object,
    verb_at,
)
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.sentences import SENTENCE, spans

AND, SET, WITHIN, MEASURED = "and", "set against", "within", "measured by"
JOINED, COMMA = "joined without a sign", "parted by a sign alone"
SOON = 6
Some = tuple[Word, ...]
Part = tuple[str, Some]


@dataclass
class _Draft:
    """A clause as it is read: how it is joined, its subject, its verb, and what follows that.

    ``alone`` tells that nothing that the verb is done to follows it, ``firm`` that it is a verb for
    sure, and no noun or participle.
    """

    joint: str
    subject: Some
    verb: Word | None
    after: list[Word]
    alone: bool = False
    firm: bool = True
    beside: list[Word] = field(default_factory=list)


@lru_cache(maxsize=8192)
def parallels(
    text: str, vocabulary: Vocabulary = ENGLISH, called: frozenset[str] = frozenset()
) -> tuple[tuple[Clause, ...], ...]:
    """Return the clauses of each sentence of a text, of those that have any.

    ``called`` are words that are names with a number after them, besides those known: “dock”.
    """
    names, every = Names(text, vocabulary, called), words(text)
    sentences = [
        tuple(one for one in every if start <= one.start < end)
        for start, end in spans(text, SENTENCE)
    ]
    found = (_Sentence(names, vocabulary).read(some) for some in sentences)
    return tuple(clauses for clauses in found if clauses)


class _Sentence:
    """The clauses of one sentence, as they are found from part to part."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self.names, self.vocabulary = names, vocabulary
        self.drafts: list[_Draft] = []
        self.waiting: list[Word] = []
        self.beside: list[Word] = []
        self.named: list[Some] = []

    def read(self, some: Some) -> tuple[Clause, ...]:
        """Return the clauses of a sentence: each part begins one, or goes on with the last."""
        if not self._in_turn(some):
            last = AND
            for joint, part in _parts(some, self.names, self.vocabulary):
                last = WITHIN if joint == JOINED and last == WITHIN else joint
                self._take(last, part)
        last = len(self.drafts) - 1
        return tuple(
            self.names.clause(
                (one.subject, one.verb, one.after, one.beside),
                contrasted=one.joint == SET,
                measured=one.joint == MEASURED,
                last=at == last,
            )
            for at, one in enumerate(self.drafts)
        )

    def _in_turn(self, some: Some) -> bool:
        """Begin a clause for each pair of which a “respectively” tells, and tell if there are any."""
        vocabulary = self.vocabulary
        last = next((at for at, one in enumerate(some) if one.folded in vocabulary.in_turn), 0)
        at, _ = verb_at(some[:last], vocabulary, self.names.is_counted)
        if not at:
            return False
        verb = main_verb(some, at, vocabulary)
        subjects, things = (
            [part for _, part in _parts(each, self.names, vocabulary)]
            for each in (some[:at], some[verb + 1 : last])
        )
        if not 1 < len(subjects) == len(things):
            return False
        for subject, thing in zip(subjects, things, strict=True):
            self.drafts.append(
                _Draft(AND, subject, some[verb], [*thing], beside=[*some[last + 1 :]])
            )
        return True

    def _take(self, joint: str, part: Some) -> None:
        if joint == WITHIN:
            self._goes_on(part)
            self.named += [part] if self.named else []
            return
        if joint == MEASURED and self.drafts:
            draft = _Draft(joint, (), None, [*part])
            if self.names.names_another(part):
                self.drafts.append(draft)
            else:
                self._goes_on(part)
            return
        told, part = self._told(part)
        self.beside += told
        if self._opens_anew(joint, part):
            last = self.drafts.pop()
            self.waiting = [*last.subject, *([last.verb] if last.verb else ()), *last.after]
            self.beside = [*last.beside, *self.beside]
        some = (*self.waiting, *part)
        at, sure = verb_at(some, self.vocabulary, self.names.is_counted)
        first = at - len(self.waiting)
        if at and not self._has_subject(some[:at]):
            self._goes_on(some)
            self.waiting = []
        elif at and (not self.drafts or self._is_own(joint, part, first, sure)):
            if self._only_tells(joint, part, first):
                self.drafts[-1].beside += part
                return
            self._begin(joint, some, at, sure)
        elif self._resumes(joint, part):
            self._resume(part)
        elif self.drafts and (at := self._gap(joint, part)):
            self.drafts.append(_Draft(joint, part[:at], self.drafts[-1].verb, [*part[at:]]))
        elif self.drafts:
            self._goes_on(part)
            self.named = [part] if joint != COMMA else [*self.named, part]
        else:
            self.waiting += part

    def _resumes(self, joint: str, part: Some) -> bool:
        """Tell whether a verb follows what stands between commas: “and A, who was ill, sold it”."""
        first, vocabulary = part[0], self.vocabulary
        acts = first.folded in vocabulary.auxiliaries or is_done(first, vocabulary)
        acts = acts or takes_object(part, 0, vocabulary, self.names.is_counted)
        return acts and joint == COMMA and len(self.named) > 1 and not first.capital

    def _resume(self, part: Some) -> None:
        """Begin a clause whose subject was taken for what goes on with the one before."""
        subject, *beside = self.named
        first = self.drafts[-1].after.index(subject[0])
        del self.drafts[-1].after[first:]
        self.beside = [one for some in beside for one in some]
        self._begin(AND, (*subject, *part), len(subject), sure=True)

    def _has_subject(self, some: Some) -> bool:
        """Tell whether words before a verb may be its subject, and are no “persistently”."""
        refers = any(one.folded in self.vocabulary.pronouns for one in some)
        counts = any(map(self.names.is_counted, some))
        return refers or counts or any(True for _ in self.names.tokens(some))

    def _opens_anew(self, joint: str, part: Some) -> bool:
        """Tell whether what was taken for a clause is part of a subject that goes on.

        So are “arms sales” and “an accord signed in May” before “and aid are to grow”.
        """
        if joint != JOINED or not self.drafts or self.drafts[-1].firm:
            return False
        at, sure = verb_at(part, self.vocabulary, self.names.is_counted)
        verb = main_verb(part, at, self.vocabulary)
        acts = at and sure and not may_be_participle(part, verb, self.vocabulary)
        return bool(acts or verb > at) and not self._does_the_same(part[verb], sure)

    def _does_the_same(self, verb: Word, sure: bool) -> bool:
        last, stem = self.drafts[-1].verb, self.vocabulary.stem
        same = last is not None and stem(last.folded) == stem(verb.folded)
        return same and (sure or last is None or last.folded == verb.folded)

    def _begin(self, joint: str, some: Some, at: int, sure: bool) -> None:
        verb = main_verb(some, at, self.vocabulary)
        firm = sure and (verb > at or not may_be_participle(some, verb, self.vocabulary))
        alone = is_alone(some, verb, self.vocabulary)
        after = [*some[verb + 1 :]]
        self.drafts.append(_Draft(joint, some[:at], some[verb], after, alone, firm, self.beside))
        self.waiting, self.beside, self.named = [], [], []

    def _goes_on(self, part: Some) -> None:
        if self.drafts:
            self.drafts[-1].after += part
        else:
            self.beside += part

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
        at, _ = verb_at(part, vocabulary, self.names.is_counted)
        verb = main_verb(part, at, vocabulary) if at else 0
        spoken = verb and part[verb].folded in vocabulary.spoken
        if spoken and verb_at(part[verb + 1 :], vocabulary, self.names.is_counted)[0]:
            return part[: verb + 1], part[verb + 1 :]
        return (), part

    def _only_tells(self, joint: str, part: Some, at: int) -> bool:
        """Tell whether a part only tells who says what stands before it: “, the mayor said”."""
        verb = part[main_verb(part, at, self.vocabulary)]
        says = self.vocabulary.stem(verb.folded) in self.vocabulary.saying
        return joint in (COMMA, AND) and says and bool(self.drafts)

    def _is_own(self, joint: str, part: Some, at: int, sure: bool) -> bool:
        """Tell whether a part has a subject and a verb of its own, and is no “and tugs built in”.

        A word that may be a noun is a verb after a name or an article, one that may be a participle
        after a name, after a noun like that of the subject before, or where the same word follows it
        and the verb before it.
        """
        vocabulary, first, last = self.vocabulary, part[0], self.drafts[-1]
        goes_on = is_done(first, vocabulary) and not first.capital
        if at <= 0 or goes_on or first.folded in vocabulary.auxiliaries:
            return False
        place = main_verb(part, at, vocabulary)
        if self._does_the_same(part[place], sure) or self.names.begins(part):
            return True
        nouns = (
            {one.stem for one in self.names.tokens(some)} for some in (part[:at], last.subject)
        )
        if not set.isdisjoint(*nouns):
            return True
        if not sure:
            return first.folded in vocabulary.articles
        if place > at or not may_be_participle(part, place, vocabulary):
            return True
        ends = [one.folded for one in (*last.after[:1], *part[place + 1 : place + 2])]
        return joint == SET or (last.alone and len(ends) != 1 and len({*ends}) < 2)

    def _gap(self, joint: str, part: Some) -> int:
        """Return where what is told of a subject begins that leaves out its verb: “and B three”."""
        vocabulary, last = self.vocabulary, self.drafts[-1]
        if last.verb is None or joint == WITHIN:
            return 0
        after = last.after[0] if last.after else None
        if is_done(part[0], vocabulary):
            return 0
        for at in range(1, len(part)):
            one, before = part[at], part[at - 1]
            if one.parted or before.folded in vocabulary.small:
                continue
            counts = self.names.is_number(one) and not self.names.is_time(part[at:])
            named = self.names.begins(part) or part[0].folded in vocabulary.articles
            if (counts or one.folded in vocabulary.articles) and named:
                return at
            if after and last.alone and one.folded == after.folded and one.folded != vocabulary.of:
                return at
            if one.folded in vocabulary.prepositions and one.folded != vocabulary.of:
                return 0
        return 0


def _parts(every: Some, names: Names, vocabulary: Vocabulary) -> Iterator[Part]:
    """Yield the parts of a sentence, which signs and conjunctions part, and how each is joined."""
    joint = WITHIN if _is_aside(every[:1], vocabulary) else AND
    first = at = 0
    while at < len(every):
        within = names.is_inside(every[at])
        length, kind = (0, "") if within else _joint(every, at, vocabulary)
        if kind or (every[at].parted and not within):
            if every[first:at]:
                yield joint, every[first:at]
            joint, first = kind or _by_sign(every[at]), at + length
            if joint != MEASURED and _is_aside(every[first : first + 1], vocabulary):
                again = kind and every[first].folded in {one.folded for one in every[:at]}
                joint = joint if again and every[first].folded in vocabulary.relative else WITHIN
        at += max(length, 1)
    if every[first:]:
        yield joint, every[first:]


def _by_sign(one: Word) -> str:
    return AND if ";" in one.before else COMMA


def _joint(every: Some, at: int, vocabulary: Vocabulary) -> tuple[int, str]:
    """Return how many words join what follows, and how; none where nothing is joined."""
    one, after = every[at].folded, every[at + 1].folded if at + 1 < len(every) else ""
    if (one, after) in vocabulary.measuring:
        return 2, MEASURED
    if one in vocabulary.contrasting:
        return 1, SET
    if one in vocabulary.joining:
        return 1, AND if every[at].parted else JOINED
    return 0, ""


def _is_aside(first: Some, vocabulary: Vocabulary) -> bool:
    """Tell whether a word begins what only says more of something: “which”, “when”, “making”."""
    begins = vocabulary.asking | vocabulary.timing | vocabulary.conditional | vocabulary.breaks
    begins -= vocabulary.joining | vocabulary.contrasting
    return any(one.folded in begins or one.folded.endswith(vocabulary.ongoing) for one in first)
