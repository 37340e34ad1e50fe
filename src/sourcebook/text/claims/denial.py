"""Which words of a text are denied: by a not or a never before them, by a verb that refuses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.sentences import Span

LEAST, FEW, NEAR = 3, 9, 5
ENDS = frozenset(";:.!?")


class Sense(NamedTuple):
    """A word that carries sense: its stem, whether it is denied, and by which word.

    ``first`` tells that it is the first such word after the one that denies it, ``infinitive`` that
    a “to” stands before it; ``segment`` counts the parts of the text that signs and conjunctions
    end, beyond which no denial reaches. ``teller`` is the stem of a verb of telling that stands
    right before what denies it: “names no”, “counts neither … nor”.
    """

    word: Word
    stem: str
    denied: bool
    by: Word | None
    first: bool
    segment: int
    infinitive: bool = False
    teller: str = ""

    @property
    def implied(self) -> bool:
        """Tell whether it only follows from its word: “unlikely” denies likely, “open” closed."""
        return self.by is self.word


@lru_cache(maxsize=8192)
def senses(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[Sense, ...]:
    """Return the words of a text that carry sense, each with whether it is denied."""
    return tuple(_senses(text, vocabulary))


def _senses(text: str, vocabulary: Vocabulary) -> Iterator[Sense]:
    every, state = words(text), _Reach(vocabulary)
    for at, word in enumerate(every):
        one = word.folded
        state.enter(word, every[at - 1] if at else None)
        if one in vocabulary.denials or _is_denial(every, at, vocabulary):
            if not _is_idle(every, at, vocabulary):
                state.deny(word, every[at - 1] if at else None)
        elif one not in vocabulary.no_verbs and (len(one) >= LEAST or one.isdigit()):
            yield from state.take(word, _is_after_to(every, at, vocabulary))
            if removes(every, at, vocabulary):
                state.refuse(word)


@lru_cache(maxsize=8192)
def denied(text: str, vocabulary: Vocabulary) -> frozenset[Word]:
    """Return the words that a text denies itself, and not only by stating their contrary."""
    return frozenset(one.word for one in senses(text, vocabulary) if one.denied and not one.implied)


def said(text: str, vocabulary: Vocabulary) -> Iterator[Sense]:
    """Yield each “said” or “told” of a text that nothing denies right before it."""
    last = ""
    for word in words(text):
        if word.folded in vocabulary.spoken and last not in vocabulary.denials:
            yield Sense(word, vocabulary.stem(word.folded), False, None, False, -1)
        last = word.folded


def _is_after_to(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    one, two = at - 1, at - 2
    return (one >= 0 and every[one].folded in vocabulary.infinitive) or (
        two >= 0 and every[two].folded in vocabulary.infinitive
    )


class _Reach:
    """How far a denial has reached, from word to word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.denial: Word | None = None
        self.refusal: Word | None = None
        self.barring: Word | None = None
        self.fresh = self.silent = False
        self.segment = self.held = 0
        self.teller = ""

    def deny(self, word: Word, last: Word | None) -> None:
        """Begin a denial; “nor” goes on with the one before it."""
        vocabulary = self.vocabulary
        if word.folded not in vocabulary.joining:
            stem = vocabulary.stem(last.folded) if last and not word.parted else ""
            self.teller = stem if stem in vocabulary.telling else ""
        self.denial, self.fresh = word, True

    def enter(self, word: Word, last: Word | None) -> None:
        """Take note of what stands before a word: a sign or conjunction ends a denial.

        A pair of commas right after a “not” does not, nor does “that” after “not say”.
        """
        one, vocabulary = word.folded, self.vocabulary
        comma = "," in word.before
        if comma and self.denial and self.denial is last:
            self.held = 2
        if comma and self.held:
            self.held -= 1
        elif self.refusal and not word.parted and self._is_told(one, last):
            self.segment, self.fresh = self.segment + 1, True
        elif word.parted or (one in vocabulary.breaks and not self._is_told(one, last)):
            self.denial = self.refusal = self.barring = None
            self.silent = False
            self.segment += 1
        if self.barring and one in vocabulary.by:
            self.refusal, self.barring, self.fresh = self.barring, None, True

    def _is_told(self, one: str, last: Word | None) -> bool:
        """Tell whether a “that” begins what is not said, or denied: “not say that”, “deny that”."""
        stem = self.vocabulary.stem(self.refusal.folded) if self.refusal else ""
        refused = bool(self.refusal) and (self.refusal is last or stem in self.vocabulary.saying)
        return (self.silent or refused) and one in self.vocabulary.complements

    def take(self, word: Word, infinitive: bool) -> Iterator[Sense]:
        """Yield the sense of a word, and of the one of which it is the contrary."""
        vocabulary = self.vocabulary
        stem = vocabulary.stem(word.folded)
        denied = bool(self.denial) != bool(self.refusal)
        by = (self.denial or self.refusal) if denied else None
        self.silent = self.silent or (bool(self.denial) and stem in vocabulary.telling)
        yield Sense(
            word, stem, denied, by, self.fresh and denied, self.segment, infinitive, self.teller
        )
        for other in contraries(word.folded, denied, vocabulary):
            yield Sense(word, other, not denied, word, True, self.segment)
        self.fresh = False
        if stem in vocabulary.barring:
            self.barring = word
        elif stem in vocabulary.refusals:
            self.refuse(word)

    def refuse(self, word: Word) -> None:
        """Begin what a verb refuses; a second one gives back what the first took away."""
        self.refusal, self.fresh = (None if self.refusal else word), True


