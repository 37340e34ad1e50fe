"""Finding words in the seeds, ready to become rows of evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.data.quotations import Selector, context_for
from sourcebook.data.seeds import Seed
from sourcebook.data.unlike import nearest
from sourcebook.text.levelling import normalise


@dataclass(frozen=True)
class Passage:
    """A sentence of a seed that holds the words; ``nearest`` marks one that is only alike."""

    source: str
    locator: str
    selector: Selector
    nearest: bool = False


def find(seeds: Iterable[Seed], words: str) -> list[Passage]:
    """Return the sentences that hold ``words``, letter case and quotation marks aside.

    Words that no sentence holds as they stand are looked for one by one in the same sentence, then
    as the nearest passage of each seed.
    """
    seeds = list(seeds)
    wanted = normalise(words).casefold()
    exactly = [passage for seed in seeds for passage in _holding(seed, [wanted])]
    if exactly:
        return exactly
    apart = [passage for seed in seeds for passage in _holding(seed, wanted.split())]
    return apart or [passage for seed in seeds for passage in _nearest(seed, words)]


def _holding(seed: Seed, words: list[str]) -> Iterator[Passage]:
    for paragraph in seed.paragraphs:
        for start, end in paragraph.sentences():
            text = normalise(seed.text[start:end]).casefold()
            if all(word in text for word in words):
                yield Passage(seed.source, paragraph.locator, _selector(start, end, seed))


def _nearest(seed: Seed, words: str) -> Iterator[Passage]:
    span = nearest(words, seed)
    if span is not None:
        yield Passage(seed.source, seed.locator(*span), _selector(*span, seed), nearest=True)


def _selector(start: int, end: int, seed: Seed) -> Selector:
    """Return the selector of a passage; its bare words where nothing around tells it apart."""
    try:
        return context_for(start, end, seed)
    except ValueError:
        return Selector(seed.text[start:end])
