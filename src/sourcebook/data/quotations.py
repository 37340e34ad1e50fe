"""Finding a quotation's one place in a seed, and saying how far off it is where there is none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from sourcebook.data.seeds import Seed
from sourcebook.data.unlike import difference, nearest
from sourcebook.text.forms import IDEOGRAPH, JOINT, Folded, Layer
from sourcebook.text.levelling import normalise
from sourcebook.text.whole import wholes

SHORTEST_WITHOUT_CONTEXT, WORTH_OF_AN_IDEOGRAPH = 12, 3
MOST_OVERLAPPING, MOST_NAMED = 1000, 10
AROUND = 12
IDEOGRAPHS = re.compile(f"[{IDEOGRAPH}]")
JOINING = re.compile(rf"(?<=[^\W\d_])[-{JOINT}](?=[^\W\d_])")


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
    """A text folded, to find words in it, and the places of its own words."""

    def __init__(self, text: str) -> None:
        """Take the text; ``starts`` and ``ends`` are the offsets of its words in it."""
        self.folded = Folded(text)
        self.text = self.folded.text
        self.starts = [match.start() for match in re.finditer(r"\S+", text)]
        self.ends = [match.end() for match in re.finditer(r"\S+", text)]
        self._unjoined = Layer(self.text, JOINING, _nothing) if JOINT in self.text else None

    def find(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield the places of words in ``Evened.text``, overlapping ones too.

        Words that overlap themselves a thousand times are not looked for any further.
        """
        for form in dict.fromkeys(words.replace(JOINT, sign) for sign in ("", "-")):
            if self._unjoined is None:
                yield from _find(form, self.text)
                continue
            for start, end in _find(JOINING.sub("", form), self._unjoined.text):
                span = self._unjoined.start(start), self._unjoined.end(end)
                if _is_written(form, self.text[slice(*span)]):
                    yield span

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text itself of a place in ``Evened.text``."""
        return self.folded.original(start, end)

    def whole(self, start: int, end: int) -> bool:
        """Tell whether neither end of a place in ``Evened.text`` cuts what must stand whole."""
        split = self.folded.splits(start) or self.folded.splits(end)
        return not split and self.cut(start, end) is None

    def cut(self, start: int, end: int) -> tuple[int, int] | None:
        """Return what the ends of a place in ``Evened.text`` cut, or the “not” they leave out."""
        there = wholes(self.text)
        return there.cut(start, end) or there.turned(start, end)


@lru_cache(maxsize=64)
def evened(text: str) -> Evened:
    """Return a text evened out; each is read once."""
    return Evened(text)


def _find(words: str, text: str) -> Iterator[tuple[int, int]]:
    at, overlapping = text.find(words), 0
    while at >= 0 and overlapping < MOST_OVERLAPPING:
        yield at, at + len(words)
        last, at = at, text.find(words, at + 1)
        overlapping += at - last < len(words)


def _is_written(form: str, there: str) -> bool:
    """Tell whether words stand in a text that has a hyphen, or none, where a line ended."""
    at = 0
    for number, part in enumerate(there.split(JOINT)):
        at += number > 0 and form.startswith("-", at)
        if not form.startswith(part, at):
            return False
        at += len(part)
    return at == len(form)


def locate(selector: Selector, seed: Seed) -> tuple[int, int]:
    """Return the start and end offsets of the selector's one place in ``seed.text``.

    Compared as :class:`Folded` has both. Raises :class:`NotLocatedError` for a quotation that is
    empty, not found, found twice, cut inside what must stand whole, or too short to stand without a
    prefix or suffix.
    """
    _refuse_unusable(selector)
    places = _places(selector, seed)
    first = next(places, None)
    if first is None:
        raise NotLocatedError(_not_found(selector, seed))
    whole = [*islice(_whole(chain([first], places), seed), MOST_NAMED + 1)]
    if not whole:
        raise NotLocatedError(_cut(seed, *first))
    if len(whole) > 1:
        raise NotLocatedError(_found_often(whole, seed))
    return whole[0]


def _refuse_unusable(selector: Selector) -> None:
    exact = _evenly(selector.exact)
    if not normalise(exact):
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
    length = len(words) + (WORTH_OF_AN_IDEOGRAPH - 1) * len(IDEOGRAPHS.findall(words))
    around = selector.prefix or selector.suffix
    return bool(words and (around or length >= SHORTEST_WITHOUT_CONTEXT))


def _places(selector: Selector, seed: Seed) -> Iterator[tuple[int, int]]:
    """Yield every place in the folded seed where the quotation stands in its context."""
    there = evened(seed.text)
    prefix, suffix = normalise(selector.prefix), normalise(selector.suffix)
    for start, end in there.find(Folded(selector.exact).text.strip()):
        before = start - (there.text[start - 1 : start] == " ")
        after = end + (there.text[end : end + 1] == " ")
        if there.text.endswith(prefix, 0, before) and there.text.startswith(suffix, after):
            yield start, end


def _whole(places: Iterable[tuple[int, int]], seed: Seed) -> Iterator[tuple[int, int]]:
    """Yield, as they stand in the seed itself, the places that cut nothing."""
    there = evened(seed.text)
    return (there.original(*span) for span in places if there.whole(*span))


def _not_found(selector: Selector, seed: Seed) -> Fault:
    exact = _evenly(selector.exact)
    if any(True for _ in evened(seed.text).find(Folded(exact).text)):
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
    passage = _evenly(seed.text[slice(*span)])
    return Fault(
        f"the quotation does not stand in its source; nearest is {seed.locator(*span)} "
        f"({seed.file}:{seed.line(span[0])})",
        f"“{_short(exact)}”",
        f"“{_short(passage)}”; the difference: {_short(difference(passage, exact))}",
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


def _cut(seed: Seed, start: int, end: int) -> Fault:
    there = evened(seed.text)
    cut = there.cut(start, end) or (start, end)
    words, whole, passage = (
        _short(_evenly(seed.text[slice(*there.original(*span))]))
        for span in ((start, end), cut, (min(start, cut[0]), max(end, cut[1])))
    )
    beside = cut[1] <= start or cut[0] >= end
    return Fault(
        f"the quotation leaves out “{whole}”, which turns its sense"
        if beside
        else f"the quotation begins or ends inside a word or a number: “{whole}”",
        f"“{words}”",
        f"“{whole}” as well, as in “{passage}”",
        f"quote “{whole}” as well, or words that do not touch it",
    )


def _evenly(text: str) -> str:
    return " ".join(text.split())


def _nothing(_: re.Match[str]) -> str:
    return ""


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
        within = len(places) == 1 and start <= places[0][0] < places[0][1] <= end
        if within and _is_long_enough(candidate):
            return candidate
    raise ValueError(f"no prefix or suffix tells {exact!r} at {start} from its other places")
