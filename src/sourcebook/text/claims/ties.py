"""What a name is tied to in a text: the verb after it, and the verb or preposition before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, is_owner, words

Key = tuple[str, str]
BEFORE, AFTER, OF = "before", "after", "of"
FARTHEST = 8


@dataclass(frozen=True)
class Tie:
    """A run of words with a capital, and a word to which it is tied, as ``(side, stem)``."""

    name: tuple[Word, ...]
    key: Key
    word: Word


@lru_cache(maxsize=8192)
def ties(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[Tie, ...]:
    """Return to what each run of words with a capital is tied.

    Each of several names that “and” or a comma joins is tied to the preposition before the first;
    before a verb such names are passed over.
    """
    return tuple(_ties(text, vocabulary))


def _ties(text: str, vocabulary: Vocabulary) -> Iterator[Tie]:
    every = words(text)
    at = 0
    while at < len(every):
        if not every[at].capital or (not at and every[at].folded in vocabulary.auxiliaries):
            at += 1
            continue
        last = end_of(every, at)
        yield from _before(every, at, last, vocabulary)
        yield from _after(text, every, at, last, vocabulary)
        yield from _to_do(every, at, last, vocabulary)
        yield from _called(every, at, last, vocabulary)
        at = last


def end_of(every: tuple[Word, ...], at: int) -> int:
    """Return where a run of words with a capital ends, with what a hyphen joins to it."""
    last = at
    while last < len(every) and (
        (every[last].capital and (last == at or every[last].before == " "))
        or (last > at and every[last].before == "-")
    ):
        last += 1
    return last


def _before(every: tuple[Word, ...], at: int, last: int, vocabulary: Vocabulary) -> Iterator[Tie]:
    place = at - 1
    if place >= 0 and every[place].folded in vocabulary.articles and not every[place + 1].parted:
        place -= 1
    if place < 0 or every[place + 1].parted or every[place].capital:
        return
    one = every[place].folded
    governor = every[place - 1] if place and not every[place].parted else None
    key = ""
    if one in vocabulary.binding and governor:
        key = f"{vocabulary.stem(governor.folded)} {one}"
    elif _may_have_object(every[place], vocabulary):
        key = vocabulary.stem(one)
    for first, end in ((at, last), *_listed(every, last, vocabulary)) if key else ():
        yield Tie(every[first:end], (BEFORE, key), every[place])


def _may_have_object(word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a name right after a word may be what it is done to: “warned A”."""
    one = word.folded
    return one not in vocabulary.no_verbs and (
        is_past(word, vocabulary) or one.endswith(("s", vocabulary.ongoing))
    )


def _after(
    text: str, every: tuple[Word, ...], at: int, last: int, vocabulary: Vocabulary
) -> Iterator[Tie]:
    place = at - 1
    while place >= 0 and every[place].folded in vocabulary.articles:
        place -= 1
    within = place >= 0 and not every[place + 1].parted and _links(every, place, vocabulary)
    if within or is_owner(text, every[last - 1].end):
        return
    asking = _asking(text, every, at, vocabulary)
    if asking and asking.folded in vocabulary.being:
        yield from being(every, at, last, last, vocabulary)
    else:
        yield from _acting(every, at, last, asking, vocabulary)


