"""A vocabulary: the lists of a language’s words, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from sourcebook.text.claims.word_lists import WordLists
from sourcebook.text.claims.words import stem


@dataclass(frozen=True, eq=False)
class Vocabulary(WordLists):
    """The words of one language, their stems, and the groups that several lists make."""

    _stems: dict[str, str] = field(default_factory=dict, repr=False)

    def stem(self, word: str) -> str:
        """Return what the forms of a word have in common; “not” has nothing of “noted”."""
        known = self._stems.get(word)
        if known is None:
            denies = word in self.denials
            known = self._stems[word] = word.upper() if denies else stem(word, self.irregular)
        return known

    def is_adverb(self, word: str) -> bool:
        """Tell whether a word has the ending of an adverb, and is none such as “rely”."""
        return word.endswith(self.adverb_ending) and self.stem(word) not in self.no_adverbs

    @cached_property
    def no_subjects(self) -> frozenset[str]:
        """Return the words that tell nobody who speaks."""
        return self.small | self.auxiliaries | self.adverbs | self.calendar

    @cached_property
    def helping(self) -> frozenset[str]:
        """Return the words right after which a verb states: “did buy”, “was bought”."""
        return self.doing | self.being | self.holding

    @cached_property
    def unnamed(self) -> frozenset[str]:
        """Return the words that tell nobody in particular who speaks, or ask who does."""
        return self.reporters | self.denials | self.questions

    @cached_property
    def on_scales(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """Return where each word or stem stands: on which scale, and where on it."""
        found: dict[str, tuple[tuple[int, int], ...]] = {}
        for number, scale in enumerate(self.scales):
            for level, group in enumerate(scale):
                for word in group:
                    found[word] = (*found.get(word, ()), (number, level))
        return found

    @cached_property
    def kinds_given(self) -> dict[str, str]:
        """Return the kinds of what a text may give, by the stems of its words."""
        return {self.stem(one): kind for one, kind in self.given.items()}

    @cached_property
    def quantities(self) -> dict[str, int]:
        """Return where each word stands on the scale of quantifiers."""
        return {word: level for level, some in enumerate(self.quantifiers) for word in some}

    @cached_property
    def mode_of(self) -> dict[str, int]:
        """Return how real each word lets a thing be: the least where it stands in several modes."""
        pairs = [(word, level) for level, some in enumerate(self.modes) for word in some]
        return dict(reversed(pairs))

    @cached_property
    def joints(self) -> frozenset[str]:
        """Return the words that may join one clause to another."""
        return self.joining | self.contrasting | {one for one, _ in self.measuring}

    @cached_property
    def asides(self) -> frozenset[str]:
        """Return the words that begin what only says more of something."""
        begins = self.asking | self.timing | self.conditional | self.breaks
        return begins - self.joining - self.contrasting

    @cached_property
    def unsure(self) -> frozenset[str]:
        """Return the words that deny something, or set it apart."""
        return self.denials | self.unlike | {one for one, _ in self.preferring}

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Return the verbs that have forms which no ending tells, in their plainest form."""
        return frozenset(self.irregular.values())

    @cached_property
    def no_verbs(self) -> frozenset[str]:
        """Return the words that carry no sense of their own."""
        return self.openers | self.auxiliaries | self.small
