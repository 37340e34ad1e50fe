"""Two lists of words laid side by side, in time that does not grow with their product."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile

Code = tuple[str, int, int, int, int]
MOST_WORDS, MOST_PAIRS = 2_000, 20_000


def opcodes(ours: Sequence[str], theirs: Sequence[str]) -> Sequence[Code]:
    """Return how to turn one list into the other, after ``difflib.SequenceMatcher.get_opcodes``.

    Of lists too long for that, or too alike within, what they begin and end with alike is equal,
    and all between is replaced.
    """
    counts = Counter(theirs)
    pairs = sum(counts[word] for word in ours)
    if pairs <= MOST_PAIRS and len(ours) + len(theirs) <= MOST_WORDS:
        return SequenceMatcher(None, ours, theirs, False).get_opcodes()
    ahead = _alike(ours, theirs)
    behind = _alike(ours[ahead:][::-1], theirs[ahead:][::-1])
    a, c = len(ours) - behind, len(theirs) - behind
    codes = [
        ("equal", 0, ahead, 0, ahead),
        ("replace", ahead, a, ahead, c),
        ("equal", a, len(ours), c, len(theirs)),
    ]
    return [code for code in codes if code[1] < code[2] or code[3] < code[4]]


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """Return how many words two lists have in common from the first on."""
    pairs = zip(ours, theirs, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
