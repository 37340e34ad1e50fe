"""Amounts that prose lets somebody have, of which the evidence tells only that they are wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from sourcebook.checks.real import Excess
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.number_words import may_count
from sourcebook.text.wording import has_digit


def only_wanted(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Excess]:
    """Yield each “has” of an amount that all evidence has after a “needs” or “asked for”."""
    for verb, amount in _amounts(text, vocabulary.owning | vocabulary.holding, vocabulary):
        wanted = [(_wanting(amount, rest.sentence, vocabulary), rest) for rest in rests]
        if all(one for one, _ in wanted):
            one, rest = wanted[0]
            cited = f"{one.text} {amount.text}" if one else ""
            yield Excess(verb, f"{verb.text} {amount.text}", cited, rest)


def _wanting(amount: Word, text: str, vocabulary: Vocabulary) -> Word | None:
    """Return the verb after which a text has an amount as wanted, and nowhere otherwise."""
    wanted = [
        verb
        for verb, one in _amounts(text, vocabulary.wanting, vocabulary)
        if one.folded == amount.folded
    ]
    every = [one for one in words(text) if one.folded == amount.folded]
    return wanted[0] if wanted and len(every) == len(wanted) else None


def _amounts(text: str, stems: Set[str], vocabulary: Vocabulary) -> Iterator[tuple[Word, Word]]:
    """Yield each verb of some stems with the amount that follows it, small words aside."""
    verb: Word | None = None
    for one in words(text):
        if one.parted:
            verb = None
        counts = has_digit(one.folded) or may_count(one.folded)
        if verb and counts:
            yield verb, one
        if counts or one.folded not in vocabulary.no_verbs:
            verb = None
        if stems & {one.folded, vocabulary.stem(one.folded)}:
            verb = one
