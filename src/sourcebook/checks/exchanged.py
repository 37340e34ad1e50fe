"""Names that prose ties to a word to which the evidence ties another name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from sourcebook.checks.gapped import goes_on
from sourcebook.checks.naming import Named, Register
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.going_on import further_listed, shared_subjects
from sourcebook.text.claims.names import kin
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.ties import (
    AFTER,
    BEFORE,
    OF,
    Key,
    Tie,
    ties,
)
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, is_owner, words

NEAR, FAR = 3, 12
OWNED = "owned"


def exchanged(
    text: str, rests: Sequence[Rest], register: Register, group: Callable[[str], str] = str
) -> Iterator[tuple[Tie, str]]:
    """Yield each name tied to what all evidence ties to others, with the name that stands there.

    ``group`` gives words that say the same by one stem.
    """
    mine = [*ties(text, register.vocabulary), *_modifiers(text, register, whole=False)]
    if not mine:
        return
    for one in mine:
        here = register.named(_words(one)) if _is_known(one, register) else None
        if here is None or any(here.words <= rest.outlet.words for rest in rests):
            continue
        how = group if register.sorts(here) else str
        key = _like(one.key, how)
        others = [each for rest in rests for each in _tied(rest, how).get(key, ())]
        if not others or any(_same(here, register.named(each), register) for each in others):
            continue
        if one.key[0] == OWNED and not (
            any(_alike(here, register.named(each), register) for each in others)
            and _has_part(here, rests, register, group)
        ):
            continue
        if not any(
            _stands(one, here, rest.sentence, register)
            or (one.key[0] == AFTER and goes_on(one.name, rest.sentence, register.vocabulary))
            for rest in rests
        ):
            yield one, others[0]


def _alike(here: Named, there: Named, register: Register) -> bool:
    """Tell whether two names are of one kind: a mayor’s council may be the town’s as well."""
    return not register.sorts(here).isdisjoint(register.sorts(there))


def _has_part(
    here: Named, rests: Sequence[Rest], register: Register, group: Callable[[str], str]
) -> bool:
    """Tell whether the evidence says something else of a name, or does not have it at all.

    “Lund’s ferry, the largest in Norway” carries “Norway’s ferry”: it is only where it is.
    """
    there = [rest for rest in rests if _same(here, register.named(rest.sentence), register)]
    tied = (name for rest in there for some in _tied(rest, group).values() for name in some)
    return not there or any(_same(here, register.named(name), register) for name in tied)


@lru_cache(maxsize=4096)
def _tied(rest: Rest, group: Callable[[str], str]) -> dict[Key, list[str]]:
    """Return the names that evidence ties to words, by these."""
    register, found = rest.register, dict[Key, list[str]]()
    text = register.titled(rest.sentence)
    some = [*_modifiers(text, register, whole=True)]
    some += shared_subjects(text, register.vocabulary)
    some += further_listed(text, register.vocabulary)
    for one in (*ties(text, register.vocabulary), *some):
        first = one.name[0]
        plain = len(one.name) == 1 and first.folded in register.common
        opens = plain or first.folded in register.vocabulary.openers
        if not opens or first.is_short:
            found.setdefault(_like(one.key, group), []).append(_words(one))
    return found


def _like(key: Key, group: Callable[[str], str]) -> Key:
    """Return what a name is tied to, by the groups of its words."""
    return key[0], " ".join(group(stem) for stem in key[1].split(" "))


def _stands(tie: Tie, here: Named, text: str, register: Register) -> bool:
    """Tell whether the evidence has the name right beside the same word, whatever joins them.

    “Bought Chinese arms” carries “a purchase of Chinese arms”, “and Riga becoming” “Riga became”,
    “as does Riga” whatever another does.
    """
    every = words(text)
    side, key = tie.key
    stem = key.split(" ")[0 if side == BEFORE else -1]
    for at, word in enumerate(every):
        stands_in = side == AFTER and _stands_in(every, at, register.vocabulary)
        if stands_in and any(
            one.capital and _same(here, _one(one, register), register)
            for one in every[max(0, at - 1) : at + 2]
        ):
            return True
        if register.vocabulary.stem(word.folded) == stem:
            near = _beside(every, at, tie.key, register.vocabulary)
            if any(one.capital and _same(here, _one(one, register), register) for one in near):
                return True
    return False


def _beside(every: Sequence[Word], at: int, key: Key, vocabulary: Vocabulary) -> Iterator[Word]:
    """Yield the words among which a name stands that is tied to a word as ``key`` tells."""
    side, governor = key
    after = every[at + 1 : at + 1 + NEAR]
    if side in (AFTER, OF) and not (side == AFTER and every[at].parted):
        yield from every[max(0, at - NEAR) : at]
    if side == AFTER:
        yield from _doers(every, at, vocabulary)
        return
    yield from after[:1] if side == BEFORE else after
    if side != OF:
        yield from _introduced(every, at, vocabulary)
    if side == OWNED:
        yield from _owners(every, at, vocabulary)
    if side == BEFORE:
        yield from _gone_on(every, at, governor, vocabulary)


def _stands_in(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a “does” stands for another verb: “as does Riga”, but not “Riga does not go”."""
    after = every[at + 1] if at + 1 < len(every) else None
    alone = after is None or after.parted or after.capital or after.folded in vocabulary.breaks
    return every[at].folded in vocabulary.doing and alone


