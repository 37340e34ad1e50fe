"""Two wordings of one thing compared word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, product

from sourcebook.text.alignment import opcodes
from sourcebook.text.levelling import normalise

Run = tuple[str, bool]
MARKS = "\"'.,;:!?()[]…"
PIECE = re.compile(r"\S+|\s+")


def compare(text: str, other: str) -> list[Run]:
    """Return ``text`` in runs, each with whether its words differ from those of ``other``.

    Punctuation around a word and white space make no difference; the runs joined are ``text``,
    letter by letter.
    """
    codes = opcodes(_words(text), _words(other))
    same = {at for kind, a, b, _, _ in codes if kind == "equal" for at in range(a, b)}
    marks: list[Run] = []
    number = 0
    for piece in PIECE.findall(text):
        if piece.isspace():
            marks.append((piece, False))
        else:
            marks.append((piece, number not in same))
            number += 1
    return _joined(marks)


def nearest_pair(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """Return which of our texts and which of theirs have the most words in common."""
    pairs = product(range(len(ours)), range(len(theirs)))
    return max(pairs, key=lambda pair: _likeness(ours[pair[0]], theirs[pair[1]]))


def _likeness(text: str, other: str) -> float:
    ours, theirs = _words(text), _words(other)
    same = sum(b - a for kind, a, b, _, _ in opcodes(ours, theirs) if kind == "equal")
    return same / max(len(ours) + len(theirs), 1)


def _words(text: str) -> list[str]:
    return [word.strip(MARKS) or word for word in normalise(text).split()]


def _joined(marks: list[Run]) -> list[Run]:
    """Return the pieces in runs, a space between two words that differ along with them."""
    for at in range(1, len(marks) - 1):
        if marks[at][0].isspace() and marks[at - 1][1] and marks[at + 1][1]:
            marks[at] = (marks[at][0], True)
    return [
        ("".join(piece for piece, _ in run), differs)
        for differs, run in groupby(marks, key=lambda piece: piece[1])
    ]
