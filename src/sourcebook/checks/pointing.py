"""Blocks that point nowhere: to where something is not, or with a word that says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.checks.answers import OR_ANSWER
from sourcebook.checks.findings import Finding
from sourcebook.pages.block import POINTING, Block
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words


def pointless(bare: str, block: Block, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Yield the “not” of what “is not in” a place that is linked, and a heading such as “said”."""
    every = words(bare)
    for role in block.roles:
        last = [word for word in every if word.end <= role.at][-3:]
        if role.role not in POINTING or len(last) < 3 or bare[last[-1].end : role.at].strip():
            continue
        being, denial, within = (word.folded for word in last)
        if being in vocabulary.being and denial in vocabulary.nots and within in vocabulary.linking:
            yield _finding(last[1], "points to where something is not", "point to where it is")
    if len(every) == 1 and _is_said(every[0], bare, vocabulary):
        yield _finding(every[0], "stands alone, and says nothing", "write what is said, or not")


def _is_said(word: Word, bare: str, vocabulary: Vocabulary) -> bool:
    told = vocabulary.stem(word.folded) in vocabulary.saying and is_past(word, vocabulary)
    return told and bare.strip() == word.text and not word.capital


def _finding(word: Word, what: str, do: str) -> Finding:
    found = f"“{word.text}”"
    expected = "words that tell where something stands, or what is said"
    told = (f"{found} {what}", found, expected, f"{do}, {OR_ANSWER}")
    return Finding("negation", word.text, word.start, *told, note=True, slip=True)
