"""The parts of a sentence, which signs and conjunctions part, and how each is joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word

AND, SET, WITHIN, MEASURED = "and", "set against", "within", "measured by"
JOINED, COMMA = "joined without a sign", "parted by a sign alone"
Some = tuple[Word, ...]
Inside = Callable[[Word, Word, Word], bool]


def parts(every: Some, inside: Inside, vocabulary: Vocabulary) -> Iterator[tuple[str, Some]]:
    """Yield the parts of a sentence, and how each is joined.

    ``inside`` tells whether a word goes on with an amount, of the one before it, it and the one
    after: no sign parts 14,000. What begins with a
    “which” or “when” is ``WITHIN`` another part, and so is what an “and” joins to it; a second
    “that” is not.
    """
    last = ""
    for joint, some in _parts(every, inside, vocabulary):
        last = WITHIN if joint == JOINED and last == WITHIN else joint
        yield last, some


def _parts(every: Some, inside: Inside, vocabulary: Vocabulary) -> Iterator[tuple[str, Some]]:
    joint = WITHIN if _is_aside(every[:1], vocabulary) else AND
    first = at = 0
    while at < len(every):
        one = every[at]
        if one.before == " " and one.folded not in vocabulary.joints:
            at += 1
            continue
        length, kind = _joint(every, at, vocabulary)
        after = every[min(at + length, len(every) - 1)]
        if (kind or one.parted) and not inside(every[max(at - 1, 0)], one, after):
            if every[first:at]:
                yield joint, every[first:at]
            joint, first = kind or _by_sign(one), at + length
            again = bool(kind) and _is_again(every, first, vocabulary)
            if joint != MEASURED and not again and _is_aside(every[first:], vocabulary):
                joint = WITHIN
        at += max(length, 1)
    if every[first:]:
        yield joint, every[first:]


def _by_sign(one: Word) -> str:
    return AND if ";" in one.before else COMMA


def _joint(every: Some, at: int, vocabulary: Vocabulary) -> tuple[int, str]:
    """Return how many words join what follows, and how; none where nothing is joined."""
    one, after = every[at].folded, every[at + 1].folded if at + 1 < len(every) else ""
    if (one, after) in vocabulary.measuring:
        return 2, MEASURED
    if one in vocabulary.contrasting:
        return 1, SET
    if one in vocabulary.joining:
        return 1, AND if every[at].parted else JOINED
    return 0, ""


def _is_again(every: Some, at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a “that” goes on with one before it: “said that A left and that B stayed”."""
    one = every[at].folded if at < len(every) else ""
    return one in vocabulary.relative and any(each.folded == one for each in every[:at])


def _is_aside(some: Some, vocabulary: Vocabulary) -> bool:
    """Tell whether words only say more of something: “which …”, “when …”, “making …”."""
    return any(
        one.folded in vocabulary.asides or one.folded.endswith(vocabulary.ongoing)
        for one in some[:1]
    )
