"""What comes before something in a statement, and after it in the evidence, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, takewhile
from typing import NamedTuple

from sourcebook.checks.findings import Finding
from sourcebook.checks.resting import Rest
from sourcebook.checks.telling import told_instead
from sourcebook.text.claims.denial import denied
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words


class Placed(NamedTuple):
    """A “before” or “after”, and the stems of that before or after which something is told."""

    side: Word
    event: frozenset[str]


def out_of_order(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield each “before” of that after which all the evidence with it has what it tells.

    Nothing is sure where something is denied, or where the evidence also tells what came then:
    “it stood before the fire, and not since”.
    """
    mine = placed(text, vocabulary)
    if not mine or denied(text, vocabulary):
        return
    for side, event in mine:
        theirs = [
            (one.side, rest)
            for rest in rests
            for one in placed(rest.sentence, vocabulary)
            if one.event <= event or event <= one.event
        ]
        contrary = vocabulary.in_order[vocabulary.stem(side.folded)]
        turned = [vocabulary.stem(other.folded) in contrary for other, _ in theirs]
        if theirs and all(turned) and not any(_goes_on(rest, vocabulary) for _, rest in theirs):
            other, rest = theirs[0]
            expected = "the same order of what is told as in the evidence"
            yield told_instead(side, other, rest, expected, f"of what else it came “{side.text}”")


def placed(text: str, vocabulary: Vocabulary) -> tuple[Placed, ...]:
    """Return each “before” and “after” of a text that names what comes then."""
    return tuple(one for one in _placed(text, vocabulary) if one.event)


@lru_cache(maxsize=4096)
def _placed(text: str, vocabulary: Vocabulary) -> tuple[Placed, ...]:
    every = words(text)
    return tuple(
        Placed(one, _event(every[at + 1 :], vocabulary))
        for at, one in enumerate(every)
        if vocabulary.stem(one.folded) in vocabulary.in_order
    )


def _event(after: Sequence[Word], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the stems of what follows, up to a sign or another preposition than “of”."""
    skipped = vocabulary.joining | vocabulary.infinitive

    def leads(one: Word) -> bool:
        return one.folded in skipped or vocabulary.stem(one.folded) in vocabulary.in_order

    ends = (vocabulary.prepositions | vocabulary.breaks) - {vocabulary.of}
    some = takewhile(lambda one: not one.parted and one.folded not in ends, dropwhile(leads, after))
    return frozenset(
        vocabulary.stem(one.folded) for one in some if one.folded not in vocabulary.no_verbs
    )


def _goes_on(rest: Rest, vocabulary: Vocabulary) -> bool:
    """Tell whether evidence tells what came then without naming it: “since”, “after it”."""
    unnamed = any(not one.event for one in _placed(rest.sentence, vocabulary))
    then = any(one.folded in vocabulary.thereafter for one in words(rest.sentence))
    return unnamed or then or bool(denied(rest.sentence, vocabulary))
