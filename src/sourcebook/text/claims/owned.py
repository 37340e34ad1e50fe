"""Which words or signs a clause says to be those of a source: “old is the author’s word”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, is_owner, words


class Owned(NamedTuple):
    """What is said to be a source’s own: the owner, the stems of the words, or the sign.

    Nothing is in ``stems`` where “the words” are meant, or a quotation. ``denial`` is the “not”.
    """

    owner: Word
    stems: frozenset[str]
    sign: str
    denial: Word | None


def owned(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Owned]:
    """Yield each thing that a clause says is, or is not, the words or signs of a source."""
    every = words(text)
    for at, owner in enumerate(every):
        if owner.folded not in vocabulary.writers or not _owns(text, every, at):
            continue
        first = at - 1
        while first > 0 and every[first].folded in vocabulary.articles:
            first -= 1
        denial = every[first] if first > 0 and every[first].folded in vocabulary.nots else None
        being = first - 1 if denial else first
        if being < 0 or every[being].folded not in vocabulary.being:
            continue
        what = _subject(every, being)
        last = what[-1].folded if what else ""
        sign = vocabulary.signs.get(last, "")
        ends = [each for each in every[at + 1 : at + 3] if not each.parted]
        worded = any(each.folded in vocabulary.wordings for each in ends)
        generic = last in vocabulary.wordings
        if not (sign or worded or generic):
            continue
        known = {each.start for each in what}
        said = (one for one in senses(text, vocabulary) if one.word.start in known)
        stems = frozenset(one.stem for one in said if one.by is not one.word)
        yield Owned(owner, frozenset() if sign or generic else stems, sign, denial)


def _owns(text: str, every: Sequence[Word], at: int) -> bool:
    """Tell whether a word is that of an owner, of one or of several: “the sources’ own”."""
    one = every[at]
    return is_owner(text, one.end) or text[one.end : one.end + 1] in ("'", "’")


def _subject(every: Sequence[Word], being: int) -> tuple[Word, ...]:
    """Return the words before an “is”, back to the sign that parts them from others."""
    start = next((at for at in range(being, -1, -1) if every[at].parted), 0)
    return tuple(every[start:being])
