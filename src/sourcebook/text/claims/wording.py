"""Slips of wording: words that do not stand beside each other in a clause that says one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word

SPLIT, PLURAL, NEEDED, NONE_THERE, UNASKED, PARTED_HAVE, TOO = (
    *("split", "plural", "needed", "none there", "unasked", "parted have", "too"),
)
UNHAD = "unhad"
LEAST = 4


def misworded(every: Sequence[Word], vocabulary: Vocabulary) -> Iterator[tuple[Word, str]]:
    """Yield each word that stands wrongly beside those before it, and how.

    ``SPLIT`` is a “can not”, ``PLURAL`` an “a” before several things, ``NEEDED`` a “need be” that
    nothing denies, ``NONE_THERE`` a “there are not” before a thing, ``UNASKED`` a “when it was
    not” of which something is said, ``PARTED_HAVE`` a “may have not”, ``TOO`` a “not … too”,
    ``UNHAD`` a “has not lamps”.
    """
    for at in range(1, len(every)):
        if kind := _kind(every, at, vocabulary):
            yield every[at], kind


def _kind(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> str:
    last, one = every[at - 1], every[at]
    if one.parted:
        return ""
    if one.folded in vocabulary.nots:
        return _of_not(every, at, vocabulary)
    if last.folded in vocabulary.needing and one.folded in vocabulary.being:
        before = {one.folded for one in every[: at - 1]}
        conditional = before & (vocabulary.breaks | vocabulary.auxiliaries | vocabulary.denials)
        return "" if conditional or last.capital else NEEDED
    if one.folded in vocabulary.also and (at + 1 == len(every) or every[at + 1].parted):
        start = max(
            place
            for place in range(at + 1)
            if not place or every[place].parted or every[place].folded in vocabulary.contrasting
        )
        denied = any(each.folded in vocabulary.nots for each in every[start:at])
        return TOO if denied else ""
    several = last.folded in vocabulary.one_of and _is_several(every, at, vocabulary)
    return PLURAL if several else ""


def _of_not(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> str:
    """Return what is wrong with a “not” by what stands on both its sides; empty if nothing is."""
    last, after = every[at - 1], every[at + 1] if at + 1 < len(every) else None
    if after is None or after.parted:
        return ""
    able = last.folded == vocabulary.able and every[at].folded == vocabulary.bare_not
    if able and after.folded not in vocabulary.alone:
        return SPLIT
    if last.folded in vocabulary.holding and _is_plural(every[at + 1 :], vocabulary):
        return UNHAD
    if at < 2 or last.parted:
        return ""
    before = every[at - 2].folded
    if last.folded in vocabulary.holding and before in vocabulary.possible:
        return PARTED_HAVE if is_past(after, vocabulary) else ""
    if before in vocabulary.there and last.folded in vocabulary.being:
        further = after.folded in vocabulary.further
        return NONE_THERE if _is_plural(every[at + 1 + further :], vocabulary) else ""
    asks = every[0].folded in vocabulary.circumstances
    done = at + 2 < len(every) and every[at + 2].folded in vocabulary.being
    said = done and not every[at + 2].parted and last.folded in vocabulary.being
    return UNASKED if asks and said and is_past(after, vocabulary) else ""


def _is_several(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word after an “a” is one for several things, or a “more of”."""
    one = every[at]
    after = every[at + 1] if at + 1 < len(every) else None
    ends = after is None or after.parted or after.folded in vocabulary.linking
    if one.capital or not ends:
        return False
    if one.folded in vocabulary.comparing:
        return after is not None and after.folded == vocabulary.of
    return _is_plural(every[at:], vocabulary)


def _is_plural(some: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether the first of some words has the form of a word for several things."""
    one = some[0].folded if some else ""
    plural = one.endswith("s") and not one.endswith(vocabulary.singular_endings)
    known = one in vocabulary.no_verbs | vocabulary.alike_in_number
    return plural and len(one) > LEAST and not known
