"""How much words say: how real they let a thing be, and where they stand on scales of strength."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.number_words import may_count
from sourcebook.text.wording import has_digit

POSSIBLE, MEANT, HEDGED, REAL = range(4)
REACH = 4
NEAR = 2


class Told(NamedTuple):
    """A word, its stem, and how real it is told to be: ``by`` tells which word says so, if any."""

    word: Word
    stem: str
    mode: int
    by: Word | None = None


@lru_cache(maxsize=8192)
def told(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[Told, ...]:
    """Return the words of a text that carry sense, each with how real it is told to be.

    “May” reaches the next such word, “plans” the one after its “to”, “potential” the noun after
    it; a word such as “scheduled” also reaches the one before it.
    """
    state, every = _Mode(vocabulary), words(text)
    for at, word in enumerate(every):
        state.enter(word)
        if (mode := _before_to(every, at, vocabulary)) < REAL:
            state.by, state.mode, state.left, state.over = word, mode, REACH, False
        elif _mode_at(every, at, vocabulary) < REAL:
            state.mark(word)
        meant = state.by is not None and state.by.folded in vocabulary.afterwards
        if state.by and word.folded in (vocabulary.purpose if meant else vocabulary.infinitive):
            state.bound, state.left, state.over = True, REACH, False
        elif not (word.folded in vocabulary.no_verbs or vocabulary.is_adverb(word.folded)):
            if state.by and state.last is state.by and word.folded.endswith(vocabulary.ongoing):
                state.bound = True
            state.take(word)
        state.last = word
        state.over = state.over or word.folded in vocabulary.being
    return tuple(state.found)


def _before_to(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> int:
    """Return how real a word between a “be” and a “to” lets what follows be.

    Others tell what “is said to” be so, and what one “is about to” do is not done.
    """
    before, after = every[at - 1 : at], every[at + 1 : at + 2]
    between = (
        bool(before and after)
        and before[0].folded in vocabulary.being
        and after[0].folded in vocabulary.infinitive
    )
    if between and every[at].folded in vocabulary.impending:
        return MEANT
    told_of = between and vocabulary.stem(every[at].folded) in vocabulary.told
    return HEDGED if told_of else REAL


class _Mode:
    """How real the words of a text are told to be, from word to word.

    ``bound`` tells that the word that says so, ``by``, reaches the next that carries sense;
    ``left`` is how many words it waits for a “to”, and ``over`` tells that a “be” stands between.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.found: list[Told] = []
        self.by: Word | None = None
        self.mode = REAL
        self.last: Word | None = None
        self.bound = self.over = False
        self.left = self.first = 0

    def enter(self, word: Word) -> None:
        """Take note of what stands before a word: a sign or conjunction ends a reach."""
        self.left -= 1
        parted = word.parted or word.folded in self.vocabulary.breaks
        if parted:
            self.first = len(self.found)
        if parted or self.left < 0:
            self.by, self.bound = None, False

    def mark(self, word: Word) -> None:
        """Let a word such as “may” or “scheduled” reach what comes after, or stood before it."""
        vocabulary, over = self.vocabulary, self._is_over()
        at = self.first if over else len(self.found) - 1
        if word.folded in vocabulary.afterwards and 0 <= at < len(self.found):
            one = self.found[at]
            if over or word.start - one.word.end <= NEAR:
                self.found[at] = Told(one.word, one.stem, mode_of(word, vocabulary), word)
        mode = mode_of(word, vocabulary)
        if self.by is None or mode < self.mode:
            self.by, self.mode = word, mode
            self.bound = False
        self.over = False
        self.bound |= word.folded in vocabulary.modals or word.folded in vocabulary.adjectives
        self.left = REACH

    def take(self, word: Word) -> None:
        """Keep a word that carries sense, with what reaches it."""
        reached = self.by if self.bound and word is not self.by else None
        if reached and self.over and not is_past(word, self.vocabulary):
            reached = None
        mode = self.mode if reached else REAL
        self.found.append(Told(word, self.vocabulary.stem(word.folded), mode, reached))
        if self.bound and word is not self.by and not word.folded.isdigit():
            self.bound, self.left = False, 1

    def _is_over(self) -> bool:
        return self.last is not None and self.last.folded in self.vocabulary.being


