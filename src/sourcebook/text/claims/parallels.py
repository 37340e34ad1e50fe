"""The clauses of a sentence that each have a subject of their own: “A sold figs and B olives”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from sourcebook.text.claims.clause import Clause, Names
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.finite import is_alone, main_verb, verb_at
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.sentences import SENTENCE, spans

AND, SET, COMMA, WITHIN, MEASURED = "and", "set against", "comma", "within", "measured by"
SOON = 6
Some = tuple[Word, ...]
Part = tuple[str, Some]


@dataclass
class _Draft:
    """A clause as it is read: how it is joined, its subject, its verb, and what follows that."""

    joint: str
    subject: Some
    verb: Word | None
    after: list[Word]
    alone: bool = False
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

    def read(self, some: Some) -> tuple[Clause, ...]:
        """Return the clauses of a sentence: each part begins one, or goes on with the last."""
        if not self._in_turn(some):
            for joint, part in _parts(some, self.names, self.vocabulary):
                self._take(joint, part)
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
                _Draft(AND, subject, some[verb], [*thing], False, [*some[last + 1 :]])
            )
        return True

    def _take(self, joint: str, part: Some) -> None:
        if joint == WITHIN:
            self._goes_on(part)
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
        some = (*self.waiting, *part)
        at, sure = verb_at(some, self.vocabulary, self.names.is_counted)
        first = at - len(self.waiting)
        if at and (not self.drafts or self._is_own(joint, part, first, sure)):
            if self._only_tells(joint, part, first):
                self.drafts[-1].beside += part
                return
            self._begin(joint, some, at)
        elif self.drafts and (at := self._gap(joint, part)):
            self.drafts.append(_Draft(joint, part[:at], self.drafts[-1].verb, [*part[at:]]))
        elif self.drafts:
            self._goes_on(part)
        else:
            self.waiting += part

    def _begin(self, joint: str, some: Some, at: int) -> None:
        verb = main_verb(some, at, self.vocabulary)
        alone = is_alone(some, verb, self.vocabulary)
        draft = _Draft(joint, some[:at], some[verb], [*some[verb + 1 :]], alone, self.beside)
        self.drafts.append(draft)
        self.waiting, self.beside = [], []

    def _goes_on(self, part: Some) -> None:
        if self.drafts:
            self.drafts[-1].after += part
        else:
            self.beside += part

    def _told(self, part: Some) -> tuple[Some, Some]:
        """Return the words that tell who says what follows, as “A said that”, and what follows."""
        vocabulary = self.vocabulary
        at, _ = verb_at(part, vocabulary, self.names.is_counted)
        verb = main_verb(part, at, vocabulary) if at else 0
        if not verb or vocabulary.stem(part[verb].folded) not in vocabulary.telling:
            return (), part
        soon = takewhile(lambda one: not one.parted, part[verb + 1 : verb + 1 + SOON])
        that = next((place for place, one in enumerate(soon, verb + 1) if one.folded == "that"), 0)
        spoken = part[verb].folded in vocabulary.spoken
        if not that and spoken and verb_at(part[verb + 1 :], vocabulary, self.names.is_counted)[0]:
            that = verb
        return (part[: that + 1], part[that + 1 :]) if that else ((), part)

    def _only_tells(self, joint: str, part: Some, at: int) -> bool:
        """Tell whether a part only tells who says what stands before it: “, the mayor said”."""
        verb = part[main_verb(part, at, self.vocabulary)]
        says = self.vocabulary.stem(verb.folded) in self.vocabulary.saying
        return joint == COMMA and says and bool(self.drafts)

    def _is_own(self, joint: str, part: Some, at: int, sure: bool) -> bool:
        """Tell whether a part has a subject and a verb of its own, and is no “and tugs built in”.

        A word that may be a noun is a verb after a name or an article, one that may be a participle
        after a name, or where the verb before it has nothing that it is done to either.
        """
        vocabulary, first = self.vocabulary, part[0]
        if at <= 0 or first.folded in vocabulary.auxiliaries:
            return False
        if not first.capital and is_past(first, vocabulary):
            return False
        named = self.names.begins(part)
        if joint == SET or named:
            return True
        if not sure:
            return first.folded in vocabulary.articles
        place = main_verb(part, at, vocabulary)
        verb = part[place]
        acts = place > at or verb.folded in vocabulary.past_only or not is_past(verb, vocabulary)
        return acts or not is_alone(part, place, vocabulary) or self.drafts[-1].alone

    def _gap(self, joint: str, part: Some) -> int:
        """Return where what is told of a subject begins that leaves out its verb: “and B three”."""
        vocabulary, last = self.vocabulary, self.drafts[-1]
        if last.verb is None or joint == WITHIN:
            return 0
        after = last.after[0] if last.after else None
        for at in range(1, len(part)):
            one, before = part[at], part[at - 1]
            if one.parted or before.folded in vocabulary.small:
                continue
            counts = self.names.is_counted(one) and not self.names.is_time(part[at:])
            named = (
                self.names.is_named(before)
                or before.capital
                or part[0].folded in vocabulary.articles
            )
            if (counts or one.folded in vocabulary.articles) and named:
                return at if not self.names.is_counted(part[0]) else 0
            if after and last.alone and one.folded == after.folded and one.folded != vocabulary.of:
                return at
            if one.folded in vocabulary.prepositions and one.folded != vocabulary.of:
                return 0
        return 0


def _parts(every: Some, names: Names, vocabulary: Vocabulary) -> Iterator[Part]:
    """Yield the parts of a sentence, which signs and conjunctions part, and how each is joined."""
    joint = WITHIN if every and _is_aside(every[0], vocabulary) else AND
    first = at = 0
    while at < len(every):
        within = names.is_inside(every[at])
        length, kind = (0, "") if within else _joint(every, at, vocabulary)
        if kind or (every[at].parted and not within):
            if every[first:at]:
                yield joint, every[first:at]
            joint, first = kind or _by_sign(every[at]), at + length
            if joint != MEASURED and first < len(every) and _is_aside(every[first], vocabulary):
                joint = WITHIN
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
    return (1, AND) if one in vocabulary.joining else (0, "")


def _is_aside(one: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word begins what only says more of something: “which”, “when”, “making”."""
    begins = vocabulary.asking | vocabulary.timing | vocabulary.conditional | vocabulary.breaks
    begins -= vocabulary.joining | vocabulary.contrasting
    return one.folded in begins or one.folded.endswith(vocabulary.ongoing)
