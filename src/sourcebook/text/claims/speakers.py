"""Who is said to say something: the subject of each verb of saying, and “according to”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words

FARTHEST = 30
AFTER = 8
FEW = 5
STOPS = (",", ";", ":", ".", "“", "”", '"', "–", "—", "(", ")", "|", "\0")


@dataclass(frozen=True)
class Attribution:
    """A verb of saying, or “according to”, with the words that tell who says it.

    ``head`` is the word that the verb goes with; ``subject`` all that may name the speaker.
    ``plain`` tells that what is said follows, as after “said that”, or stands before, as before
    “, he said”: otherwise the verb may be a noun, or be no verb of saying here.
    """

    verb: Word
    head: Word
    subject: tuple[Word, ...]
    plain: bool = True


@lru_cache(maxsize=8192)
def attributions(text: str, vocabulary: Vocabulary = ENGLISH) -> tuple[Attribution, ...]:
    """Return who is said to say something in a text.

    “X said”, “said X”, “by X” after a verb of saying and “according to X” all do; “X is said to”
    does not.
    """
    return tuple(_attributions(text, vocabulary))


def _attributions(text: str, vocabulary: Vocabulary) -> Iterator[Attribution]:
    every = words(text)
    for at, word in enumerate(every):
        if word.folded == vocabulary.according[0]:
            if at + 1 < len(every) and every[at + 1].folded == vocabulary.according[1]:
                yield from _after(word, every, at + 2, vocabulary)
        elif _says(word, vocabulary) and not _is_text(every, at, vocabulary):
            by = at + 1 < len(every) and every[at + 1].folded in vocabulary.by
            after = by or _is_turned(every, at, vocabulary)
            found = None if after else _before(word, every, at, vocabulary)
            yield from [found] if found else _inverted(word, every, at, vocabulary)


def _is_text(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a verb of saying is a noun for a text that says something: “the report says”."""
    after = every[at + 1] if at + 1 < len(every) else None
    tells = after is not None and not after.parted and _says(after, vocabulary)
    return every[at].folded in vocabulary.documents and tells