def is_past(word: Word, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether a word has the form of something done: bought, delivered."""
    one = word.folded
    return (
        one.endswith(vocabulary.past)
        or one in vocabulary.unchanging
        or (one in vocabulary.irregular and not one.endswith((vocabulary.ongoing, "s")))
    )


def is_finite(every: Sequence[Word], at: int, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether a word has the form of a verb that states: no infinitive, no noun."""
    word = every[at]
    before = [one.folded for one in every[max(0, at - NEAR) : at]]
    before = [one for one in before if one not in vocabulary.denials]
    if not vocabulary.infinitive.isdisjoint(before):
        return False
    if before and before[-1] in vocabulary.helping:
        return True
    if before and (before[-1].isdigit() or before[-1] in vocabulary.numbers):
        return False
    return is_past(word, vocabulary) or (
        word.folded.endswith("s") and bool(before) and before[-1] not in vocabulary.small
    )


def mode_of(word: Word, vocabulary: Vocabulary = ENGLISH) -> int:
    """Return how real a word lets what it goes with be."""
    if word.capital and word.folded in vocabulary.calendar:
        return REAL
    return vocabulary.mode_of.get(word.folded, REAL)


@lru_cache(maxsize=8192)
def lowest(text: str, vocabulary: Vocabulary = ENGLISH) -> int:
    """Return the least that any word of a text lets things be."""
    every = words(text)
    return min((_mode_at(every, at, vocabulary) for at in range(len(every))), default=REAL)


def _mode_at(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> int:
    """Return how real a word lets things be: one that bounds a number, “nearly 700”, does not."""
    after = every[at + 1].folded if at + 1 < len(every) else ""
    if every[at].folded in vocabulary.nearing and (has_digit(after) or may_count(after)):
        return REAL
    return mode_of(every[at], vocabulary)


@lru_cache(maxsize=8192)
def steps(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[tuple[int, int, Word], ...]:
    """Return each word of a text that stands on a scale: which, where on it, and the word."""
    known = vocabulary.on_scales
    found = []
    for word in words(text):
        if word.folded not in vocabulary.denials:
            places = known.get(word.folded) or known.get(vocabulary.stem(word.folded), ())
            found += [(scale, level, word) for scale, level in places]
    return tuple(found)


@lru_cache(maxsize=8192)
def quantified(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[tuple[int, Word, str], ...]:
    """Return each word such as “some”, where it stands on its scale, and the stem of the thing.

    In “loans, much of them from banks” the thing stands before it.
    """
    found = []
    waiting: tuple[int, Word] | None = None
    every, thing = words(text), ""
    for at, word in enumerate(every):
        level = vocabulary.quantities.get(word.folded)
        if level is not None and at and every[at - 1].folded in vocabulary.nots:
            level = 0
        after = [one.folded for one in every[at + 1 : at + NEAR + 1]]
        if level is not None:
            back = len(after) == NEAR and after[0] == vocabulary.of
            if back and thing and after[1] in vocabulary.anaphors | vocabulary.relative:
                found.append((level, word, thing))
            else:
                waiting = (level, word)
        elif word.folded not in vocabulary.no_verbs:
            thing = vocabulary.stem(word.folded)
            if waiting:
                found += [(*waiting, one) for one in _of_noun(every, at, vocabulary)]
                waiting = None
    return tuple(found)


def _of_noun(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the stems that a quantity may be of: “Chinese loans” are loans too."""
    yield vocabulary.stem(every[at].folded)
    after = every[at + 1] if at + 1 < len(every) else None
    several = every[at].folded.endswith("s")
    if after and not (several or after.parted or after.folded in vocabulary.no_verbs):
        yield vocabulary.stem(after.folded)


@dataclass(frozen=True, eq=False)
class Order:
    """Groups of words of which some say more than others: a partial order.

    ``words`` has each group's stems by its name, ``less`` the groups that say less than each,
    directly or by way of others.
    """

    words: dict[str, frozenset[str]]
    less: dict[str, frozenset[str]]

    def group(self, stem: str) -> str:
        """Return the group of a stem; empty if it has none."""
        return self._group.get(stem, "")

    def alike(self, stem: str) -> str:
        """Return one name for all stems that say as much: that of their group, or the stem."""
        return self._group.get(stem, stem)

    @cached_property
    def _group(self) -> dict[str, str]:
        return {stem: name for name, some in self.words.items() for stem in some}

    @cached_property
    def _matter(self) -> dict[str, str]:
        """Return for each group one that stands for all with which it can be compared somehow."""
        found = {name: name for name in self.words}
        for name, less in self.less.items():
            joined = {found[one] for one in (name, *less) if one in found}
            found |= {one: name for one, mark in found.items() if mark in joined}
        return found

    def same_matter(self, one: str, other: str) -> bool:
        """Tell whether two groups speak of the same matter, though neither may say more."""
        return self._matter[one] == self._matter[other]

    def carries(self, found: str, asked: str) -> bool:
        """Tell whether a group says as much as another, or more."""
        return found == asked or asked in self.less.get(found, ())


def order(rows: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> Order:
    """Return the order that rows declare: a name, its stems, and the names that say less."""
    listed = list(rows)
    direct = {name: frozenset(less) for name, _, less in listed}
    closed: dict[str, frozenset[str]] = {}
    for name in direct:
        seen: set[str] = set()
        waiting = list(direct[name])
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += direct.get(one, ())
        closed[name] = frozenset(seen)
    return Order({name: frozenset(stems) for name, stems, _ in listed}, closed)
