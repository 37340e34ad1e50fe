"""A text beside the evidence that it cites: the words of both, with what each of them denies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.denial import Sense, senses
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.sentences import Span

Known = dict[str, list[tuple[Sense, Rest]]]


@dataclass(frozen=True)
class Reversal:
    """A word that prose states and the evidence denies, or the other way round.

    ``source`` is the word there; nothing where the evidence denies nothing at all. ``sure`` tells
    that more of the statement is the same: what is spoken of, or what is done.
    """

    prose: Sense
    source: Sense | None
    rest: Rest
    sure: bool


@dataclass(frozen=True, eq=False)
class Beside:
    """A text beside the evidence that it cites; ``group`` gives words that say the same one stem.

    ``known`` has the words of the quotations by their groups.
    """

    text: str
    rests: Sequence[Rest]
    register: Register
    group: Callable[[str], str] = str

    @property
    def vocabulary(self) -> Vocabulary:
        """Return the words of the language of the text."""
        return self.register.vocabulary

    @cached_property
    def mine(self) -> tuple[Sense, ...]:
        """Return the words of the text that carry sense."""
        return senses(self.text, self.vocabulary)

    @cached_property
    def known(self) -> Known:
        """Return the words of the quotations by their groups."""
        return _known(tuple(self.rests), self.vocabulary, self.group)

    @cached_property
    def silent(self) -> tuple[Span, ...]:
        """Return the parts of the text that tell what no source says."""
        return silences(self.text, self.vocabulary)

    def of(self, stem: str) -> list[tuple[Sense, Rest]]:
        """Return the words of the quotations that say the same as a stem."""
        return self.known.get(self.group(stem), [])


@lru_cache(maxsize=1024)
def _known(rests: tuple[Rest, ...], vocabulary: Vocabulary, group: Callable[[str], str]) -> Known:
    found: Known = {}
    for rest in rests:
        for one in cited(rest, vocabulary):
            found.setdefault(group(one.stem), []).append((one, rest))
    return found


@lru_cache(maxsize=4096)
def cited(rest: Rest, vocabulary: Vocabulary) -> list[Sense]:
    """Return the words of a quotation as its whole sentence denies them."""
    at = max(rest.sentence.find(rest.evidence.quotation), 0)
    end = at + len(rest.evidence.quotation)
    every = senses(rest.sentence, vocabulary)
    return [one for one in every if at <= one.word.start and one.word.end <= end]
