"""How far a quotation is off: the passage of a seed nearest to it, and what is different there."""

from __future__ import annotations

from sourcebook.data.seeds import Seed
from sourcebook.text.alignment import opcodes
from sourcebook.text.characters import told_apart
from sourcebook.text.levelling import normalise

NEAREST_WORTH_SHOWING = 60.0
LONGEST_LOOKED_FOR = 400


def difference(found: str, asked: str) -> str:
    """Return both word by word, with ``[-what stands there-]`` and ``{+what was asked+}``.

    The words are those of the texts themselves; those that only look the same have the code points
    by which they differ.
    """
    there, wanted = found.split(), asked.split()
    parts: list[str] = []
    for kind, a, b, c, d in opcodes(_forms(there), _forms(wanted)):
        if kind == "equal":
            parts += there[a:b]
            continue
        ours, theirs = " ".join(there[a:b]), " ".join(wanted[c:d])
        parts += [f"[-{ours}-]"] if ours else []
        parts += [f"{{+{theirs}+}}"] if theirs else []
        if apart := told_apart(ours, theirs):
            parts.append(f"({apart})")
    return " ".join(parts)


def nearest(words: str, seed: Seed) -> tuple[int, int] | None:
    """Return the offsets of the passage most like ``words``, on word boundaries, or ``None``.

    Of words too long to compare as a whole the passage is the one that begins and ends like them.
    """
    wanted = " ".join(words.split())
    begin = _alike(wanted[:LONGEST_LOOKED_FOR], seed.text)
    finish = _alike(wanted[-LONGEST_LOOKED_FOR:], seed.text)
    if begin is None or finish is None:
        return begin or finish
    long = finish[1] - begin[0] > 2 * len(wanted)
    return begin if long else (begin[0], max(begin[1], finish[1]))


def _alike(words: str, text: str) -> tuple[int, int] | None:
    from rapidfuzz import fuzz  # here, as only what is wrong needs it

    hit = fuzz.partial_ratio_alignment(words, text)
    if hit is None or hit.score < NEAREST_WORTH_SHOWING or hit.dest_end <= hit.dest_start:
        return None
    start, end = hit.dest_start, hit.dest_end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _forms(words: list[str]) -> list[str]:
    return [normalise(word) for word in words]
