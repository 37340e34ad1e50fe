"""What a clause says that a text gives, such as a price or a day, and whether the text does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.dates import dates
from sourcebook.text.labels import DESIGNATION
from sourcebook.text.quantities import quantities
from sourcebook.text.wording import has_digit

DAY, MONTH, YEAR = 10, 7, 4
FAR = 6


class Given(NamedTuple):
    """A word for what a text is said to give, and what kind of thing that is."""

    word: Word
    kind: str


def givens(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Given]:
    """Yield what a clause says that a text gives: “a price is given”, “with a date”, “a day”."""
    every, silent = words(text), silences(text, vocabulary)
    denied = {one.word for one in senses(text, vocabulary) if one.denied}
    for at, word in enumerate(every):
        if word in denied or any(start <= word.start < end for start, end in silent):
            continue
        kind = vocabulary.given.get(word.folded)
        if not kind or not at or word.parted:
            continue
        last = every[at - 1].folded
        article = last in vocabulary.articles
        unread = kind in vocabulary.unread and last not in vocabulary.one_of
        first = _first(every, at - article, vocabulary)
        introduced = (
            first > 0
            and not every[first].parted
            and _introduces(every[first - 1], article, vocabulary)
        )
        alone = article and (at == 1 or every[at - 1].parted)
        if (
            ((alone or introduced) and _ends(every, at))
            or (alone and _is_listed(every, at, vocabulary))
            or (alone and last in vocabulary.one_of and _is_of_a_thing(every, at, kind, vocabulary))
            or (introduced and _goes_on(every, at, kind, vocabulary))
            or (article and not unread and _told(every, at, vocabulary))
            or (alone and _supports(every, at, vocabulary))
            or _is_called_given(every, at, vocabulary)
        ):
            yield Given(word, kind)


def withheld(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[Given]:
    """Yield what a clause says that a text itself does not have: “the letter is not dated”."""
    every = words(text)
    for at in range(2, len(every)):
        being, denial, verb = every[at - 2 : at + 1]
        if denial.folded not in vocabulary.nots or being.folded not in vocabulary.being:
            continue
        kind = vocabulary.kinds_given.get(vocabulary.stem(verb.folded), "")
        written = any(one.folded in vocabulary.texts for one in every[: at - 2])
        if written and kind in vocabulary.lasting | {"date"} and _ends(every, at):
            yield Given(verb, kind)


def marked(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[tuple[Word, bool]]:
    """Yield each “quotation marks” between which words are said to stand, and whether they do."""
    every = words(text)
    for at in range(1, len(every) - 1):
        within, first, last = every[at - 1 : at + 2]
        both = (first.folded, last.folded) == vocabulary.quotation_marks
        if both and not (first.parted or last.parted):
            if within.folded in vocabulary.silent_of:
                yield first, False
            elif within.folded in vocabulary.enclosing:
                yield first, True


def _ends(every: tuple[Word, ...], at: int) -> bool:
    return at + 1 == len(every) or every[at + 1].parted


def _is_listed(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether only another such thing follows: “a model or number”."""
    two = at + 2 < len(every) and every[at + 1].folded in vocabulary.joining
    return two and every[at + 2].folded in vocabulary.given and _ends(every, at + 2)


