"""Finding a quotation's one place in a seed, and saying how far off it is where there is none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, islice

from sourcebook.data.seeds import Seed
from sourcebook.text.alignment import opcodes
from sourcebook.text.levelling import normalise

SHORTEST_WITHOUT_CONTEXT = 12
NEAREST_WORTH_SHOWING = 60.0
LONGEST_LOOKED_FOR = 400
MOST_OVERLAPPING, MOST_NAMED = 1000, 10
AROUND = 12


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


class NotLocatedError(Exception):
    """A selector has no one place in its seed; ``fault`` says why, and what is near."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"{fault.what}: found {fault.found}; expected {fault.expected}")


class Evened:
    """A text as :func:`normalise` returns it, whose words lead back to where they stand."""

    def __init__(self, text: str) -> None:
        """Take the text; ``starts`` and ``ends`` are the offsets of its words in it."""
        self.text = normalise(text)
        self.starts = [match.start() for match in re.finditer(r"\S+", text)]
        self.ends = [match.end() for match in re.finditer(r"\S+", text)]
        lengths = (end - start + 1 for start, end in zip(self.starts, self.ends, strict=True))
        self._places = [0, *accumulate(lengths)]

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield the places of words in ``Evened.text``, overlapping ones too.

        Words that overlap themselves a thousand times are not looked for any further.
        """
        at, overlapping = self.text.find(words), 0
        while at >= 0 and overlapping < MOST_OVERLAPPING:
            yield at, at + len(words)
            last, at = at, self.text.find(words, at + 1)
            overlapping += at - last < len(words)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text itself of a place that begins and ends with a word."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, at: int) -> int:
        word = bisect_right(self._places, at) - 1
        return self.starts[word] + at - self._places[word]


@lru_cache(maxsize=64)
def evened(text: str) -> Evened:
    """Return a text evened out; each is read once."""
    return Evened(text)


def locate(selector: Selector, seed: Seed) -> tuple[int, int]:
    """Return the start and end offsets of the selector's one place in ``seed.text``.

    Compared after :func:`normalise`. Raises :class:`NotLocatedError` for a quotation that is empty,
    not found, found twice, cut inside a word or number, or too short to stand without a prefix or
    suffix.
    """
    exact = normalise(selector.exact)
    _refuse_unusable(exact, selector)
    places = _places(selector, seed)
    first = next(places, None)
    if first is None:
        raise NotLocatedError(_not_found(exact, selector, seed))
    whole = [*islice(_whole(chain([first], places), seed), MOST_NAMED + 1)]
    if not whole:
        raise NotLocatedError(_cut(seed.text, *first))
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


def _places(selector: Selector, seed: Seed) -> Iterator[tuple[int, int]]:
    """Yield every place, overlapping ones too, where the quotation stands in its context."""
    there = evened(seed.text)
    prefix, suffix = normalise(selector.prefix), normalise(selector.suffix)
    for start, end in there.find(normalise(selector.exact)):
        before = start - (there.text[start - 1 : start] == " ")
        after = end + (there.text[end : end + 1] == " ")
        if there.text.endswith(prefix, 0, before) and there.text.startswith(suffix, after):
            yield there.original(start, end)


def _whole(places: Iterable[tuple[int, int]], seed: Seed) -> Iterator[tuple[int, int]]:
    return (span for span in places if not any(_cuts_a_word(seed.text, at) for at in span))


def _cuts_a_word(text: str, at: int) -> bool:
    if at in (0, len(text)):
        return False
    left, right = text[at - 1], text[at]
    inside_number = re.match(r"\d[.,]\d", text[at - 1 : at + 2]) or (
        left in ".," and right.isdigit() and text[max(at - 2, 0)].isdigit()
    )
    return (left.isalnum() and right.isalnum()) or bool(inside_number)


def _not_found(exact: str, selector: Selector, seed: Seed) -> Fault:
    if any(True for _ in evened(seed.text).find(exact)):
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
    return Fault(
        f"the quotation does not stand in its source; nearest is {seed.locator(*span)} "
        f"({seed.file}:{seed.line(span[0])})",
        f"“{_short(exact)}”",
        f"“{_short(normalise(passage))}”; the difference: {_short(difference(passage, exact))}",
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


def _cut(text: str, start: int, end: int) -> Fault:
    around = normalise(text[max(start - 12, 0) : end + 12])
    return Fault(
        "the quotation begins or ends inside a word or a number",
        f"“{_short(normalise(text[start:end]))}”",
        f"whole words, as in “{_short(around)}”",
        "quote the whole word or number",
    )


def _short(text: str, most: int = 600) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def context_for(start: int, end: int, seed: Seed) -> Selector:
    """Return the selector, with prefix or suffix where needed, that locates this span of a seed.

    The quotation is the file's own characters; prefix and suffix grow word by word.
    """
    exact, there = seed.text[start:end], evened(seed.text)
    first, last = bisect_left(there.starts, start), bisect_right(there.ends, end)
    before = there.starts[max(first - AROUND, 0) : first][::-1]
    candidates = [Selector(exact)]
    candidates += [Selector(exact, prefix=seed.text[at:start].strip()) for at in before]
    after = there.ends[last : last + AROUND]
    candidates += [Selector(exact, suffix=seed.text[end:at].strip()) for at in after]
    for candidate in candidates:
        places = [*islice(_whole(_places(candidate, seed), seed), 2)]
        if places == [(start, end)] and _is_long_enough(candidate):
            return candidate
    raise ValueError(f"no prefix or suffix tells {exact!r} at {start} from its other places")
