"""Names before a verb, after a preposition or joined to another, where the evidence has others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise, takewhile

from sourcebook.checks.exchanged import owned
from sourcebook.checks.naming import Named, Register
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.names import kin
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.ties import AFTER, Tie, ties
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, is_owner, words

Group = Callable[[str], str]
Standing = Callable[[str], Iterator[Word]]
JOINED, NEAR = "joined", 4


def misplaced_names(
    text: str, rests: Sequence[Rest], register: Register, group: Group = str
) -> Iterator[tuple[Tie, str]]:
    """Yield each speaker in a place of its clause that only others have in the evidence.

    Of verbs, and nouns made of them, every subject in the sentence counts, of prepositions every
    name that one introduces after the same word, of names joined by “and” every other partner.
    Each comes with a name that stands there.
    """
    every = words(text)
    if not any(_bears(word, register) for word in every):
        return
    sentences = list(dict.fromkeys(register.titled(rest.sentence) for rest in rests))
    told = [rest.outlet.words for rest in rests]
    for tie, standing in _places(text, every, sentences, register, group):
        here = register.meant(" ".join(word.text for word in tie.name))
        if any(here.words <= one for one in told):
            continue
        others = [one.text for each in sentences for one in standing(each)]
        there = [register.named(one) for one in others]
        sorts = register.sorts(here)
        alike = [one for one in there if not sorts.isdisjoint(register.sorts(one))]
        if alike and not any(_same(here, one) for one in there):
            silent = silences(text, register.vocabulary)
            if not any(start <= tie.name[0].start < end for start, end in silent):
                yield tie, others[there.index(alike[0])]


def _places(
    text: str, every: Sequence[Word], sentences: Sequence[str], register: Register, group: Group
) -> Iterator[tuple[Tie, Standing]]:
    """Yield the places of a clause in which a name stands, with who stands there in a sentence."""
    vocabulary = register.vocabulary
    for tie in ties(text, vocabulary):
        acts = tie.key[0] == AFTER and tie.word.folded not in vocabulary.no_verbs
        if acts and " " not in tie.key[1] and _bears(tie.name[-1], register):
            yield tie, partial(_doing, stem=group(tie.key[1]), register=register, group=group)
    for tie in _of_nouns(text, sentences, register):
        yield tie, partial(_in_deed, stem=group(tie.key[1]), register=register, group=group)
    for at, word in enumerate(every):
        place = _introducing(every, at, vocabulary) if _bears(word, register) else 0
        if place and not is_owner(text, word.end):
            governor, preposition = every[place - 1], every[place].folded
            key = (group(vocabulary.stem(governor.folded)), preposition)
            yield (
                Tie((word,), key, governor),
                partial(_introduced, key=key, register=register, group=group),
            )
    for one, other in _pairs(every, register, within=True):
        tie = Tie((one,), (JOINED, other.folded), other)
        yield tie, partial(_partners, other=other, register=register)


def _of_nouns(text: str, sentences: Sequence[str], register: Register) -> Iterator[Tie]:
    """Yield whose deed a noun tells of, where the evidence has no such noun: “A’s warning”."""
    nominal = register.vocabulary.nominal
    deeds = [one for one in owned(text, register) if one.word.folded.endswith(nominal)]
    there = {one.folded for each in sentences for one in words(each)} if deeds else ()
    return (one for one in deeds if one.word.folded not in there)


def _in_deed(text: str, stem: str, register: Register, group: Group) -> Iterator[Word]:
    """Yield the names before a verb, and those right after it, which an ’s may mean as well."""
    yield from _doing(text, stem, register, group)
    every, vocabulary = words(text), register.vocabulary
    for at, verb in enumerate(every):
        if group(vocabulary.stem(verb.folded)) == stem and is_past(verb, vocabulary):
            yield from (one for one in every[at + 1 : at + 1 + NEAR] if _bears(one, register))


def _pairs(
    every: Sequence[Word], register: Register, *, within: bool = False
) -> Iterator[tuple[Word, Word]]:
    """Yield each two names that an “and” joins, and the same the other way round.

    If ``within``, none that stand on two sides of something: “the strait between A and B”.
    """
    vocabulary = register.vocabulary
    for at, (one, two, three) in enumerate(zip(every, every[1:], every[2:], strict=False)):
        joined = two.folded in vocabulary.joining and not (two.parted or three.parted)
        apart = within and at and every[at - 1].folded in vocabulary.sided
        if joined and not apart and _bears(one, register) and _bears(three, register):
            yield one, three
            yield three, one


def _partners(text: str, other: Word, register: Register) -> Iterator[Word]:
    there = register.named(other.text)
    for one, two in _pairs(words(text), register):
        if _same(there, register.named(two.text)):
            yield one


def _doing(text: str, stem: str, register: Register, group: Group) -> Iterator[Word]:
    """Yield the names that may be the subject of a verb: any where a noun stands for one.

    Beside a “does” that is one too: “as does A”.
    """
    every, vocabulary = words(text), register.vocabulary
    for one, two in pairwise(every):
        beside = [one] if two.folded in vocabulary.doing else []
        beside += [two] if one.folded in vocabulary.doing else []
        yield from (each for each in beside if _bears(each, register))
    for at, verb in enumerate(every):
        if group(vocabulary.stem(verb.folded)) != stem or not _is_verb(every, at, vocabulary):
            continue
        after = every[at + 1 : at + 1 + NEAR]
        by = after[1:] if after and after[0].folded in vocabulary.by else ()
        if any(_bears(one, register) for one in by):
            yield from (one for one in by if _bears(one, register))
            continue
        before = [
            place
            for place in range(at)
            if _bears(every[place], register) and not is_owner(text, every[place].end)
        ]
        found = [one for one in before if not _introducing(every, one, vocabulary)]
        between = every[found[-1] + 1 : at] if found else ()
        refers = any(one.folded in vocabulary.anaphors for one in between)
        if not (refers and every[at - 1].folded in vocabulary.being):
            yield from (every[one] for one in found)


def _is_verb(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    word, before = every[at], every[at - 1] if at else None
    if word.capital or before is None or before.folded in vocabulary.articles:
        return False
    if word.folded.endswith(vocabulary.nominal):
        return False
    led = before.folded in vocabulary.infinitive | vocabulary.auxiliaries or before.capital
    return led or is_past(word, vocabulary) or word.folded.endswith(vocabulary.ongoing)


def _introduced(
    text: str, key: tuple[str, str], register: Register, group: Group
) -> Iterator[Word]:
    """Yield the names that a preposition introduces, if the word that it follows is there."""
    every, vocabulary = words(text), register.vocabulary
    governor, preposition = key
    first = next(
        (
            at
            for at, one in enumerate(every)
            if not (at and one.capital) and group(vocabulary.stem(one.folded)) == governor
        ),
        len(every),
    )
    for at, word in enumerate(every[first:], first):
        if word.folded == preposition:
            after = takewhile(
                lambda one: one.folded not in vocabulary.reaching and one.folded != "of",
                every[at + 1 :],
            )
            yield from (one for one in after if _bears(one, register))


def _introducing(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> int:
    """Return where the preposition stands that introduces a name, or a list with it; or 0."""
    place = at - 1
    while place > 0 and (
        every[place].capital
        or every[place].folded in vocabulary.articles | vocabulary.joining | vocabulary.both
    ):
        if every[place + 1].parted:
            return 0
        place -= 1
    led = place > 0 and every[place].folded in vocabulary.placing
    apart = led and (
        every[place].parted or every[place + 1].parted or (place > 1 and every[place - 1].capital)
    )
    return place if led and not apart else 0


def _bears(word: Word, register: Register) -> bool:
    return word.capital and register.bears_word(word.text)


def _same(here: Named, there: Named) -> bool:
    return (
        bool(here.objects & there.objects)
        or not here.capitals.isdisjoint(there.capitals)
        or any(kin(one, other) for one in here.capitals for other in there.capitals)
    )