def _is_of_a_thing(every: tuple[Word, ...], at: int, kind: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a clause only names what it is of: “a date of purchase”, “a price of it”."""
    end = next((one for one in range(at + 1, len(every)) if every[one].parted), len(every))
    rest = every[at + 1 : end]
    plain = not any(one.folded in vocabulary.auxiliaries or has_digit(one.text) for one in rest)
    return kind in ("date", "price") and len(rest) > 1 and rest[0].folded == vocabulary.of and plain


def _goes_on(every: tuple[Word, ...], at: int, kind: str, vocabulary: Vocabulary) -> bool:
    """Tell whether another thing follows, or where it is: “or number”, “beside it”, “of its own”.

    “A number of them” and “a year in office” say nothing of what is given.
    """
    if _ends(every, at):
        return False
    after = every[at + 1].folded
    if after == vocabulary.of:
        return at + 3 < len(every) and every[at + 3].folded in vocabulary.itself
    lasts = kind in vocabulary.lasting
    return after in vocabulary.joining or (after in vocabulary.linking and not lasts)


def _supports(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a thing is said to stand somewhere: “a price stands in it”."""
    verb = every[at + 1] if not _ends(every, at) else None
    return verb is not None and vocabulary.stem(verb.folded) in vocabulary.supporting


def _is_called_given(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a word stands before a thing that says that it is given: “of a stated date”."""
    last = every[at - 1]
    told = is_past(last, vocabulary) and vocabulary.stem(last.folded) in vocabulary.stating
    return told and at > 1 and every[at - 2].folded in vocabulary.singular - vocabulary.denials


def _first(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> int:
    """Return where a list of things begins to which a word belongs: “name or number”."""
    while at > 1 and every[at - 1].folded in vocabulary.joining and not every[at].parted:
        at -= 2
        at -= at > 0 and every[at - 1].folded in vocabulary.articles
    return at


def gives(text: str, kind: str) -> bool:
    """Tell whether a text has a day, a date, a sum of money, a designation or a number."""
    if kind in ("day", "month", "date", "year"):
        least = {"day": DAY, "month": MONTH}.get(kind, YEAR)
        found = [one.strip("./~?") for one in dates(text)]
        return any(len(one) >= least and (kind != "year" or one[0].isdigit()) for one in found)
    if kind == "model":
        return DESIGNATION.search(text) is not None
    counted = quantities(text)
    return any(_is_money(one.unit) for one in counted) if kind == "price" else bool(counted)


def counts(text: str, thing: str, vocabulary: Vocabulary = ENGLISH) -> bool:
    """Tell whether a text has a number right before a thing, which is given by its stem."""
    every = words(text)
    return any(
        vocabulary.stem(one.folded) == thing
        and any(
            (has_digit(each.text) and "-" not in each.before) or each.folded in vocabulary.numbers
            for each in every[max(0, at - FAR) : at]
        )
        for at, one in enumerate(every)
    )


def quoting(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[tuple[Word, bool]]:
    """Yield the “quoted” of “each is quoted” and “the words are not quoted”, and which it is."""
    every = words(text)
    for at in range(2, len(every)):
        verb, last = every[at], every[at - 1]
        if verb.folded not in vocabulary.active or verb.parted or last.parted:
            continue
        denied = last.folded in vocabulary.nots
        being = at - 1 - denied
        start = max(one for one in range(at + 1) if not one or every[one].parted)
        subject = every[start:being]
        if not subject or every[being].folded not in vocabulary.being:
            continue
        each = subject[0].folded in vocabulary.all_of | vocabulary.every
        written = subject[-1].folded in vocabulary.wordings
        if (each and not denied) or (written and denied):
            yield verb, not denied


def affirmed(text: str, vocabulary: Vocabulary = ENGLISH) -> Iterator[tuple[Word, frozenset[str]]]:
    """Yield each verb of telling that “does” stresses or of which “a source” or “each” is subject.

    With it go the stems of what follows it; of “a bridge is named” that of the thing.
    """
    every = words(text)
    denied = any(one.by for one in senses(text, vocabulary))
    for at in range(1, len(every) - 1):
        each = _is_of_each(every, at, vocabulary)
        source = _is_some_source(every, at, vocabulary)
        named = _named(every, at, vocabulary)
        to_name = _is_said_to_name(every, at, vocabulary) and not denied
        if named and not denied:
            yield every[at + 1], frozenset((vocabulary.stem(named.folded),))
        elif each or source or to_name or _stresses(every, at, vocabulary):
            verb = every[at if each else at + 1]
            end = next((one for one in every if one.parted and one.start > verb.end), None)
            last = end.start if end else len(text)
            tells = vocabulary.stem(verb.folded) in vocabulary.telling
            first = verb.start if source and not tells else verb.end
            after = (one for one in senses(text, vocabulary) if first <= one.word.start < last)
            if not (end and ":" in end.before):
                yield verb, frozenset(one.stem for one in after)


def _named(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> Word | None:
    """Return the thing that a verb says is told of, and only that: “a bridge is named”.

    “Accession is named” and “a decision of the board is reported” have one too.
    """
    verb = every[at + 1]
    if every[at].folded not in vocabulary.being or not _ends(every, at + 1):
        return None
    start = max(one for one in range(at + 1) if not one or every[one].parted)
    told = vocabulary.stem(verb.folded) in vocabulary.stating | vocabulary.told
    if not (told and is_past(verb, vocabulary) and start < at):
        return None
    place = start + (every[start].folded in vocabulary.one_of)
    thing = every[place]
    alone = place + 1 == at or (place > start and every[place + 1].folded == vocabulary.of)
    known = thing.folded in vocabulary.given.keys() | vocabulary.no_verbs
    past = is_past(thing, vocabulary) and place + 1 < at
    plain = not (known or past or (thing.capital and place > 0))
    return thing if alone and plain else None


def _is_said_to_name(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether somebody is said to tell of a thing: “is reported to name the ship”."""
    if not 1 < at < len(every) - 1:
        return False
    being, told, to, verb = every[at - 2 : at + 2]
    return (
        being.folded in vocabulary.being
        and vocabulary.stem(told.folded) in vocabulary.told
        and to.folded in vocabulary.infinitive
        and vocabulary.stem(verb.folded) in vocabulary.stating - vocabulary.told
    )


def _stresses(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    does, verb = every[at], every[at + 1]
    if does.folded not in vocabulary.doing or does.folded in vocabulary.denials:
        return False
    asks = every[at - 1].folded in vocabulary.questions or does.parted
    plain = not (verb.capital or verb.parted or verb.folded in vocabulary.no_verbs)
    return not asks and plain and vocabulary.stem(verb.folded) in vocabulary.telling


def _is_of_each(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether every source, not named, tells something: “each names”."""
    who, verb = every[at - 1], every[at]
    telling = vocabulary.stem(verb.folded) in vocabulary.telling and verb.folded.endswith("s")
    begins = at == 1 or who.parted or every[at - 2].folded in vocabulary.joining
    return who.folded in vocabulary.all_of and begins and telling


def _is_some_source(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a source that is not named does something: “a source reports”."""
    article, source, verb = every[at - 1], every[at], every[at + 1]
    return (
        source.folded in vocabulary.texts
        and (at == 1 or article.parted)
        and article.folded in vocabulary.singular - vocabulary.denials
        and not (source.parted or verb.parted)
        and verb.folded.endswith("s")
        and verb.folded not in vocabulary.no_verbs
    )


def _introduces(word: Word, article: bool, vocabulary: Vocabulary) -> bool:
    """Tell whether a word has a thing after it: “with”, “states”, but not the “given” of a name."""
    stating = vocabulary.stem(word.folded) in vocabulary.stating
    return word.folded in vocabulary.having or (
        stating and (article or not is_past(word, vocabulary))
    )


def _told(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a verb of telling follows at once, or after what “and” joins: “is given”."""
    for place in range(at + 1, min(len(every) - 1, at + FAR)):
        one = every[place]
        if one.parted:
            return False
        if one.folded in vocabulary.being:
            only = place + 2 < len(every) and every[place + 2].folded in vocabulary.alone
            return vocabulary.stem(every[place + 1].folded) in vocabulary.stating and not only
        known = one.folded in vocabulary.given or one.folded in vocabulary.articles
        counted = vocabulary.of in (one.folded, every[place - 1].folded)
        linked = one.folded in vocabulary.joining | vocabulary.denials | vocabulary.relative
        if not (known or counted or linked):
            return False
    return False


def _is_money(unit: str) -> bool:
    return unit.isupper() and len(unit) == len("EUR")
