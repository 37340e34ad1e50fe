"""Whether a text states something: has a verb that does, and does not ask or only name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.strength import is_finite
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.wording import has_digit


@lru_cache(maxsize=8192)
def states(text: str, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether a text states something: it has a verb, and does not ask."""
    every = words(text)
    return not text.rstrip().endswith("?") and any(
        word.folded in vocabulary.auxiliaries or _may_state(every, at, vocabulary)
        for at, word in enumerate(every)
    )


def is_topic(text: str) -> bool:
    """Tell whether a text only names what something is on: “on a sale”."""
    first = next(iter(words(text)), None)
    return first is not None and first.text[0].islower()


def _may_state(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may be a verb that states: one in -s needs something after it."""
    last = at + 1 == len(every) or every[at + 1].parted
    before = every[at - 1].folded if at else ""
    present = every[at].folded.endswith("s")
    plural = at > 0 and not present and _is_plural_with_verb(every, at, vocabulary)
    finite = is_finite(every, at, vocabulary) or (present and before in vocabulary.third) or plural
    return finite and before not in vocabulary.articles and not (last and present)


def _is_plural_with_verb(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word stands between a plural and an amount or article: “rebels hold 14”."""
    before, after = every[at - 1].folded, every[at + 1].folded if at + 1 < len(every) else ""
    plural = before.endswith("s") and before not in vocabulary.no_verbs
    joined = every[at].parted or (at + 1 < len(every) and every[at + 1].parted)
    counted = has_digit(after) or after in (
        vocabulary.articles | vocabulary.placed | vocabulary.there
    )
    return plural and counted and not joined and every[at].folded not in vocabulary.no_verbs
