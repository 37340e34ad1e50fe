"""Statements that something took place of which the evidence only has that it is to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.checks.real import Excess, unsaid
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.happening import happenings, is_to_come
from sourcebook.text.claims.strength import REAL, told
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import words


def only_to_come(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield each “took place” of what all evidence that speaks of it only has planned, or to come.

    What stands for something named before, “it”, is what any evidence speaks of.
    """
    modes = {one.word.start: one.mode for one in told(text, vocabulary)}
    for verb, what in happenings(text, vocabulary):
        if modes.get(verb.start, REAL) < REAL or verb.start in unsaid(text, vocabulary):
            continue
        on_it = [
            rest
            for rest in rests
            if not what or what & {vocabulary.stem(one.folded) for one in words(rest.sentence)}
        ]
        coming = [is_to_come(rest.sentence, vocabulary) for rest in on_it]
        if coming and coming[0] and all(coming):
            yield Excess(verb, verb.text, coming[0].text, on_it[0])