def _owners(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> Iterator[Word]:
    """Yield the names right before a word: both of “Riga’s and Tartu’s harbours”."""
    for word in reversed(every[:at]):
        if not (word.capital or word.folded in vocabulary.joining):
            return
        yield word


def _doers(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> Sequence[Word]:
    """Return the words after the “by” that follows a verb: “25 tugs sent by Riga”."""
    after = every[at + 1 : at + 1 + NEAR]
    return after[1:] if after and after[0].folded in vocabulary.doer else ()


def _gone_on(every: Sequence[Word], at: int, key: str, vocabulary: Vocabulary) -> Iterator[Word]:
    """Yield the names in what goes on without the verb: “one went to A, the other to B”.

    So has “obliges A to pay and B to wait” both.
    """
    preposition = key.partition(" ")[2]
    for place in range(at + 2, len(every) - 1):
        last, one, after = every[place - 1 : place + 2]
        if one.folded in vocabulary.auxiliaries or is_past(one, vocabulary):
            return
        if preposition and one.folded == preposition and after.capital:
            yield after
        joined = last.folded in vocabulary.joining and one.capital
        if joined and not preposition and after.folded in vocabulary.infinitive:
            yield one


def _introduced(every: Sequence[Word], at: int, vocabulary: Vocabulary) -> Sequence[Word]:
    """Return what the preposition after a word introduces: “of the members Riga and Tartu”."""
    last = at + 2
    while last < min(len(every), at + FAR) and not (
        every[last].folded in vocabulary.binding or set(every[last].before) - set(" -\n")
    ):
        last += 1
    return every[at + 2 : last]


def owned(text: str, register: Register) -> Iterator[Tie]:
    """Yield each name with an ’s before what is its own."""
    return (one for one in _modifiers(text, register, whole=False) if one.key[0] == OWNED)


def _modifiers(text: str, register: Register, *, whole: bool) -> Iterator[Tie]:
    """Yield each word such as “Chinese” with the noun it goes with; if ``whole``, with all of it.

    “Chinese rather than Russian ships” then ties both. A name itself is no such word, but before
    another with a capital: “the Riga Council”.
    """
    every, vocabulary = words(text), register.vocabulary
    for at, word in enumerate(every):
        after = every[at + 1] if at + 1 < len(every) else None
        titled = after is not None and after.capital and after.before == " "
        if (
            after
            and titled
            and word.folded in register.single
            and not _one(after, register).objects
        ):
            yield Tie((word,), (OF, vocabulary.stem(after.folded)), after)
        owns = word.capital and is_owner(text, word.end)
        if owns or (word.capital and _is_modifier(word, register)):
            some = every[at + 1 : _end(every, at + 1, vocabulary, whole=whole)]
            for one in some if whole else some[-1:]:
                for side in (OF, OWNED) if whole else (OWNED,) if owns else (OF,):
                    yield Tie((word,), (side, vocabulary.stem(one.folded)), one)


def _is_modifier(word: Word, register: Register) -> bool:
    if word.folded in register.single:
        return False
    return word.folded.endswith(register.vocabulary.demonyms) or bool(_one(word, register).objects)


def _end(every: tuple[Word, ...], at: int, vocabulary: Vocabulary, *, whole: bool) -> int:
    """Return where the nouns end that begin at a place, of several words such as “Chinese” too."""
    last = at
    while last < len(every) and every[last].before in (" ", "-", "\n"):
        if every[last].folded in vocabulary.no_verbs:
            further = last
            while further < len(every) and every[further].folded in vocabulary.no_verbs:
                further += 1
            if not whole or further == len(every) or not every[further].capital:
                break
            last = further
        last += 1
    return last


def _one(word: Word, register: Register) -> Named:
    return register.named(word.text)


def _is_known(tie: Tie, register: Register) -> bool:
    openers = register.vocabulary.openers
    return any(
        word.folded in register.known and (word.is_short or word.folded not in openers)
        for word in tie.name
    )


def _words(tie: Tie) -> str:
    return " ".join(word.text for word in tie.name)


def _same(here: Named, there: Named, register: Register) -> bool:
    return (
        bool(here.objects & there.objects)
        or not here.capitals.isdisjoint(there.capitals)
        or any(
            kin(one, other, register.vocabulary)
            for one in here.capitals
            for other in there.capitals
        )
        or not here.words.isdisjoint(there.initials)
        or not there.words.isdisjoint(here.initials)
    )
