"""Whether a clause tells what a source says, or asks, denies that it says it, or infers."""

from __future__ import annotations

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import words

BESIDE = 5


def tells(text: str, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether a clause says what its source says.

    It does not if it begins with a question, says that nobody says so (“no source”, “does not
    name”), or marks what the writer infers or takes a word to mean.
    """
    every = [word.folded for word in words(text)]
    if not every or every[0] in vocabulary.questions:
        return False
    stems = [vocabulary.stem(word) for word in every]
    if any(stem in vocabulary.own for stem in stems):
        return False
    for at, word in enumerate(every):
        if word in vocabulary.denials:
            near = range(max(0, at - BESIDE), min(len(every), at + BESIDE + 1))
            if any(
                stems[one] in vocabulary.telling or every[one] in vocabulary.reporters
                for one in near
                if one != at
            ):
                return False
    return True
