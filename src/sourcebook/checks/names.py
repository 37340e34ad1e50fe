"""Names in prose that what is cited beside them does not carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sourcebook.checks.naming import Named, Place, Register
from sourcebook.checks.resting import Rest
from sourcebook.text.assertions import DATE, DESIGNATION, LABEL, NUMBER, stated
from sourcebook.text.claims.names import initials, kin, names
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, is_owner, words

NEAR = 4


@dataclass(frozen=True)
class Carriers:
    """What may be named in a clause: what its evidence names, who speaks there, and its object."""

    evidence: Named
    speaking: Named
    subject: Named

    def give(self, run: Iterable[Word], vocabulary: Vocabulary) -> bool:
        """Tell whether the evidence or the object of the page has each word of a name."""
        both = (self.evidence, self.subject)
        return all(any(_has(named, word, vocabulary) for named in both) for word in run)

    def of(self, *, speaking: bool) -> Named:
        """Return all that may be named, by who may be meant to speak or otherwise."""
        return (self.speaking if speaking else self.evidence) | self.subject


def uncarried(
    text: str,
    carriers: Carriers,
    register: Register,
    common: frozenset[str],
    own: bool = True,
) -> Iterator[tuple[Word, ...]]:
    """Yield the names of a sentence that nothing it rests on names.

    ``common`` are words that stand without a capital somewhere. A word that begins the sentence
    and that nothing knows is a name only if a verb seems to follow, and the sentence has evidence
    of its ``own``.
    """
    runs = names(text, register.known, common, register.vocabulary)
    found = [run for run in runs if not carriers.give(run, register.vocabulary)]
    if not found:
        return
    every = register.objects_in(text)
    silent = [*silences(text, register.vocabulary), *stated(text, NUMBER, DATE, LABEL)]
    silent += stated(text, DESIGNATION) if own else []
    for run in found:
        if _within(run[0], silent) or not _is_sure(run, text, register, own):
            continue
        by = carriers.of(speaking=_speaks(run, text, register))
        spans = [(start, end) for start, end, places in every if places & by.objects]
        left = [word for word in run if not _within(word, spans)]
        if any(not carried(word, run, by, register) for word in left):
            yield run


def _speaks(run: tuple[Word, ...], text: str, register: Register) -> bool:
    """Tell whether a name may be that of who speaks: a subject, or what “in” or “by” introduces."""
    vocabulary, every = register.vocabulary, words(text)
    at = next(place for place, word in enumerate(every) if word.start == run[0].start)
    after = every[at + len(run) : at + len(run) + NEAR]
    if _owns(run, text):
        return (
            not after
            or after[0].parted
            or _tells(after, vocabulary)
            or vocabulary.stem(after[0].folded) in vocabulary.views
        )
    if _tells(after, vocabulary):
        at = _titled(every, at, vocabulary)
    while at and every[at - 1].folded in vocabulary.articles and not every[at].parted:
        at -= 1
    return (
        at == 0
        or every[at].parted
        or every[at - 1].folded in vocabulary.sayers
        or vocabulary.stem(every[at - 1].folded) in vocabulary.telling
    )


def _titled(every: tuple[Word, ...], at: int, vocabulary: Vocabulary) -> int:
    """Return where a name begins with the words for an office that stand before it, if any do."""
    first = at
    while first and not every[first].parted and at - first < NEAR:
        if every[first - 1].folded in vocabulary.small:
            return first
        first -= 1
    return first if not first or every[first].parted else at


def _owns(run: tuple[Word, ...], text: str) -> bool:
    """Tell whether a name has an ’s."""
    return is_owner(text, run[-1].end)


def _tells(after: tuple[Word, ...], vocabulary: Vocabulary) -> bool:
    return any(
        vocabulary.stem(one.folded) in vocabulary.telling or one.folded in vocabulary.reporters
        for one in after
    )


def _is_sure(run: tuple[Word, ...], text: str, register: Register, own: bool) -> bool:
    every = words(text)
    known = any(word.folded in register.known for word in run)
    if known or not own or run[0] != every[0] or len(run) > 1:
        return known or own
    if _owns(run, text):
        return True
    after = every[1] if len(every) > 1 else None
    return (
        after is not None
        and not after.before.strip()
        and (
            after.folded in register.vocabulary.auxiliaries
            or after.folded.endswith("s")
            or is_past(after, register.vocabulary)
        )
    )


def carried(word: Word, run: tuple[Word, ...], carrying: Named, register: Register) -> bool:
    """Tell whether a word of a name is carried: itself, a word of its kin, or its first letters."""
    one = word.folded
    if _has(carrying, word, register.vocabulary) or _places(one, register) & carrying.objects:
        return True
    if any(
        kin(one, other, register.vocabulary)
        for other in carrying.capitals
        if _near(one, other, register)
    ):
        return True
    if word.text.isupper() and one in carrying.initials:
        return True
    short = initials(" ".join(each.text for each in run), register.vocabulary)
    return bool(short & carrying.capitals)


def replaces(run: tuple[Word, ...], text: str, rests: Sequence[Rest], register: Register) -> bool:
    """Tell whether a name stands for another one of its kind, left out here.

    That is one that a quotation has, or the one who speaks in it.
    """
    sorts = register.sorts(register.named(" ".join(word.text for word in run)))
    here = register.named(text).objects
    every = (register.named(rest.before + rest.sentence) | rest.speaker for rest in rests)
    theirs = (one.objects - here for one in every)
    return any(not sorts.isdisjoint(register.sorts(Named(objects=one))) for one in theirs)


def mixed(text: str, rests: Sequence[Rest], register: Register) -> Iterator[tuple[Word, Word]]:
    """Yield each two words that make a name of no object, of one object’s name and another’s.

    “The Belmark Council”, where the tables have the council of Arvania, is one, unless the evidence
    writes it so.
    """
    every = words(text)
    for at, (one, two) in enumerate(pairwise(every)):
        ends = at + 2 == len(every) or not (every[at + 2].capital and every[at + 2].before == " ")
        named = one.folded in register.single and two.capital and two.before == " " and ends
        owns = named and is_owner(text, one.end)
        if not named or owns or not register.bears_word(one.text):
            continue
        pair, known = (one.folded, two.folded), register.parts.get(two.folded, frozenset())
        written = (
            pair == (first.folded, last.folded)
            for rest in rests
            for first, last in pairwise(words(rest.sentence))
        )
        if known and one.folded not in known and not any(written):
            yield one, two


def gives(named: Named, run: tuple[Word, ...], register: Register) -> bool:
    """Tell whether something names all of a name."""
    return all(carried(word, run, named, register) for word in run)


def _has(named: Named, word: Word, vocabulary: Vocabulary) -> bool:
    """Tell whether a word is named; “us” does not name the US."""
    pronoun = word.folded in vocabulary.small
    return word.folded in (named.capitals if pronoun else named.words)


def _near(one: str, other: str, register: Register) -> bool:
    return one[:2] == other[:2] or one in register.vocabulary.kin


def _places(one: str, register: Register) -> frozenset[Place]:
    return frozenset(register.single[each] for each in register._kin(one))


def _within(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in spans)
