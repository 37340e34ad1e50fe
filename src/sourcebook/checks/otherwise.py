"""Denials that the other side words otherwise: “was absent” for “was not there”."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from sourcebook.checks.beside import Beside
from sourcebook.text.claims.deeds import for_or_against
from sourcebook.text.claims.denial import Sense, denied, removes, senses
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

FEW = 2
Group = Callable[[str], str]


def is_otherwise(
    reach: Sequence[Sense], text: str, other: str, vocabulary: Vocabulary, group: Group = str
) -> bool:
    """Tell whether another text says what a denial of this one does, in other words.

    It denies the first word of its ``reach`` as well, or states the contrary (“closed” for “not
    open”); or it has a word such as “absent” that this one lacks, and states that first word
    nowhere, or only of what such a word ends: “withdrew her objection” for “no longer objects”.
    """
    there = senses(other, vocabulary)
    said = {(group(one.stem), one.denied) for one in there}
    by = reach[0].by
    refused = by is not None and by.folded not in vocabulary.denials and not reach[0].implied
    same = {one.word for one in reach[: FEW if refused else 1]}
    alike = [one for one in senses(text, vocabulary) if one.word in same]
    if any((group(one.stem), one.denied) in said for one in alike):
        return True
    contrary = {group(one.stem) for one in there if one.denied and one.implied}
    if any(group(one.stem) in contrary for one in reach):
        return True
    if _is_other_side(reach[0].stem, text, other, vocabulary):
        return True
    lacking = [] if reach[0].implied else _lacking(other, vocabulary)
    if not lacking:
        return False
    known = {group(vocabulary.stem(one.folded)) for one in words(text)}
    lacking = [one for one in lacking if group(vocabulary.stem(one.folded)) not in known]
    stem = group(reach[0].stem)
    stated = [one for one in there if group(one.stem) == stem and not one.implied]
    return bool(lacking) and all(_is_ended(one, lacking, there, vocabulary) for one in stated)


def comes_at_last(reach: Sequence[Sense], text: str, other: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a denial holds only until a time: who “did not open until May” opened then.

    What did not last until then ended before, and so another text with an “until” denies nothing.
    """
    by = reach[0].by
    after = [one for one in words(text) if by and one.start > by.start]
    parts = (at for at, one in enumerate(after) if one.parted or one.folded in vocabulary.breaks)
    ends = next(parts, len(after))
    late = any(one.folded in vocabulary.ending_at for one in after[:ends])
    stays = reach[0].stem in vocabulary.enduring
    again = any(one.folded in vocabulary.ending_at for one in words(other))
    return bool(by and by.folded in vocabulary.nots and late) and not (stays or again)


def _is_other_side(stem: str, text: str, other: str, vocabulary: Vocabulary) -> bool:
    """Tell whether one text has a “for” after a word after which the other has “against”."""
    mine, theirs = (
        {two.folded for one, two in for_or_against(each, vocabulary) if one == stem}
        for each in (text, other)
    )
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def is_said_otherwise(reach: Sequence[Sense], here: Beside) -> bool:
    """Tell whether a quotation cited says what a denial of the text does, in other words."""
    quotations = (rest.evidence.quotation for rest in here.rests)
    return any(
        is_otherwise(reach, here.text, one, here.vocabulary, here.group) for one in quotations
    )


def contrasts(one: Sense, text: str) -> bool:
    """Tell whether a denial sets one thing against another: “sought, not bought”, “and not”."""
    before = text[: one.by.start].rstrip() if one.by else ""
    return before.endswith((",", " and"))


@lru_cache(maxsize=4096)
def _lacking(text: str, vocabulary: Vocabulary) -> list[Word]:
    """Return the words that tell without a denial that something is not so, or no longer."""
    every = words(text)
    return [
        one
        for at, one in enumerate(every)
        if vocabulary.stem(one.folded) in vocabulary.lacking or removes(every, at, vocabulary)
        if one not in denied(text, vocabulary)
    ]


def _is_ended(
    one: Sense, lacking: Sequence[Word], there: Sequence[Sense], vocabulary: Vocabulary
) -> bool:
    """Tell whether a word that ends what it goes with stands before another, or right after it.

    “Closed the inquiry” and “the inquiry was closed” do.
    """
    part = [each for each in there if each.segment == one.segment and not each.implied]
    ending = [each for each in part if each.stem in vocabulary.ending and each.word in lacking]
    after = part[part.index(one) + 1 :][:1]
    return any(each.word.start < one.word.start or each in after for each in ending)