def _links(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word joins the name after it to something: no “and” of “sank and A won”."""
    joins = every[at].folded in vocabulary.joining and at > 1 and not every[at - 1].capital
    last = every[at - 1]
    ends = last.folded.isdigit() or last.folded in vocabulary.figures or is_past(last, vocabulary)
    begins = joins and (every[at].parted or ends)
    return every[at].folded in vocabulary.linking and not begins


def _acting(
    every: tuple[Word, ...], at: int, last: int, asking: Word | None, vocabulary: Vocabulary
) -> Iterator[Tie]:
    aside = _after_aside(every, last, vocabulary)
    place = first = aside or last
    apposed = aside or _is_apposed(every, at, last)
    while (
        place < len(every)
        and place < first + 4
        and not (every[place].parted and not (apposed and place == first))
    ):
        one = every[place].folded
        if one in vocabulary.numbers:
            return
        if one in vocabulary.being:
            yield from being(every, at, last, place + 1, vocabulary)
            return
        if (
            one not in vocabulary.auxiliaries
            and one not in vocabulary.adverbs
            and not vocabulary.is_adverb(one)
        ):
            past, ends = is_past(every[place], vocabulary), _is_last(every, place)
            led = at > 0 and every[at - 1].folded in vocabulary.asking
            states = asking or (past and (led or not ends)) or one.endswith(vocabulary.ongoing)
            states = states or (place == first and not ends and is_present(one, vocabulary))
            if states or (place > first and not (past and ends)):
                yield Tie(every[at:last], (AFTER, vocabulary.stem(one)), every[place])
            return
        place += 1


def _is_apposed(every: tuple[Word, ...], at: int, last: int) -> bool:
    """Tell whether a name stands between two commas after what it is: “the mayor, A, paid”."""
    return (
        0 < at < last < len(every)
        and every[at].before.strip() == every[last].before.strip() == ","
        and not every[at - 1].capital
    )


def _after_aside(every: tuple[Word, ...], last: int, vocabulary: Vocabulary) -> int:
    """Return where the words go on after what stands between commas: “A, a clerk, paid”, or 0."""
    aside = every[last] if last < len(every) and every[last].before.strip() == "," else None
    if aside is None or aside.folded not in vocabulary.articles | vocabulary.questions:
        return 0
    signs = (one for one in range(last + 1, min(len(every), last + FARTHEST)) if every[one].parted)
    after = next(signs, 0)
    return after if after and every[after].before.strip() == "," else 0


def _asking(text: str, every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> Word | None:
    """Return the auxiliary that stands before a name in a question: “did A buy”, “is A free”."""
    while at > 1 and every[at - 1].folded in vocabulary.articles and not every[at].parted:
        at -= 1
    asks = at > 0 and every[at - 1].folded in vocabulary.auxiliaries and not every[at].parted
    return every[at - 1] if asks and text.rstrip().endswith("?") else None


def _to_do(every: tuple[Word, ...], at: int, last: int, vocabulary: Vocabulary) -> Iterator[Tie]:
    """Yield what a name is to do: “expects A to buy”."""
    if last + 1 < len(every) and every[last].folded in vocabulary.infinitive:
        verb = every[last + 1]
        if not (every[last].parted or verb.capital or verb.folded in vocabulary.no_verbs):
            yield Tie(every[at:last], (AFTER, vocabulary.stem(verb.folded)), verb)


def _called(every: tuple[Word, ...], at: int, last: int, vocabulary: Vocabulary) -> Iterator[Tie]:
    """Yield what a name is called, as what it is said to be: “calls A an ally”, “has A afraid”."""
    place = at - 1
    while place > 0 and every[place].folded in vocabulary.articles:
        place -= 1
    if place < 0 or last >= len(every) or every[place + 1].parted or every[last].parted:
        return
    calls = vocabulary.stem(every[place].folded) in vocabulary.calling
    has = place > 0 and every[place].folded in vocabulary.holding and every[place - 1].capital
    has = has and not is_past(every[last], vocabulary)
    if calls or has:
        follows = every[last].folded in vocabulary.articles
        if follows or has:
            yield from being(every, at, last, last, vocabulary)


def is_present(one: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word may be what a name does, as “buys”; who says what is read by itself."""
    telling = vocabulary.stem(one) in vocabulary.telling
    return one.endswith("s") and one not in vocabulary.no_verbs and not telling


def _is_last(every: tuple[Word, ...], at: int) -> bool:
    """Tell whether nothing follows a word: “the bridge, closed”, “has the bridge closed”."""
    return at + 1 == len(every) or every[at + 1].parted


def being(
    every: tuple[Word, ...], at: int, last: int, place: int, vocabulary: Vocabulary
) -> Iterator[Tie]:
    """Yield what somebody is said to be, or to have done to them: “A will be one of the owners”."""
    while place < len(every) and place < last + FARTHEST and not every[place].parted:
        one = every[place].folded
        among = one == vocabulary.of and every[place - 1].folded in vocabulary.numbers
        if one in vocabulary.denials or (one in vocabulary.binding and not among):
            return
        if one not in vocabulary.small and one not in vocabulary.adverbs:
            stem = vocabulary.stem(one)
            if stem in vocabulary.told:
                yield from _told(every, at, last, place + 1, vocabulary)
            yield Tie(every[at:last], (AFTER, f"be {stem}"), every[place])
            return
        place += 1


def _told(
    every: tuple[Word, ...], at: int, last: int, place: int, vocabulary: Vocabulary
) -> Iterator[Tie]:
    """Yield what somebody is said to do or have done: “A is said to have bought”."""
    while place < len(every) and not every[place].parted:
        one = every[place].folded
        if one not in vocabulary.small and one not in vocabulary.auxiliaries:
            if not every[place].capital and one not in vocabulary.adverbs:
                yield Tie(every[at:last], (AFTER, vocabulary.stem(one)), every[place])
            return
        place += 1


def _listed(
    every: tuple[Word, ...], last: int, vocabulary: Vocabulary
) -> Iterator[tuple[int, int]]:
    """Yield from where to where the names stand that “and” joins to the one before.

    There is none where a verb may follow: “with A, and B bought” and “from A and B bought”.
    """
    while last + 1 < len(every) and every[last].folded in vocabulary.joining:
        first = last + 1
        if every[last].parted or every[first].parted:
            return
        if every[first].folded in vocabulary.articles:
            first += 1
        last = end_of(every, first)
        if last == first or (last < len(every) and may_state(every[last], vocabulary)):
            return
        yield first, last


def may_state(word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word right after a name may be its verb."""
    one = word.folded
    return not word.parted and (
        one in vocabulary.auxiliaries or one.endswith("s") or is_past(word, vocabulary)
    )
