"""Two sides held against the evidence: of a “rather than”, or after “for” and “against”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sourcebook.checks.findings import Finding
from sourcebook.checks.resting import Rest
from sourcebook.checks.telling import told_instead
from sourcebook.text.claims.deeds import for_or_against
from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

NEAR = 5
Sides = tuple[Word, frozenset[str], frozenset[str]]


def preferred(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield each “rather than” of which the evidence has the two sides exchanged."""
    for word, left, right in _sides(text, vocabulary):
        theirs = [one for rest in rests for one in _sides(rest.evidence.quotation, vocabulary)]
        turned = [
            rest
            for rest in rests
            for _, first, last in _sides(rest.evidence.quotation, vocabulary)
            if left & last - first and right & first - last
        ]
        same = any(right & last - first for _, first, last in theirs)
        if turned and not same:
            yield Finding(
                "negation",
                word.text,
                word.start,
                f"“{word.text}” has on its sides what the evidence has on the other ones",
                f"“{word.text}” beside {turned[0].evidence.id} “{turned[0].evidence.quotation}”",
                "the same before and after it as in the evidence",
                "exchange what stands before and after it",
            )


def turned_against(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield each “for” after a word after which all the evidence has “against”, or the reverse."""
    denied = {one.stem for one in senses(text, vocabulary) if one.denied}
    for stem, word in for_or_against(text, vocabulary):
        having = [
            (other, rest)
            for rest in rests
            for key, other in for_or_against(rest.sentence, vocabulary)
            if key == stem and stem not in denied
        ]
        if having and all(other.folded != word.folded for other, _ in having):
            other, rest = having[0]
            do = f"say what else was “{word.text}” it"
            yield told_instead(word, other, rest, "the same side as in the evidence", do)


def _sides(text: str, vocabulary: Vocabulary) -> Iterator[Sides]:
    """Yield each “rather than” or “instead of” with the stems of the words on its two sides."""
    every = words(text)
    pairs = pairwise(one.folded for one in every)
    places = [at for at, pair in enumerate(pairs) if pair in vocabulary.preferring]
    stem_at = {one.word.start: one.stem for one in senses(text, vocabulary)} if places else {}
    for at in places:
        before, after = every[max(0, at - NEAR) : at], every[at + 2 : at + 2 + NEAR]
        left, right = (
            frozenset(stem_at[one.start] for one in some if one.start in stem_at)
            for some in (before, after)
        )
        yield every[at], left, right
