"""Dates that the evidence has of another deed, designation or source than the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Register
from sourcebook.checks.resting import Rest
from sourcebook.data.contract import SOURCES
from sourcebook.text.assertions import DATE, PHRASE, Assertion, assertions
from sourcebook.text.carrying import is_carried
from sourcebook.text.claims.dated import parts, stems
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.words import words
from sourcebook.text.sentences import Span


def misdated(
    text: str, rests: Sequence[Rest], register: Register, group: Callable[[str], str] = str
) -> Iterator[Finding]:
    """Yield each date of a text that all evidence with it has of another deed, thing or source.

    ``group`` gives words that say the same one stem.
    """
    vocabulary = register.vocabulary
    some = [one for one in assertions(text) if one.kind in (DATE, PHRASE)]
    if not some:
        return
    apart = any(parts(rest.evidence.quotation, vocabulary) for rest in rests)
    if not (apart or "(" in text):
        return
    own = parts(text, vocabulary) if len(some) > 1 else ((0, len(text)),)
    for one in some:
        part = next((each for each in own if each[0] <= one.start < each[1]), None)
        having = [rest for rest in rests if is_carried(one, rest.evidence.quotation)]
        named = _of_source(one, text, rests, register)
        if having and named and not any(rest in having for rest in named):
            yield _finding(one, named[0])
            continue
        if part and having and all(_is_other(one, text, part, rest, group) for rest in having):
            yield _finding(one, having[0])


def _of_source(one: Assertion, text: str, rests: Sequence[Rest], register: Register) -> list[Rest]:
    """Return the evidence of the source whose name stands before a date: “the Times (2019)”."""
    opens = text[: one.start].rstrip()
    if not opens.endswith("("):
        return []
    before = opens[:-1].rstrip()
    named = {
        key
        for _, end, places in register.objects_in(text)
        for kind, key in places
        if end == len(before) and kind == SOURCES.name
    }
    return [rest for rest in rests if rest.evidence.source in named]


def _is_other(
    one: Assertion, text: str, part: Span, rest: Rest, group: Callable[[str], str]
) -> bool:
    """Tell whether evidence has what a date is said of with another date, and not with that one."""
    quotation, register = rest.evidence.quotation, rest.register
    vocabulary = register.vocabulary
    there = parts(quotation, vocabulary)
    with_it = [each for each in there if is_carried(one, quotation[slice(*each)])]
    apart = [each for each in there if each not in with_it]
    if not with_it or not apart or _goes_on(with_it, quotation, register):
        return False
    deeds = {group(each) for each in _deeds(text, part, register, group)}

    def of(some: Sequence[Span]) -> set[str]:
        found = {group(each) for span in some for each in stems(quotation, span, vocabulary)}
        for span in some:
            found |= _designated(quotation[slice(*span)], register)
        return found

    mine = _designated(text[slice(*part)], register)
    named = bool(mine & of(apart)) and bool(_designated_in(quotation, with_it, register) - mine)
    told = deeds | mine if named else deeds
    return bool(told & of(apart)) and not (deeds | mine) & of(with_it)


def _goes_on(some: Sequence[Span], text: str, register: Register) -> bool:
    """Tell whether parts leave out the verb of another: “A left in May and B in June”."""
    vocabulary = register.vocabulary
    return not any(
        is_past(word, vocabulary) or word.folded in vocabulary.auxiliaries
        for start, end in some
        for word in words(text)
        if start <= word.start < end
    )


def _deeds(text: str, part: Span, register: Register, group: Callable[[str], str]) -> Iterator[str]:
    """Yield the stems of what is done in a part: of words in a book’s own order, or in the past."""
    vocabulary = register.vocabulary
    within = stems(text, part, vocabulary)
    for word in words(text):
        stem = vocabulary.stem(word.folded)
        inside = part[0] <= word.start < part[1] and stem in within
        if inside and (group(stem) != stem or is_past(word, vocabulary)):
            yield stem


def _designated(text: str, register: Register) -> set[str]:
    """Return the objects of a text whose names have a digit."""
    return {
        repr(place)
        for start, end, places in register.objects_in(text)
        if any(sign.isdigit() for sign in text[start:end])
        for place in places
    }


def _designated_in(text: str, some: Sequence[Span], register: Register) -> set[str]:
    return {one for span in some for one in _designated(text[slice(*span)], register)}


def _finding(one: Assertion, rest: Rest) -> Finding:
    return Finding(
        "prose",
        one.words,
        one.start,
        f"“{one.words}” is the date of something else in the evidence than here",
        f"“{one.words}” beside {rest.evidence.id} “{rest.evidence.quotation[:160]}”",
        "the date that the evidence has of it",
        "write that date, or what it is the date of",
    )