def _is_turned(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a name or office stands alone after a verb and a comma: “, says X, who”."""
    last = at + 1
    office = last < len(every) and every[last].folded in vocabulary.articles
    while last < len(every) and (office or every[last].capital):
        if last > at + 1 and _stops(every[last]):
            break
        last += 1
    ends = last == len(every) or _stops(every[last])
    alone = ends if office else ends or every[last].folded in vocabulary.small
    inverts = vocabulary.stem(every[at].folded) in vocabulary.inverting
    near = last <= at + FEW or not office
    turned = near and last > at + 1 and alone and inverts
    return turned and _stops(every[at]) and not _stops(every[at + 1])


def _is_noun(
    every: tuple[Word, ...], at: int, subject: Sequence[Word], vocabulary: Vocabulary
) -> bool:
    """Tell whether a word is a noun that nobody owns: “a dated statement”, “the statement of”."""
    if not every[at].folded.endswith(vocabulary.nominal) or _owns(every[at - 1]):
        return False
    after = every[at + 1].folded if at + 1 < len(every) else ""
    return (
        after == vocabulary.of
        or any(one.folded in vocabulary.singular for one in subject)
        or not any(one.capital or one.folded in vocabulary.articles for one in subject)
    )


def _owns(word: Word) -> bool:
    """Tell whether a word has an ’s, which stands in its place and not among its letters."""
    return word.end - word.start > len(word.text)


def _says(word: Word, vocabulary: Vocabulary) -> bool:
    one = word.folded
    return (
        not word.capital
        and one not in vocabulary.denials
        and one not in vocabulary.small
        and vocabulary.stem(one) in vocabulary.saying
    )


def _before(
    verb: Word, every: tuple[Word, ...], at: int, vocabulary: Vocabulary
) -> Attribution | None:
    """Return who stands before a verb as its subject; nobody where it is a noun or passive."""
    place, passive = at - 1, _is_passive(every, at, vocabulary)
    while place >= max(0, at - FARTHEST) and _is_helper(every[place], vocabulary):
        if _stops(every[place + 1]):
            return None
        place -= 1
    if (
        passive
        or place < 0
        or every[at - 1].folded in vocabulary.infinitive
        or _is_denied(every, at, vocabulary)
        or not _may_be_subject(every[place], every[place + 1], vocabulary)
    ):
        return None
    apposed = "," in every[place + 1].before
    first = place
    while first > max(0, place - FARTHEST) and not _ends(every, first, apposed, vocabulary):
        first -= 1
    if any(word.folded in vocabulary.denials for word in every[first:at]):
        first = max(0, place - FARTHEST)
    if _is_noun(every, at, every[first : place + 1], vocabulary):
        return None
    return Attribution(
        verb, every[place], every[first : place + 1], _is_plain(every, at, vocabulary)
    )


def _is_denied(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody says nothing: a denial stands right before or after the verb."""
    beside = every[max(0, at - 1) : at] + every[at + 1 : at + 2]
    return any(word.folded in vocabulary.silences for word in beside)


def _is_plain(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether what somebody says follows a verb, or stood before it."""
    if at + 1 == len(every):
        return any("," in word.before for word in every[max(0, at - AFTER) : at])
    after = every[at + 1]
    begins = after.folded in vocabulary.complements or bool(set(after.before) & set(',:“".;'))
    return begins or _goes_on(every, at, vocabulary)


def _goes_on(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a clause follows a verb without a “that”: “said the mask is old”."""
    stem = vocabulary.stem(every[at].folded)
    some = list(takewhile(lambda one: not one.parted, every[at + 1 : at + AFTER]))
    begins = some and (some[0].capital or some[0].folded in vocabulary.articles)
    states = any(one.folded in vocabulary.being | vocabulary.holding for one in some[1:])
    return bool(begins) and states and stem in vocabulary.inverting | vocabulary.asserting


def _inverted(
    verb: Word, every: tuple[Word, ...], at: int, vocabulary: Vocabulary
) -> Iterator[Attribution]:
    """Yield who stands after a verb: “said X” after a comma or quotation, “told by X”."""
    if at + 1 < len(every) and every[at + 1].folded in vocabulary.by:
        yield from _after(verb, every, at + 2, vocabulary)
    elif _stops(verb) and at + 1 < len(every) and not _stops(every[at + 1]):
        inverts = vocabulary.stem(verb.folded) in vocabulary.inverting
        if inverts and (every[at + 1].capital or every[at + 1].folded in vocabulary.articles):
            yield from _after(verb, every, at + 1, vocabulary)


def _after(
    verb: Word, every: tuple[Word, ...], at: int, vocabulary: Vocabulary
) -> Iterator[Attribution]:
    last = at
    while last < min(len(every), at + AFTER) and (
        last == at
        or not (
            _stops(every[last])
            or every[last].folded in vocabulary.turning
            or _is_addressed(every, last, vocabulary)
        )
    ):
        last += 1
    subject = every[at : _apposed(every, at, last)]
    if subject:
        nouns = [one for one in subject if one.folded not in vocabulary.small]
        yield Attribution(verb, (nouns or subject)[0], subject)


def _is_addressed(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a “to” leads to whom somebody speaks: “said A to the judge”, “to his wife”.

    The envoy to Turkey and the adviser to the king are called so.
    """
    last, after = every[at - 1], [one for one in every[at + 1 : at + 3] if not one.parted]
    plain = bool(after) and not any(one.capital for one in after)
    owned = plain and after[0].folded in vocabulary.standing_in
    return every[at].folded in vocabulary.infinitive and (owned or (plain and last.capital))


def _apposed(every: tuple[Word, ...], at: int, last: int) -> int:
    """Return where a subject ends with the name between commas after it: “the mayor, A, ”."""
    end = last
    if last < len(every) and "," in every[last].before:
        named = any(one.capital for one in every[at:last])
        while not named and end < len(every) and every[end].capital:
            end += 1
            if end < len(every) and _stops(every[end]):
                break
    closed = end == len(every) or _stops(every[end])
    return end if closed else last


def _is_passive(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    place = at - 1
    while place >= max(0, at - FARTHEST) and every[place].folded in vocabulary.adverbs:
        place -= 1
    return (
        place >= 0
        and every[place].folded in vocabulary.being
        and not every[at].folded.endswith(vocabulary.ongoing)
        and every[at].folded not in vocabulary.active
    )


def _is_helper(word: Word, vocabulary: Vocabulary) -> bool:
    one = word.folded
    return (
        one in vocabulary.auxiliaries
        or one in vocabulary.adverbs
        or one in vocabulary.infinitive
        or (vocabulary.is_adverb(one) and not word.capital)
        or (vocabulary.stem(one) in vocabulary.told and one not in vocabulary.documents)
    )


def _may_be_subject(word: Word, after: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word goes with a verb after it: nothing but a comma may part them."""
    between = after.before.strip(" \n,)-")
    return not between and (word.capital or word.folded not in vocabulary.no_subjects)


def _ends(every: tuple[Word, ...], at: int, apposed: bool, vocabulary: Vocabulary) -> bool:
    """Tell whether a subject begins with a word: with what comes before it another thing does."""
    signs = every[at].before.strip(" \n-")
    if signs and not (apposed and signs == ","):
        return True
    before = every[at - 1].folded
    return before in vocabulary.breaks or (
        not every[at - 1].capital and vocabulary.stem(before) in vocabulary.saying
    )


def _stops(word: Word) -> bool:
    return any(sign in word.before for sign in STOPS)
