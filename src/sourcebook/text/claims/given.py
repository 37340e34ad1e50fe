"""What a clause says that a text gives, such as a price or a day, and whether the text does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.dates import dates
from sourcebook.text.quantities import quantities

DAY, MONTH, YEAR = 10, 7, 4
FAR = 6


class Given(NamedTuple):
    """A word for what a text is said to give, and what kind of thing that is."""

    word: Word
    kind: str


def givens(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Given]:
    """Yield what a clause says that a text gives: “a price is given”, “with a date”, “a day”."""
    every, silent = words(text), silences(text, vocabulary)
    denied = {one.word for one in senses(text, vocabulary) if one.denied}
    for at, word in enumerate(every):
        if word in denied or any(start <= word.start < end for start, end in silent):
            continue
        kind = vocabulary.given.get(word.folded)
        if not kind or not at or every[at - 1].folded not in vocabulary.articles or word.parted:
            continue
        alone = at == 1 or every[at - 1].parted
        introduced = not alone and _introduces(every[at - 2], vocabulary)
        ends = at + 1 == len(every) or every[at + 1].parted
        listed = not ends and every[at + 1].folded in vocabulary.joining
        if (
            ((alone or introduced) and ends)
            or (introduced and listed)
            or _told(every, at, vocabulary)
        ):
            yield Given(word, kind)


def gives(text: str, kind: str) -> bool:
    """Tell whether a text has a day, a date, a sum of money or a number."""
    if kind in ("day", "month", "date"):
        least = {"day": DAY, "month": MONTH, "date": YEAR}[kind]
        return any(len(one.strip("./~?")) >= least for one in dates(text))
    found = quantities(text)
    return any(_is_money(one.unit) for one in found) if kind == "price" else bool(found)


def affirmed(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[tuple[Word, frozenset[str]]]:
    """Yield each verb of telling that “does” stresses, with the stems of what follows it."""
    every = words(text)
    for at in range(1, len(every) - 1):
        does, verb = every[at], every[at + 1]
        asks = every[at - 1].folded in vocabulary.questions or does.parted
        if asks or does.folded not in vocabulary.doing - vocabulary.denials:
            continue
        stem = vocabulary.stem(verb.folded)
        plain = not (verb.capital or verb.parted or verb.folded in vocabulary.no_verbs)
        if plain and stem in vocabulary.telling:
            end = next((one for one in every[at + 2 :] if one.parted), None)
            last = end.start if end else len(text)
            after = (one for one in senses(text, vocabulary) if verb.end <= one.word.start < last)
            if not (end and ":" in end.before):
                yield verb, frozenset(one.stem for one in after)


def _introduces(word: Word, vocabulary: Vocabulary) -> bool:
    return word.folded in vocabulary.having or vocabulary.stem(word.folded) in vocabulary.stating


def _told(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a verb of telling follows at once, or after what “and” joins: “is given”."""
    for place in range(at + 1, min(len(every) - 1, at + FAR)):
        one = every[place]
        if one.parted:
            return False
        if one.folded in vocabulary.being:
            return vocabulary.stem(every[place + 1].folded) in vocabulary.stating
        known = one.folded in vocabulary.given or one.folded in vocabulary.articles
        if not (known or one.folded in vocabulary.joining or one.folded in vocabulary.denials):
            return False
    return False


def _is_money(unit: str) -> bool:
    return unit.isupper() and len(unit) == len("EUR")
