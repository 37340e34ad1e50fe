"""Coverage: which sentences of each seed are quoted, set aside or open, and what none mentions."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.analysis.usage import ASIDE, OPEN, STATES, USED, usage
from sourcebook.data.sharing import shared_out
from sourcebook.text import dates, quantities
from sourcebook.text.levelling import normalise
from sourcebook.text.taken import Taken

if TYPE_CHECKING:
    from sourcebook.data.book import Book
    from sourcebook.data.seeds import Seed

WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*")
CAPITALISED = re.compile(r"[^\W\d_][\w’'.&-]*")
HYPHENED, WHOLE, DIGIT = re.compile(r"[\w-]+"), re.compile(r"\w+(?:-\w+)*"), re.compile(r"\d")
BEGINS, ENDS = re.compile(r"(?<!\w)(?<!\d[.,])"), re.compile(r"(?!\w|[.,]\d)")
PART = re.compile(r"\w+|\S")
LEAST_STRETCH, FEWEST_SEEDS = 4, 25
POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True)
class Unmentioned:
    """Words of a seed that no quotation from it holds, and their paragraph."""

    words: str
    locator: str


@dataclass(frozen=True)
class Sentence:
    """A sentence of a seed: its state, and the stretches of it that no quotation holds."""

    words: str
    locator: str
    state: str
    stretches: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """How far a seed is used, sentence by sentence, and what is left unmentioned.

    ``quoted`` and ``words`` count the words inside quotations and all words of the paragraphs not
    set aside.
    """

    source: str
    paragraphs: int
    sentences: tuple[Sentence, ...]
    quoted: int
    words: int
    numbers: tuple[Unmentioned, ...]
    names: tuple[Unmentioned, ...]

    def count(self, state: str) -> int:
        """Return how many sentences are in a state."""
        return sum(one.state == state for one in self.sentences)

    @property
    def open(self) -> tuple[Sentence, ...]:
        """Return the sentences of which no word is quoted and that are not set aside."""
        return tuple(one for one in self.sentences if one.state == OPEN)


def coverage(book: Book) -> tuple[Coverage, ...]:
    """Return the coverage of every seed, in the order of the register of sources."""
    seeds = (*book.seeds.values(),)
    return (*shared_out(lambda some: (_of_seed(book, one) for one in some), seeds, FEWEST_SEEDS),)


def percent(seeds: Iterable[Coverage]) -> float:
    """Return how many of a hundred sentences are quoted or set aside; 100 where there is none."""
    seeds = list(seeds)
    total = sum(len(one.sentences) for one in seeds)
    left = sum(len(one.open) for one in seeds)
    return 100 * (total - left) / total if total else 100.0


def lines(seeds: Iterable[Coverage]) -> Iterator[str]:
    """Yield the coverage of each seed, and of all together, in words."""
    seeds = list(seeds)
    for one in seeds:
        yield f"{one.source}: {_counts([one])}"
        yield f"    {one.quoted} of {one.words} words quoted where a paragraph is not set aside"
        yield from _listed("numbers", one.numbers)
        yield from _listed("names", one.names)
        for sentence in one.sentences:
            for stretch in sentence.stretches:
                yield f"    in no quotation: {sentence.locator} “{stretch}”"
        yield from (f"    open: {left.locator} “{left.words}”" for left in one.open)
    yield f"all: {_counts(seeds)}: {_percent(percent(seeds))}% used or set aside"


def shortfall(seeds: Iterable[Coverage], floor: float) -> list[str]:
    """Return what to say where the coverage is below the floor; nothing where it is not."""
    seeds = list(seeds)
    if percent(seeds) >= floor:
        return []
    return [
        f"coverage is {_percent(percent(seeds))}%, below the floor of {floor:g}%; sentences "
        "neither quoted nor set aside:",
        *(f"    {one.source} {left.locator} “{left.words}”" for one in seeds for left in one.open),
        "quote from them in data/evidence.csv, or set their paragraphs aside, with a reason",
    ]


def unmentioned(
    words: Iterable[tuple[int, str]], seed: Seed, mentioned: str
) -> Iterator[Unmentioned]:
    """Yield the words, given with their offsets, that ``mentioned`` does not hold, once each."""
    seen = set()
    places: dict[str, list[int]] = {}
    for part in PART.finditer(mentioned):
        places.setdefault(part[0], []).append(part.start())
    for at, found in words:
        word = normalise(found)
        if word not in seen and not _is_mentioned(word, mentioned, places):
            yield Unmentioned(word, seed.locator(at, at + 1))
        seen.add(word)


def _is_mentioned(word: str, mentioned: str, places: Mapping[str, list[int]]) -> bool:
    """Tell whether a text holds a word whole, looking only where its rarest part stands."""
    parts = ((places.get(part[0], []), part.start()) for part in PART.finditer(word))
    rarest, offset = min(parts, key=lambda part: len(part[0]))
    starts = (at - offset for at in rarest if at >= offset)
    return any(
        mentioned.startswith(word, at)
        and BEGINS.match(mentioned, at)
        and ENDS.match(mentioned, at + len(word))
        for at in starts
    )


def numbers(seed: Seed, quoted: Collection[int] = ()) -> Iterator[tuple[int, str]]:
    """Yield the quantities, dates and other words with digits of a seed, as written, in order.

    Those of paragraphs that are ``quoted`` as a whole, given by their numbers, are left out.
    """
    for paragraph in (one for one in seed.paragraphs if one.number not in quoted):
        counted = (one for one in quantities.places(paragraph.text) if one.quantity.strict)
        spans = {(one.start, one.end) for one in counted}
        spans |= {(one.start, one.end) for one in dates.phrases(paragraph.text)}
        taken = Taken(len(paragraph.text), spans)
        spans |= {span for span in _with_digits(paragraph.text) if not taken.meets(*span)}
        for start, end in sorted(spans):
            yield paragraph.start + start, paragraph.text[start:end]


def _with_digits(text: str) -> Iterator[tuple[int, int]]:
    """Yield the words that hold a digit, or stand before one that a hyphen joins to them."""
    for joined in HYPHENED.finditer(text):
        last = max((digit.start() for digit in DIGIT.finditer(text, *joined.span())), default=-1)
        for word in WHOLE.finditer(text, *joined.span()):
            if word.start() <= last:
                yield word.span()


def proper_names(seed: Seed) -> Iterator[tuple[int, str]]:
    """Yield the proper names of a seed, in order: runs of words with capitals.

    A capital at the beginning of a sentence counts if the word has one elsewhere as well.
    """
    inside = {word for run in _runs(seed) for _, word, first in run if not first}
    for run in _runs(seed):
        kept = run if not run[0][2] or run[0][1] in inside or _initials(run[0][1]) else run[1:]
        if kept:
            end = kept[-1][0] + len(kept[-1][1])
            yield kept[0][0], POSSESSIVE.sub("", seed.text[kept[0][0] : end])


def _of_seed(book: Book, seed: Seed) -> Coverage:
    uses = usage(book, seed.source)
    spans = [(one.start, one.end) for one in book.quoted_from(seed.source)]
    mentioned = "\n".join(normalise(seed.text[start:end]) for start, end in spans)
    quoted = Taken(len(seed.text), spans)
    pairs = list(zip(seed.paragraphs, uses, strict=True))
    kept = [p for p, use in pairs if use.state != ASIDE]
    words = [p.start + match.start() for p in kept for match in WORD.finditer(p.text)]
    return Coverage(
        source=seed.source,
        paragraphs=len(uses),
        sentences=tuple(
            _sentence(seed, place, use.state == ASIDE, quoted)
            for paragraph, use in pairs
            for place in paragraph.sentences()
            if WORD.search(seed.text, *place)
        ),
        quoted=sum(quoted.meets(at, at + 1) for at in words),
        words=len(words),
        numbers=tuple(unmentioned(numbers(seed, _whole(seed, spans)), seed, mentioned)),
        names=tuple(unmentioned(proper_names(seed), seed, mentioned)),
    )


def _whole(seed: Seed, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers of the paragraphs that one quotation has from end to end."""
    ends: dict[int, int] = {}
    for start, end in spans:
        ends[start] = max(end, ends.get(start, 0))
    return frozenset(
        one.number
        for one in seed.paragraphs
        if ends.get(one.start + len(one.text) - len(one.text.lstrip()), 0)
        >= one.start + len(one.text.rstrip())
    )


