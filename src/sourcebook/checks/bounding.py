"""Denials that only bound an amount or tell its direction: “not exceed 60”, “dropped by 4”."""

from __future__ import annotations

from sourcebook.checks.beside import Reversal
from sourcebook.text.bounds import bounds_of
from sourcebook.text.claims.denial import Sense
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.dates import phrases
from sourcebook.text.levelling import level
from sourcebook.text.quantities import places

SINCE, NEAR = "since", 40


def is_of_amount(one: Reversal, text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether what is denied on one side is an amount that its bound or change tells of.

    ``text`` is the prose. Amounts are held against each other with their bounds and directions.
    """
    if one.prose.denied:
        return _bounds(one.prose, text, vocabulary)
    if one.source is not None and _begins(text) and _begins(one.rest.sentence, one.source):
        return True
    if one.source is not None and one.source.implied and _directs(one.prose, text):
        return True
    return one.source is not None and _bounds(one.source, one.rest.sentence, vocabulary)


def _begins(text: str, denied: Sense | None = None) -> bool:
    """Tell whether a text tells from when on something is: “at the earliest”, “not before”.

    If words are denied, it is by the “not” of a “not before” that reaches them.
    """
    begun = [one for one in phrases(text) if one.relation == SINCE]
    by = denied.by if denied else None
    return any(by is None or 0 < one.start - by.end < NEAR for one in begun)


def _directs(stated: Sense, text: str) -> bool:
    """Tell whether a word is right before an amount whose direction it tells: “rose threefold”."""
    changed = (place for place in places(text) if place.quantity.change)
    return any(text[stated.word.end : place.start].isspace() for place in changed)


def _bounds(denied: Sense, text: str, vocabulary: Vocabulary) -> bool:
    by, plain = denied.by, level(text)
    if by is None:
        return False
    refuses = by.folded not in vocabulary.denials
    for place in places(text):
        start = bounds_of(plain, place.start, place.end)[1]
        if not start <= denied.word.start < place.end:
            continue
        if start <= by.start < place.start or (refuses and place.quantity.change):
            return True
    return False
