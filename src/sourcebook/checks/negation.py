"""Statements that deny what is cited, or that leave its denial out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Sequence
from functools import lru_cache

from sourcebook.checks.beside import Beside, Reversal, cited
from sourcebook.checks.disowned import disowned
from sourcebook.checks.naming import Register
from sourcebook.checks.otherwise import (
    comes_at_last,
    contrasts,
    is_otherwise,
    is_said_otherwise,
)
from sourcebook.checks.resting import Rest
from sourcebook.checks.untelling import undescribed, unreported
from sourcebook.text.claims.denial import Sense, contrary, may_reach, said, senses
from sourcebook.text.claims.stance import untold
from sourcebook.text.claims.strength import REAL, is_past, steps, told
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

NEAR = 2


def reversals(
    text: str, rests: Sequence[Rest], register: Register, group: Callable[[str], str] = str
) -> Iterator[Reversal]:
    """Yield each word that is denied on one side only, the first of each denial."""
    here = Beside(text, rests, register, group)
    if not (any(one.by for one in here.mine) or any(map(_may_deny, rests))):
        yield from undescribed(here)
        return
    added = list(_added(here))
    yield from added
    yield from _left_out(here)
    if not added:
        added = list(unreported(here)) or list(undescribed(here)) or list(disowned(here))
        yield from added
    if not added:
        yield from _bare(here)


def _added(here: Beside) -> Iterator[Reversal]:
    """Yield what prose denies and no evidence does.

    It is not sure of what the evidence only has planned, nor of “not a break with it”, for only the
    second word of that is its own.
    """
    cited_stems = {one.stem for some in here.known.values() for one, _ in some}
    for reach in _reaches(here.mine, here.vocabulary, cited_stems):
        near = [one for one in reach[:NEAR] if one is reach[0] or not one.stem.isdigit()]
        found = [one for one in near if here.of(one.stem)]
        if _ends_refusal(reach, here) or not found or is_said_otherwise(reach, here):
            continue
        if any(other.denied for other, _ in here.of(found[0].stem)):
            continue
        one, (other, rest) = found[0], here.of(found[0].stem)[0]
        shared = _shared(one.by, here.known, here.vocabulary)
        if not (shared or contrasts(one, here.text) or _untold(one, here)):
            none = one.by is not None and one.by.folded not in here.vocabulary.nots
            own = (none or one is not reach[0]) and _goes_on_with_but(reach[0], here)
            sure = not own and _is_real(one, here) and _alike(one, here, other, rest)
            yield Reversal(one, other, rest, sure)


def _is_real(one: Sense, here: Beside) -> bool:
    """Tell whether evidence has a denied deed as done, or the text has it as open as well."""
    vocabulary = here.vocabulary
    mine = {each.word.start: each.mode for each in told(here.text, vocabulary)}
    mode, stem = mine.get(one.word.start, REAL), here.group(one.stem)
    theirs = [
        each.mode
        for rest in here.rests
        for each in told(rest.evidence.quotation, vocabulary)
        if here.group(each.stem) == stem
    ]
    return not is_past(one.word, vocabulary) or mode <= max(theirs, default=REAL)


def _ends_refusal(reach: Sequence[Sense], here: Beside) -> bool:
    """Tell whether a denial is of a refusal: “not stopped from going”, “no letter stopped it”.

    What is refused is then what is stated.
    """
    refusing = here.vocabulary.refusals | here.vocabulary.barring
    by = reach[0].by
    every = [one for one in words(here.text) if by and one.start > by.start]
    ends = next((one.start for one in every if one.parted), len(here.text))
    whole = by is not None and by.folded not in here.vocabulary.nots
    some = [one for one in here.mine if by and by.start < one.word.start < ends]
    return any(
        one.stem in refusing and not (one.implied or here.of(one.stem))
        for one in (some if whole else reach)
    )


def _left_out(here: Beside) -> Iterator[Reversal]:
    """Yield what evidence denies and prose states, if no other evidence states it."""
    vocabulary = here.vocabulary
    stated: dict[str, list[Sense]] = {}
    heard = any(any(said(one.sentence, vocabulary)) for one in here.rests)
    for one in (*here.mine, *(() if heard else said(here.text, vocabulary))):
        if not any(start <= one.word.start < end for start, end in here.silent):
            stated.setdefault(here.group(one.stem), []).append(one)
    telling = vocabulary.saying | {one.stem for one in here.mine}
    own = {one.stem for some in stated.values() for one in some if not one.implied}
    for rest in here.rests:
        inside = {one.word for one in cited(rest, vocabulary)}
        reaches = _reaches(senses(rest.sentence, vocabulary), vocabulary, telling)
        firsts = ((one, reach) for reach in reaches for one in _first(reach, vocabulary))
        for first, reach in firsts:
            mine = stated.get(here.group(first.stem), ())
            if first.word not in inside or not mine or any(each.denied for each in mine):
                continue
            denied = all(other.denied for other, _ in here.of(first.stem))
            if not denied or _shared(first.by, own, vocabulary):
                continue
            both = (rest.sentence, here.text, vocabulary)
            if not (is_otherwise(reach, *both, here.group) or comes_at_last(reach, *both)):
                yield Reversal(mine[0], first, rest, _alike(mine[0], here, first, rest))


def _first(reach: Sequence[Sense], vocabulary: Vocabulary) -> Sequence[Sense]:
    """Return what a denial denies above all: “refuses to sever deep ties” denies no depth."""
    by = reach[0].by
    if reach[0].implied:
        return reach
    refused = by is not None and by.folded not in vocabulary.denials
    return reach[: 1 if refused else NEAR]


def _reaches(
    some: Sequence[Sense], vocabulary: Vocabulary, known: Container[str] = ()
) -> list[list[Sense]]:
    """Return the words that each denial reaches, without names.

    What is denied of telling (“does not say that”) is passed over, but for “is not said to” and
    for words that are ``known`` to be said themselves.
    """
    found: dict[tuple[int, int, bool], list[Sense]] = {}
    silent: set[tuple[int, int, bool]] = set()
    for one in some:
        if one.by and one.denied:
            if one.teller and one.teller not in known:
                continue
            place = (one.by.start, one.segment, one.implied)
            tells = one.stem in vocabulary.telling and one.stem not in known
            if tells and place not in found and not (place in silent and one.infinitive):
                silent.add(place)
            elif (one.implied or not one.word.capital) and (place not in silent or one.infinitive):
                found.setdefault(place, []).append(one)
                silent.discard(place)
    return list(found.values())


@lru_cache(maxsize=4096)
def _may_deny(rest: Rest) -> bool:
    return any(one.by for one in senses(rest.sentence, rest.register.vocabulary))


@lru_cache(maxsize=4096)
def _has_denial(rest: Rest) -> bool:
    """Tell whether evidence denies anything; “unlikely” does, as its rest is a word of the book."""
    vocabulary, common = rest.register.vocabulary, rest.register.common
    return _denies(rest.sentence, vocabulary) or any(
        one.implied and contrary(one.word.folded, vocabulary) in common
        for one in senses(rest.sentence, vocabulary)
    )


def _shared(denial: Word | None, others: Container[str], vocabulary: Vocabulary) -> bool:
    """Tell whether the other side has the word that denies: then it is only placed otherwise."""
    return denial is not None and vocabulary.stem(denial.folded) in others


def _alike(one: Sense, here: Beside, other: Sense, rest: Rest) -> bool:
    """Tell whether the two statements share another word, or an object, than what is denied.

    What stands for something named before, “it” or “the president”, is such a word.
    """
    vocabulary, register = here.vocabulary, here.register
    text, word = (rest.sentence, other.word) if one.denied else (here.text, one.word)
    if may_reach(text, word, vocabulary):
        return False
    left = {each.stem for each in here.mine if each.stem != one.stem}
    right = {each.stem for each in senses(rest.sentence, vocabulary) if each.stem != one.stem}
    shared = register.named(here.text).objects & register.named(rest.sentence).objects
    return bool(shared or not left.isdisjoint(right) or _refers_back(one, here, right))


def _refers_back(one: Sense, here: Beside, right: Collection[str]) -> bool:
    """Tell whether a denied verb is one of “it”, and all that follows stands in the evidence."""
    vocabulary, every = here.vocabulary, words(here.text)
    before = [
        word.folded
        for word in every
        if one.by
        and word.start < one.by.start
        and word.folded not in vocabulary.auxiliaries | vocabulary.adverbs
    ]
    after = [
        each.stem
        for each in here.mine
        if each.segment == one.segment and each.word.start > one.word.start
    ]
    return bool(before) and before[-1] in vocabulary.anaphors and set(after) <= set(right)


def _is_claimed(word: Word, here: Beside) -> bool:
    """Tell whether a word claims much: to deny it, as “not certain” does, is to claim less."""
    some = steps(here.text, here.vocabulary)
    return any(level > 1 for _, level, one in some if one == word)


def _goes_on_with_but(one: Sense, here: Beside) -> bool:
    """Tell whether what is so follows what is not: “not from Oslo but from Bergen”."""
    vocabulary = here.vocabulary
    after = [word for word in words(here.text) if word.start > one.word.start]
    at = next((at for at, word in enumerate(after) if word.folded in vocabulary.contrasting), -1)
    rest = after[at + 1 :] if at >= 0 else []
    return bool(rest) and not any(word.folded in vocabulary.auxiliaries for word in rest)


def _untold(one: Sense, here: Beside) -> bool:
    vocabulary = here.vocabulary
    texts_do = vocabulary.stating | vocabulary.reporting | vocabulary.told
    if one.stem in vocabulary.saying - texts_do and here.of(one.stem):
        return False
    return one.by is not None and untold(here.text, one.by.start, here.vocabulary)


def _denies(text: str, vocabulary: Vocabulary) -> bool:
    return any(word.folded in vocabulary.denials for word in words(text)) or any(
        one.stem in vocabulary.refusals and not one.implied for one in senses(text, vocabulary)
    )


def _bare(here: Beside) -> Iterator[Reversal]:
    """Yield a verb, or what something is, that is denied where the evidence denies nothing."""
    if any(_has_denial(one) and _denies_of(one, here) for one in here.rests):
        return
    alone = not any(_has_denial(one) for one in here.rests)
    denied = [
        (reach[0], alone and _is_done(reach[0], here))
        for reach in _reaches(here.mine, here.vocabulary)
        if reach[0].first
        and reach[0].by
        and reach[0].by.folded in here.vocabulary.nots
        and reach[0].by is not words(here.text)[0]
        and not (_untold(reach[0], here) or contrasts(reach[0], here.text))
        and not (_ends_refusal(reach, here) or _goes_on_with_but(reach[0], here))
        and not _is_claimed(reach[0].word, here)
    ]
    found = (denied or list(_denied_of_being(here)))[:1]
    for one, sure in found:
        if any(other.denied for other, _ in here.of(one.stem)) or is_said_otherwise([one], here):
            continue
        yield Reversal(one, None, here.rests[0], sure and alone)


def _denies_of(rest: Rest, here: Beside) -> bool:
    """Tell whether evidence denies something of what the text speaks of."""
    stems = {here.group(one.stem) for one in here.mine}
    return any(
        one.by and here.group(one.stem) in stems for one in senses(rest.sentence, here.vocabulary)
    )


def _is_done(one: Sense, here: Beside) -> bool:
    """Tell whether a verb is denied: what something is or may be can be the writer’s own word."""
    every, vocabulary = words(here.text), here.vocabulary
    at = every.index(one.word)
    while every[at - 1].folded in vocabulary.auxiliaries | vocabulary.adverbs - vocabulary.denials:
        at -= 1
    modal = every[at - 2].folded if at > 1 else ""
    return every[at - 1] is one.by and modal not in vocabulary.modals - vocabulary.certain


def _denied_of_being(here: Beside) -> Iterator[tuple[Sense, bool]]:
    """Yield what follows an “is not” or “could not”, a name or preposition too; and if it is sure.

    Where no ``silences`` are, the clause does not speak of what a text has.
    """
    every, vocabulary = words(here.text), here.vocabulary
    for last, one, after in zip(every, every[1:], every[2:], strict=False):
        helped = last.folded in vocabulary.auxiliaries and not one.parted
        either = after.folded in vocabulary.both
        if not helped or one.folded not in vocabulary.nots or either:
            continue
        stem = vocabulary.stem(after.folded)
        if stem in vocabulary.own:
            yield Sense(after, stem, True, one, True, 0), False
        elif stem not in vocabulary.telling and not untold(here.text, one.start, vocabulary):
            sure = not any(start <= one.start < end for start, end in here.silent)
            denied = Sense(after, stem, True, one, True, 0)
            claimed = _is_claimed(after, here)
            if not (claimed or _ends_refusal([denied], here) or _goes_on_with_but(denied, here)):
                yield denied, sure