def _sentence(seed: Seed, place: tuple[int, int], aside: bool, quoted: Taken) -> Sentence:
    words, locator = normalise(seed.text[slice(*place)]), seed.locator(*place)
    if aside:
        return Sentence(words, locator, ASIDE, ())
    runs = _unquoted(seed, place, quoted)
    if sum(map(len, runs)) == len(WORD.findall(seed.text, *place)):
        return Sentence(words, locator, OPEN, ())
    long = [run for run in runs if len(run) >= LEAST_STRETCH]
    stretches = (normalise(seed.text[run[0].start() : run[-1].end()]) for run in long)
    return Sentence(words, locator, USED, tuple(stretches))


def _unquoted(seed: Seed, place: tuple[int, int], quoted: Taken) -> list[list[re.Match[str]]]:
    """Return the words between two places that are not quoted, in runs of neighbours."""
    runs: list[list[re.Match[str]]] = [[]]
    for word in WORD.finditer(seed.text, *place):
        if quoted.meets(*word.span()):
            runs.append([])
        else:
            runs[-1].append(word)
    return [run for run in runs if run]


def _runs(seed: Seed) -> Iterator[list[tuple[int, str, bool]]]:
    """Yield runs of words with capitals, each with its offset and whether it opens a sentence."""
    for paragraph in seed.paragraphs:
        for start, end in paragraph.sentences():
            run: list[tuple[int, str, bool]] = []
            last = first = None
            for match in CAPITALISED.finditer(seed.text, start, end):
                first = match.start() if first is None else first
                word = match.group().rstrip(".’'-&")
                if run and not (word[:1].isupper() and seed.text[last : match.start()] == " "):
                    yield run
                    run = []
                if word[:1].isupper():
                    run.append((match.start(), word, match.start() == first))
                last = match.start() + len(word)
            if run:
                yield run


def _initials(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _counts(seeds: Iterable[Coverage]) -> str:
    seeds = list(seeds)
    paragraphs = sum(one.paragraphs for one in seeds)
    used, aside, left = (sum(one.count(state) for one in seeds) for state in STATES)
    counted = f"{used + aside + left} sentences in {paragraphs} paragraphs"
    return f"{counted}: {used} {STATES[USED]}, {aside} {STATES[ASIDE]}, {left} open"


def _listed(kind: str, found: tuple[Unmentioned, ...]) -> Iterator[str]:
    if found:
        listed = "; ".join(f"{one.words} {one.locator}" for one in found)
        yield f"    {kind} in no quotation: {listed}"


def _percent(share: float) -> str:
    """Return a share rounded down, so that only what is whole reads 100."""
    return f"{int(share * 10) / 10:g}"
