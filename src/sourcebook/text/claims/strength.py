"""How much words say: how real they let a thing be, and where they stand on scales of strength."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sourcebook.text.claims.denial import SIGNS
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Scale, Vocabulary
from sourcebook.text.claims.words import Word, words

POSSIBLE, MEANT, HEDGED, REAL = range(4)
REACH = 4
NEAR = 2


@dataclass(frozen=True)
class Told:
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
    found: list[Told] = []
    by: Word | None = None
    bound, left = False, 0
    last: Word | None = None
    for word in words(text):
        one = word.folded
        left -= 1
        if not SIGNS.isdisjoint(word.before) or one in vocabulary.breaks or left < 0:
            by, bound = None, False
        if mode_of(word, vocabulary) < REAL:
            if found and _follows(word, found[-1], vocabulary):
                found[-1] = Told(found[-1].word, found[-1].stem, mode_of(word, vocabulary), word)
            by = word if by is None or mode_of(word) < mode_of(by) else by
            bound = one in vocabulary.modals or one in vocabulary.adjectives
            left = REACH
        elif one in vocabulary.infinitive and by:
            bound, left = True, REACH
            last = word
            continue
        if one in vocabulary.no_verbs or one.endswith(vocabulary.adverb_ending):
            last = word
            continue
        reached = by if bound and word is not by else None
        if reached and last and last.folded in vocabulary.being and not is_past(word, vocabulary):
            reached = None
        mode = mode_of(reached, vocabulary) if reached else REAL
        found.append(Told(word, vocabulary.stem(one), mode, reached))
        if bound and word is not by:
            bound, left = False, 1
        last = word
    return tuple(found)


def is_past(word: Word, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether a word has the form of something done: bought, delivered."""
    one = word.folded
    return one.endswith(vocabulary.past) or (
        one in vocabulary.irregular and not one.endswith((vocabulary.ongoing, "s"))
    )


def is_finite(every: Sequence[Word], at: int, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether a word has the form of a verb that states: no infinitive, no noun."""
    word = every[at]
    before = [one.folded for one in every[max(0, at - NEAR) : at]]
    before = [one for one in before if one not in vocabulary.denials]
    if not vocabulary.infinitive.isdisjoint(before):
        return False
    if before and before[-1] in vocabulary.doing:
        return True
    return is_past(word, vocabulary) or (
        word.folded.endswith("s") and bool(before) and before[-1] not in vocabulary.small
    )


def mode_of(word: Word, vocabulary: Vocabulary = ENGLISH) -> int:
    """Return how real a word lets what it goes with be."""
    if word.capital and word.folded in vocabulary.calendar:
        return REAL
    for level, group in enumerate(vocabulary.modes):
        if word.folded in group:
            return level
    return REAL


def lowest(text: str, vocabulary: Vocabulary = ENGLISH) -> int:
    """Return the least that any word of a text lets things be."""
    return min((mode_of(word, vocabulary) for word in words(text)), default=REAL)


def steps(scale: Scale, text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[tuple[int, Word]]:
    """Yield where the words of a text stand on a scale."""
    for word in words(text):
        if word.folded in vocabulary.denials:
            continue
        for level, group in enumerate(scale):
            if word.folded in group or vocabulary.stem(word.folded) in group:
                yield level, word
                break


def quantified(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[tuple[int, Word, str]]:
    """Yield each word such as “some”, where it stands on its scale, and the stem of the thing."""
    waiting: tuple[int, Word] | None = None
    for word in words(text):
        level = next(
            (at for at, one in enumerate(vocabulary.quantifiers) if word.folded in one), None
        )
        if level is not None:
            waiting = (level, word)
        elif waiting and word.folded not in vocabulary.no_verbs:
            yield *waiting, vocabulary.stem(word.folded)
            waiting = None


def _follows(word: Word, last: Told, vocabulary: Vocabulary) -> bool:
    return word.folded in vocabulary.afterwards and word.start - last.word.end <= NEAR


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
