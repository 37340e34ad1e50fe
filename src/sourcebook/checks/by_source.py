"""Which of several sources cited is said to say what, held against the evidence of that one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.data.contract import SOURCES
from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.words import Word, is_owner, words
from sourcebook.text.quotation_marks import between_marks, without_quotations
from sourcebook.text.sentences import Span

Said = frozenset[str]


class Misplaced(NamedTuple):
    """A source that is named, and a word that only ``other`` has."""

    word: Word
    said: str
    other: str


class _Named(NamedTuple):
    start: int
    end: int
    source: str


def misplaced(
    text: str, rests: Sequence[Rest], register: Register, group: Callable[[str], str] = str
) -> Iterator[Misplaced]:
    """Yield each source said to say what another one says, of which it has less and nothing more.

    Each part of a clause that names a source is held against the evidence of that source, with the
    words that it quotes.
    """
    cited = {rest.evidence.source for rest in rests}
    if len(cited) < 2:
        return
    found = list(_sources(without_quotations(text), register))
    if not found:
        return
    every = words(text)
    apart = {one.source for one in found if _is_apart(every, one, text, register)}
    has = {source: _has(source, rests, group) for source in cited}
    for span in _parts(every, found, len(text)):
        here = [one for one in found if span[0] <= one.start < span[1]]
        names = {one.source for one in here}
        said = _said(text, span, found, register, group)
        for one in here if names <= cited - apart else ():
            mine = said & has[one.source]
            for other in sorted(cited - names):
                more = (said & has[other]) - mine
                if more and mine <= has[other]:
                    word = next(each for each in every if each.start == one.start)
                    yield Misplaced(word, min(more), other)
                    break


def of_named(text: str, rests: Sequence[Rest], register: Register) -> Sequence[Rest]:
    """Return the evidence of the sources that a text names; all of it where it names none."""
    named = {one.source for one in _sources(text, register)}
    return [one for one in rests if one.evidence.source in named] or rests


def _sources(text: str, register: Register) -> Iterator[_Named]:
    for start, end, places in register.objects_in(text):
        for kind, key in places:
            if kind == SOURCES.name:
                yield _Named(start, end, key)
                break


def _is_apart(every: tuple[Word, ...], one: _Named, text: str, register: Register) -> bool:
    """Tell whether a name is not that of who says it: “A’s years”, “all but A”."""
    at = next(place for place, word in enumerate(every) if word.start == one.start)
    before = [word.folded for word in every[max(0, at - 2) : at]]
    return is_owner(text, one.end) or not register.vocabulary.excepting.isdisjoint(before)


def _parts(every: tuple[Word, ...], found: Sequence[_Named], end: int) -> list[Span]:
    """Return the parts of a clause, which commas end, that name sources: all of it if it is one."""
    edges = [0, *(word.start for word in every if word.parted), end]
    parts = list(pairwise(edges))
    named = [(one, two) for one, two in parts if any(one <= each.start < two for each in found)]
    return named if len(named) > 1 else [(0, end)]


def _said(
    text: str,
    span: Span,
    found: Sequence[_Named],
    register: Register,
    group: Callable[[str], str],
) -> Said:
    """Return what a part says, by stems, names and numbers."""
    vocabulary, told = register.vocabulary, set[str]()
    left_out = [(one.start, one.end) for one in found] + [*silences(text, vocabulary)]
    for one in senses(text, vocabulary):
        plain = one.stem not in vocabulary.telling and one.word.folded not in vocabulary.texts
        if plain and not one.by and _is_in(one.word.start, span, left_out):
            told.add(group(one.stem))
    told |= {said for at, said in _to_the_letter(text, register) if _is_in(at, span, left_out)}
    return frozenset(told)


def _to_the_letter(text: str, register: Register) -> Iterator[tuple[int, str]]:
    """Yield the numbers, names and quoted words of a text, with where they stand."""
    for word in words(text):
        if _is_number(word) or word.folded in register.vocabulary.numbers:
            yield word.start, word.folded
    for at, _, places in register.objects_in(text):
        yield from ((at, repr(place)) for place in places)
    for at, end in between_marks(text):
        yield from ((at, _as_quoted(one)) for one in words(text[at:end]))


def _as_quoted(word: Word) -> str:
    """Return a word that has to stand there in the same form: “ships” is not “ship”."""
    return f"“{word.folded}”"


def _is_in(at: int, span: Span, left_out: Sequence[Span]) -> bool:
    inside = span[0] <= at < span[1]
    return inside and not any(start <= at < end for start, end in left_out)


def _is_number(word: Word) -> bool:
    return any(sign.isdigit() for sign in word.text)


def _has(source: str, rests: Sequence[Rest], group: Callable[[str], str]) -> Said:
    having = (_grouped(rest, group) for rest in rests if rest.evidence.source == source)
    return frozenset().union(*having)


@lru_cache(maxsize=4096)
def _grouped(rest: Rest, group: Callable[[str], str]) -> Said:
    said = _words(rest)
    return said | {group(one) for one in said}


def _words(rest: Rest) -> Said:
    """Return the stems, words and objects of evidence and of the sentences around it."""
    text, vocabulary = rest.sentence, rest.register.vocabulary
    named = rest.register.named(text) | rest.speaker
    stems = {one.stem for one in senses(text, vocabulary)}
    quoted = frozenset(map(_as_quoted, words(text)))
    return named.words | stems | quoted | frozenset(map(repr, named.objects))
