"""Whether words between quotation marks stand in a quotation, and nothing telling is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sourcebook.text.cuts import cut
from sourcebook.text.folding import Folded, fold
from sourcebook.text.left_out import is_name, left_out, negated_before
from sourcebook.text.quotation_marks import without_marks

ELLIPSIS = re.compile(r"\[(?:…|\.\.\.)\]|…|\.\.\.|\. \. \.")
OWN_CASE = re.compile(r"\[(\w)\](?=\w)")
POSSESSIVE = re.compile(r"['’]s\b")
PUNCTUATION = " ,.;:!?\n\t"
MOST_TRIED = 100
TERM = 2  # words, of which none is a sentence


class Objection(NamedTuple):
    """Why quoted words are not a quotation's: what they do, after “that”, and what to do."""

    what: str
    do: str = ""


NOT_THERE = Objection("the evidence cited here does not state")


def objection(words: str, quotation: str, lead: str = "") -> Objection | None:
    """Return why words, with or without their marks, do not stand in a quotation as they are.

    Every part between ellipses stands there whole and in order. ``lead`` is what is said before
    the words. A first letter may be the writer's own where it is small, stands in brackets, or
    begins no term amid a clause.
    """
    bare = without_marks(words)
    forms = {OWN_CASE.sub(lambda m: m[1].lower(), bare), OWN_CASE.sub(lambda m: m[1].upper(), bare)}
    found = [_objection(form, quotation, lead) for form in sorted(forms)]
    return None if None in found else found[0]


def _objection(words: str, quotation: str, lead: str) -> Objection | None:
    parts = [part.strip() for part in ELLIPSIS.split(words) if part.strip(PUNCTUATION)]
    there, at, kept = _alike(quotation), 0, len(fold(" ".join(parts)).split())
    objected: Objection | None = None
    for number, part in enumerate(parts):
        objected = NOT_THERE
        for start, end in _places(part, there, at):
            place = there.original(start, end)
            objected = (
                _raised(quotation[place[0]], part, lead)
                or _parted(quotation, place, part)
                or (
                    left_out_of(quotation, there.original(at - 1, at)[1], place[0], kept)
                    if number
                    else _begun_late(quotation, place[0], part, lead)
                )
            )
            if objected is None:
                at = end
                break
        if objected:
            return objected
    return objected


@lru_cache(maxsize=1024)
def _alike(text: str) -> Folded:
    return Folded(text, one_mark=True)


def _places(part: str, there: Folded, at: int) -> Iterator[tuple[int, int]]:
    """Yield where a part stands from a place on: with its own punctuation, then without."""
    for words in dict.fromkeys((part, part.strip(PUNCTUATION))):
        forms = {words, words[0].swapcase() + words[1:]}
        found = {place for form in forms for place in there.find(_alike(form))}
        yield from [one for one in sorted(found) if one[0] >= at][:MOST_TRIED]


def _raised(first: str, part: str, lead: str) -> Objection | None:
    """Return an objection to a term amid a clause that begins with a capital of the writer's."""
    amid = lead.rstrip()[-1:].isalnum() and len(part.split()) <= TERM
    if not (amid and part[0].isupper() and first.islower()):
        return None
    do = f"write “{first}{part[1:]}”, or “[{part[0]}]{part[1:]}”"
    return Objection("its source begins with a small letter", do)


def _parted(quotation: str, place: tuple[int, int], part: str) -> Objection | None:
    for at in place:
        whole = cut(quotation, at)
        if whole and not (POSSESSIVE.match(quotation, at) and is_name(fold(part))):
            return Objection(f"is cut inside “{whole}”", f"quote the whole of “{whole}”")
    return None


def left_out_of(quotation: str, start: int, end: int, kept: int) -> Objection | None:
    """Return what an ellipsis may not leave out, of the words from ``start`` up to ``end``."""
    told = left_out(fold(quotation[start:end]), kept)
    do = "quote what stands between as well, or make two quotations of it"
    return Objection(f"leaves out {told}", do) if told else None


def _begun_late(quotation: str, start: int, part: str, lead: str) -> Objection | None:
    denied = negated_before(fold(quotation[:start]), fold(part), lead)
    do = f"begin the quotation with “{denied}”, or say so before it"
    return Objection(f"leaves out “{denied}” before it", do) if denied else None
