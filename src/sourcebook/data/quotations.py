"""Finding a quotation's one place in a seed, and saying how far off it is where there is none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from sourcebook.data.seeds import Seed
from sourcebook.text.abroad.telling import parted
from sourcebook.text.alignment import opcodes
from sourcebook.text.characters import told_apart
from sourcebook.text.cuts import cut
from sourcebook.text.folding import fold, folded
from sourcebook.text.left_out import NEGATION, negated_before
from sourcebook.text.levelling import normalise
from sourcebook.text.sentences import Span

SHORTEST_WITHOUT_CONTEXT = 12
NEAREST_WORTH_SHOWING = 60.0
LONGEST_LOOKED_FOR = 400
MOST_NAMED, MOST_TRIED = 10, 100
AROUND, BEFORE = 12, 120
SENTENCE_ENDS = (".", "!", "?")


@dataclass(frozen=True)
class Selector:
    """A quotation and the words around it (W3C Web Annotation, TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Fault:
    """Why a selector has no one place in its seed."""

    what: str
    found: str
    expected: str
    do: str


class Place(NamedTuple):
    """Where a quotation stands in a text; ``divided`` where an end is inside one character."""

    start: int
    end: int
    divided: bool

    @property
    def span(self) -> Span:
        """Return the start and the end."""
        return self.start, self.end


class NotLocatedError(Exception):
    """A selector has no one place in its seed; ``fault`` says why, and what is near."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"{fault.what}: found {fault.found}; expected {fault.expected}")


def locate(selector: Selector, seed: Seed) -> tuple[int, int]:
    """Return the start and end offsets of the selector's one place in ``seed.text``.

    Compared as :class:`Folded` reads both. Raises :class:`NotLocatedError` for a quotation that is
    empty, not found, found twice, cut inside what holds together, or too short to stand without a
    prefix or suffix.
    """
    exact = fold(selector.exact)
    _refuse_unusable(exact, selector)
    places = _places(selector, seed)
    first = next(places, None)
    if first is None:
        raise NotLocatedError(_not_found(exact, selector, seed))
    whole = [*islice(_whole(chain([first], places), seed), MOST_NAMED + 1)]
    if not whole:
        raise NotLocatedError(_cut(seed.text, first, seed.language))
    if len(whole) > 1:
        raise NotLocatedError(_found_often(whole, seed))
    return whole[0]


def difference(found: str, asked: str) -> str:
    """Return both word by word, with ``[-what stands there-]`` and ``{+what was asked+}``."""
    there, wanted = normalise(found).split(), normalise(asked).split()
    parts: list[str] = []
    for kind, a, b, c, d in opcodes(there, wanted):
        if kind == "equal":
            parts += there[a:b]
            continue
        if a < b:
            parts.append(f"[-{' '.join(there[a:b])}-]")
        if c < d:
            parts.append(f"{{+{' '.join(wanted[c:d])}+}}")
    return " ".join(parts)


def nearest(words: str, seed: Seed) -> tuple[int, int] | None:
    """Return the offsets of the passage most like ``words``, on word boundaries, or ``None``.

    Of words too long to compare as a whole the passage is the one that begins and ends like them.
    """
    wanted = normalise(words)
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


def _refuse_unusable(exact: str, selector: Selector) -> None:
    if not exact:
        raise NotLocatedError(
            Fault(
                "the quotation is empty",
                "no words",
                "the exact words of the source",
                "copy the words from the seed",
            )
        )
    if not _is_long_enough(selector):
        raise NotLocatedError(
            Fault(
                f"the quotation “{exact}” is too short to stand alone",
                f"{len(exact)} characters without prefix or suffix",
                f"{SHORTEST_WITHOUT_CONTEXT} characters or more, or a prefix or suffix",
                "quote more words, or give the words right before or after it",
            )
        )


def _is_long_enough(selector: Selector) -> bool:
    words = normalise(selector.exact)
    around = selector.prefix or selector.suffix
    return bool(words and (around or len(words) >= SHORTEST_WITHOUT_CONTEXT))


def _places(selector: Selector, seed: Seed) -> Iterator[Place]:
    """Yield every place, overlapping ones too, where the quotation stands in its context."""
    there = folded(seed.text)
    prefix, suffix = (folded(words.strip()) for words in (selector.prefix, selector.suffix))
    for start, end in there.find(folded(selector.exact)):
        if there.follows(prefix, start) and there.precedes(suffix, end):
            divided = there.divides(start) or there.divides(end)
            yield Place(*there.original(start, end), divided)


def _whole(places: Iterable[Place], seed: Seed) -> Iterator[Span]:
    """Yield the places where nothing is parted, of the first hundred."""
    tried = (one for one in islice(places, MOST_TRIED) if not one.divided)
    return (one.span for one in tried if not _parted(seed.text, one, seed.language))


@lru_cache(maxsize=4096)
def _parted(text: str, place: Place, language: str) -> str:
    """Return what a quotation is cut inside of, or the negation right before its beginning."""
    before, words = text[max(place.start - BEFORE, 0) : place.start], text[place.start : place.end]
    near = before.rstrip()[-1:] not in SENTENCE_ENDS and NEGATION.search(fold(before))
    denied = negated_before(fold(before), fold(words), near=0) if near else ""
    ends = (place.start, place.end)
    abroad = (parted(text, at, language) for at in ends)
    found = (*(cut(text, at) for at in ends), *abroad, _beginning(denied, words))
    return next(filter(None, found), "")


def _beginning(denied: str, words: str) -> str:
    return f"{denied} {' '.join(words.split()[:3])} …" if denied else ""


def _not_found(exact: str, selector: Selector, seed: Seed) -> Fault:
    if any(True for _ in folded(seed.text).find(folded(selector.exact))):
        return Fault(
            "the quotation stands in its source, but not between its prefix and suffix",
            f"prefix “{selector.prefix}”, suffix “{selector.suffix}”",
            "the words right before and right after the quotation",
            "copy prefix and suffix from the seed",
        )
    span = nearest(exact, seed)
    if span is None:
        return Fault(
            "the quotation does not stand in its source",
            f"nothing like “{_short(exact)}” in {seed.file}",
            "the exact words of the source",
            "copy the words from the seed, or name the right source",
        )
    passage = seed.text[slice(*span)]
    hidden = told_apart(passage, exact)
    return Fault(
        f"the quotation does not stand in its source; nearest is {seed.locator(*span)} "
        f"({seed.file}:{seed.line(span[0])})",
        f"“{_short(exact)}”",
        f"“{_short(normalise(passage))}”; the difference: {_short(difference(passage, exact))}"
        f"{f' ({hidden})' if hidden else ''}",
        "copy the words from the seed, letter by letter",
    )


def _found_often(places: list[tuple[int, int]], seed: Seed) -> Fault:
    where = ", ".join(
        f"{seed.locator(*span)} ({seed.file}:{seed.line(span[0])})" for span in places[:MOST_NAMED]
    )
    more = len(places) > MOST_NAMED
    return Fault(
        f"the quotation stands in {f'more than {MOST_NAMED}' if more else len(places)} places",
        f"{where} and more" if more else where,
        "one place",
        "give a prefix or suffix that stands next to the one meant, or quote more words",
    )


def _cut(text: str, place: Place, language: str) -> Fault:
    whole = _parted(text, place, language) or text[place.start : place.end]
    return Fault(
        f"the quotation is cut inside “{_short(whole)}”",
        f"“{_short(normalise(text[place.start : place.end]))}”",
        f"whole words and numbers, with all that holds together: “{_short(whole)}”",
        f"quote the whole of “{_short(whole)}”, or none of it",
    )


def _short(text: str, most: int = 600) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def context_for(start: int, end: int, seed: Seed) -> Selector:
    """Return the selector, with prefix or suffix where needed, that locates this span of a seed.

    The quotation is the file's own characters; prefix and suffix grow word by word.
    """
    exact, (starts, ends) = seed.text[start:end], _words(seed.text)
    first, last = bisect_left(starts, start), bisect_right(ends, end)
    before = starts[max(first - AROUND, 0) : first][::-1]
    candidates = [Selector(exact)]
    candidates += [Selector(exact, prefix=seed.text[at:start].strip()) for at in before]
    candidates += [
        Selector(exact, suffix=seed.text[end:at].strip()) for at in ends[last : last + AROUND]
    ]
    for candidate in candidates:
        places = [*islice(_whole(_places(candidate, seed), seed), 2)]
        if places == [(start, end)] and _is_long_enough(candidate):
            return candidate
    raise ValueError(f"no prefix or suffix tells {exact!r} at {start} from its other places")


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[list[int], list[int]]:
    """Return where the words of a text begin, and where they end."""
    found = [match.span() for match in re.finditer(r"\S+", text)]
    return [start for start, _ in found], [end for _, end in found]