def _is_idle(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a denial denies nothing: “not only”, “no doubt”, but not “is not one of”.

    “No more than six” is not a denial either, while “no more drones” and “not one drone” are.
    """
    after, further = (every[one].folded if one < len(every) else "" for one in (at + 1, at + 2))
    bare = every[at].folded == vocabulary.bare_not and at == 0
    partial = after in vocabulary.numbers and (further == vocabulary.of or bare)
    thing = after in vocabulary.further and further and further not in vocabulary.facing
    return after in vocabulary.idle and not (partial or thing)


def _is_denial(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a “yet” stands before a “to” (“has yet to sign”), or a “few” without an “a”."""
    one = every[at].folded
    if one == vocabulary.yet:
        return at + 1 < len(every) and every[at + 1].folded in vocabulary.infinitive
    before = every[at - 1].folded if at else ""
    return one in vocabulary.scant and before not in vocabulary.scanty


def removes(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a verb and a particle soon after it deny what they go with: “left A out”."""
    particles = vocabulary.removing.get(vocabulary.stem(every[at].folded), ())
    for one in every[at + 1 : at + 1 + NEAR] if particles else ():
        if one.folded in particles:
            return True
        if one.parted or one.folded in vocabulary.linking:
            return False
    return False


@lru_cache(maxsize=8192)
def contraries(word: str, denied: bool, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the stems of which a word is the contrary: “unlikely” of likely, “closed” of open.

    Who did not praise did not therefore blame, but what is not closed is open.
    """
    plain, stem = contrary(word, vocabulary), vocabulary.stem(word)
    found = [vocabulary.stem(plain)] if plain else []
    found += vocabulary.either.get(stem, ())
    return (*found, *(() if denied else vocabulary.opposites.get(stem, ())))


def contrary(word: str, vocabulary: Vocabulary) -> str:
    """Return the word of which a word such as “unlikely” is the contrary."""
    for beginning in vocabulary.undone:
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) > LEAST:
            return rest
    return ""


@lru_cache(maxsize=4096)
def may_reach(text: str, word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a denial elsewhere in a text may be of a word: before it, or right after it.

    It is of no word beyond the sign, the “but” or the “when” that begins another statement. A verb
    that refuses reaches its own part alone, and so does what denies after a word, if it does not
    deny telling: but “ties, which it refuses”, a few words later, may refuse that word.
    """
    start, end = _statement(text, word, vocabulary)
    every = senses(text, vocabulary)
    here = next((one.segment for one in every if one.word == word), -1)
    for each in every:
        refuses = each.stem in vocabulary.refusals and each.word != word
        denial = None if each.implied else each.word if refuses else each.by
        if denial is None or denial == word or not start <= denial.start < end:
            continue
        before = denial.start < word.start and denial.folded in vocabulary.denials
        near = refuses and _is_of_relative(text, word, denial, vocabulary)
        if before or near or each.segment == here or each.stem in vocabulary.telling:
            return True
    return False


def _is_of_relative(text: str, word: Word, other: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word stands in a clause that a “which” soon after the first one begins."""
    between = [one.folded for one in words(text) if word.end <= one.start < other.start]
    return len(between) < FEW and not vocabulary.relative.isdisjoint(between)


def _statement(text: str, word: Word, vocabulary: Vocabulary) -> Span:
    """Return where the statement begins and ends in which a word stands."""
    start, end = 0, len(text)
    opening = vocabulary.contrasting | vocabulary.circumstances
    for one in words(text):
        apart = not ENDS.isdisjoint(one.before) or one.folded in opening
        if apart and one.start <= word.start:
            start = one.start
        elif apart:
            return start, one.start
    return start, end
