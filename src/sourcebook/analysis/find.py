"""Finding words in the seeds, ready to become rows of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.data.quotations import Selector, context_for, nearest
from sourcebook.data.seeds import Seed
from sourcebook.text.folding import folded
from sourcebook.text.sentences import Span

MOST_SENTENCES = 6


@dataclass(frozen=True)
class Passage:
    """Sentences of a seed that hold the words; ``nearest`` marks one that is only alike."""

    source: str
    locator: str
    selector: Selector
    nearest: bool = False


def find(seeds: Iterable[Seed], words: str) -> list[Passage]:
    """Return the sentences that hold ``words``, as few together as do.

    Letter case, normal form, quotation marks, hyphens inside words and the ends of lines make no
    difference. Words that do not stand together are looked for one by one in the same sentence,
    then as the nearest passage of each seed.
    """
    seeds = list(seeds)
    wanted = _plain(words)
    exactly = [passage for seed in seeds for passage in _together(seed, wanted)]
    if exactly:
        return exactly
    apart = [passage for seed in seeds for passage in _apart(seed, wanted.split())]
    return apart or [passage for seed in seeds for passage in _nearest(seed, words)]


@lru_cache(maxsize=1024)
def _whole(seed: Seed) -> str:
    return _plain(seed.text)


def _plain(text: str) -> str:
    return " ".join(folded(text).text.casefold().replace('"', "'").split())


def _together(seed: Seed, wanted: str) -> Iterator[Passage]:
    if not wanted or wanted not in _whole(seed):
        return
    spans = _sentences(seed)
    for count in range(1, MOST_SENTENCES + 1):
        runs = zip(spans, spans[count - 1 :], strict=False)
        places = [(first[0], last[1]) for first, last in runs]
        held = [one for one in places if wanted in _plain(seed.text[slice(*one)])]
        if held:
            yield from (_passage(one, seed) for one in held)
            return


def _apart(seed: Seed, words: list[str]) -> Iterator[Passage]:
    whole = _whole(seed)
    if not words or not all(word in whole for word in words):
        return
    for span in _sentences(seed):
        text = _plain(seed.text[slice(*span)])
        if all(word in text for word in words):
            yield _passage(span, seed)


def _nearest(seed: Seed, words: str) -> Iterator[Passage]:
    span = nearest(words, seed)
    if span is not None:
        yield _passage(span, seed, nearest=True)


def _sentences(seed: Seed) -> list[Span]:
    return [span for paragraph in seed.paragraphs for span in paragraph.sentences()]


def _passage(span: Span, seed: Seed, nearest: bool = False) -> Passage:
    return Passage(seed.source, seed.locator(*span), _selector(*span, seed), nearest)


def _selector(start: int, end: int, seed: Seed) -> Selector:
    """Return the selector of a passage; its bare words where nothing around tells it apart."""
    try:
        found = context_for(start, end, seed)
    except ValueError:
        found = Selector(seed.text[start:end])
    around = (" ".join(one.split()) for one in (found.prefix, found.suffix))
    return Selector(seed.words(start, end), *around)
