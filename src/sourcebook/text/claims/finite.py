"""Where the verb of a clause stands, after the words of its subject."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word


def verb_at(some: Sequence[Word], vocabulary: Vocabulary) -> tuple[int, bool]:
    """Return where the verb of a clause begins, with what helps it, and if that is sure.

    It is 0 if none is found. A verb that a “which” or “that” begins is not the clause’s: “the ship
    that sank was built”. What has the form of a noun too is a verb where nothing surer follows,
    best before a number: “engines haul 40 tonnes”.
    """
    skipped, perhaps = 0, list[int]()
    for at in range(1, len(some)):
        last = some[at - 1].folded
        skipped += last in vocabulary.relative or last in vocabulary.questions
        if not _may_follow(some, at, vocabulary):
            continue
        if _is_sure(some, at, vocabulary):
            if not skipped:
                return at, True
            skipped -= 1
        elif _ends(some, at, vocabulary):
            perhaps.append(at)
        elif not (skipped or some[at].parted) and some[0].folded not in vocabulary.prepositions:
            perhaps += [at] if _may_be(some, at, vocabulary) else []
    amounts = [at for at in perhaps if counts(some[min(at + 1, len(some) - 1)], vocabulary)]
    return next(iter((*amounts, *perhaps)), 0), False


def main_verb(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> int:
    """Return where the verb stands that those which help it begin with: “has so far been sold”."""
    last = at
    while last + 1 < len(some) and _helps(some[last], vocabulary):
        last += 1
    helped = some[last - 1].folded if last > at else ""
    done = is_done(some[last], vocabulary) or some[last].folded.endswith(vocabulary.ongoing)
    states = done or helped in vocabulary.modals | vocabulary.doing | vocabulary.infinitive
    return last if last == at or (states and not some[last].capital) else at


def is_done(one: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word has the form of a verb in the past, or of a participle: no “growth”."""
    word = one.folded
    ends = word.endswith(vocabulary.past) and word not in vocabulary.no_past
    return ends or word in vocabulary.past_only or word in vocabulary.past_also


def may_be_participle(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a verb may only say more of the noun before it: “tugs built in”, “tugs lost”."""
    one = some[at]
    either = is_done(one, vocabulary) and one.folded not in vocabulary.past_only
    return either and is_alone(some, at, vocabulary)


def is_alone(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether nothing that a verb is done to follows it: “sank”, “lies in the bay”."""
    after = some[at + 1] if at + 1 < len(some) else None
    return after is None or after.parted or after.folded in vocabulary.prepositions


def counts(word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word is a number, or part of one in words."""
    return word.text[0].isdigit() or word.folded in vocabulary.figures


def _helps(one: Word, vocabulary: Vocabulary) -> bool:
    word = one.folded
    helps = word in vocabulary.auxiliaries or word in vocabulary.adverbs
    return helps or word in vocabulary.lately or (not one.capital and vocabulary.is_adverb(word))


def _may_follow(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may be a verb after the one before it: no “used” of “the used cars”."""
    one, last = some[at], some[at - 1].folded
    if one.capital or "-" in one.before or last in vocabulary.prepositions | vocabulary.numbers:
        return False
    stands_in = last in vocabulary.pronouns or last in vocabulary.questions
    return stands_in or last not in vocabulary.determiners


def _is_sure(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    one, last = some[at], some[at - 1].folded
    if one.folded in vocabulary.auxiliaries:
        return True
    if is_done(one, vocabulary):
        return one.folded not in vocabulary.no_verbs or last not in vocabulary.no_verbs
    return takes_object(some, at, vocabulary)


def takes_object(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word is a verb in the present with what it is done to: “wants a bridge”."""
    one, after = some[at], some[at + 1] if at + 1 < len(some) else None
    if not _ends_in_s(one, vocabulary) or after is None or after.parted:
        return False
    asks = after.folded in vocabulary.relative or after.folded in vocabulary.questions
    if asks or one.folded in vocabulary.no_verbs or _is_unit(some, at, vocabulary):
        return False
    return after.folded in vocabulary.determiners or after.capital or counts(after, vocabulary)


def _is_unit(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word follows a number that counts it: no “holds” of “Room 3 holds maps”."""
    label = at > 1 and some[at - 2].capital and some[at - 1].before == " "
    return not label and counts(some[at - 1], vocabulary)


def _ends_in_s(one: Word, vocabulary: Vocabulary) -> bool:
    word = one.folded
    return word.endswith("s") and not word.endswith(vocabulary.singular_endings)


def _may_be(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may be a verb in the present: “takes liners”, “the towns share a dam”."""
    one, after = some[at], some[at + 1] if at + 1 < len(some) else None
    if after is None or after.parted or one.folded in vocabulary.no_verbs:
        return False
    several = _ends_in_s(some[at - 1], vocabulary) or one.folded in vocabulary.verbs
    ends = several or _ends_in_s(one, vocabulary) or after.folded in vocabulary.articles
    return (ends or counts(after, vocabulary)) and not _is_unit(some, at, vocabulary)


def _ends(some: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a verb in the present ends a clause: “the bridge they built still stands”."""
    last = some[at - 1].folded
    before = last in vocabulary.adverbs or vocabulary.is_adverb(last)
    return at + 1 == len(some) and before and _ends_in_s(some[at], vocabulary)
