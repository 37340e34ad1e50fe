"""Who is said in prose to say something, held against who says it in what is cited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from sourcebook.checks.naming import Named, Register
from sourcebook.checks.resting import Rest
from sourcebook.checks.side_by_side import is_of_another
from sourcebook.text.claims.names import kin
from sourcebook.text.claims.speakers import Attribution, attributions
from sourcebook.text.claims.stance import silences
from sourcebook.text.claims.stating import states
from sourcebook.text.claims.words import Word, words


def misattributed(
    text: str, rests: Sequence[Rest], register: Register
) -> Iterator[tuple[Attribution, bool]]:
    """Yield each speaker in prose for whom none of the evidence speaks; and whether that is sure.

    It is sure if a name is given, or if the evidence tells of other speakers.
    """
    first = next(iter(words(text)), None)
    silent = silences(text, register.vocabulary)
    for one in attributions(text, register.vocabulary):
        names = [word for word in one.subject if _is_name(word, first, register)]
        if any(start <= one.verb.start < end for start, end in silent):
            continue
        if not _is_told(one, names, register):
            continue
        if _does_another(one, rests, register) or is_of_another(text, one, rests):
            yield one, True
        elif not any(_speaks(one, rest) for rest in rests):
            yield one, bool(names) or any(_speakers(rest) for rest in rests)


def miscredited(text: str, rests: Sequence[Rest], register: Register) -> Word | None:
    """Return the name after a colon at the end, “: Calder”, if nobody cited who speaks bears it."""
    before, colon, after = text.rpartition(":")
    credit = words(text)[len(words(before)) :] if colon else ()
    if not credit or not all(word.capital for word in credit):
        return None
    here = register.meant(after)
    named = register.sorts(here) and states(before, register.vocabulary)
    speaking = [rest.speaker | rest.source for rest in rests]
    heard = [one for rest in rests for one in _speakers(rest)] if named else []
    if not named or any(is_same(credit, here, one) for one in (*speaking, *heard)):
        return None
    return credit[0]


def _does_another(one: Attribution, rests: Sequence[Rest], register: Register) -> bool:
    """Tell whether the evidence has others alone do with the same verb what somebody named does.

    Who speaks in it by its table may do so in any words.
    """
    stem, wanted = register.vocabulary.stem, register.meant(one.head.text)
    if not register.sorts(wanted) or any(wanted.objects & rest.speaker.objects for rest in rests):
        return False
    said = [
        (each, _with_joined(each, rest.sentence, register))
        for rest in rests
        for each in attributions(rest.sentence, register.vocabulary)
        if stem(each.verb.folded) == stem(one.verb.folded)
    ]
    others = [each for each, named in said if each.plain and register.sorts(named)]
    return bool(others) and not any(wanted.objects & named.objects for _, named in said)


def _with_joined(one: Attribution, text: str, register: Register) -> Named:
    """Return who speaks, with those whom an “and” joins: “objections from Riga and Tartu”."""
    after = (word for word in words(text) if word.start >= one.head.start)
    joining = register.vocabulary.joining
    run = takewhile(lambda word: word.capital or word.folded in joining, after)
    return register.meant(" ".join(word.text for word in run))


def _is_name(word: Word, first: Word | None, register: Register) -> bool:
    return word.capital and (word is not first or word.folded in register.known)


def _is_told(one: Attribution, names: Sequence[Word], register: Register) -> bool:
    """Tell whether somebody is said to speak who is no pronoun and no word for the source."""
    vocabulary = register.vocabulary
    return (
        bool(names or one.plain)
        and one.head.folded not in vocabulary.no_subjects
        and not any(word.folded in vocabulary.unnamed for word in one.subject)
    )


def _speaks(one: Attribution, rest: Rest) -> bool:
    subject = [word for word in one.subject if word.folded not in rest.register.vocabulary.small]
    wanted = rest.register.meant(" ".join(word.text for word in subject))
    if is_same(subject, wanted, rest.speaker) or is_same(subject, wanted, rest.source):
        return True
    found = _speakers(rest)
    spans = rest.register.objects_in(" ".join(word.text for word in subject))
    if any(
        is_same(subject, wanted, named)
        for named in found
        if not (spans and rest.register.sorts(named)) or wanted.objects & named.objects
    ):
        return True
    if found or rest.evidence.speaker:
        return False
    told, whole = described(rest), rest.register.sorts(wanted)
    return bool(wanted.objects & told.objects) if whole else is_same(subject, wanted, told)


def _speakers(rest: Rest) -> list[Named]:
    """Return those who are said to speak in the sentence of the source."""
    register = rest.register
    return [
        described_by(register, register.named(" ".join(word.text for word in one.subject)))
        for text in {rest.evidence.quotation, rest.sentence}
        for one in attributions(text, register.vocabulary)
    ]


def described(rest: Rest) -> Named:
    """Return what the evidence names, with the words of the tables for it."""
    return described_by(rest.register, rest.named)


def described_by(register: Register, named: Named) -> Named:
    """Return what is named, with the words that the table of speakers has for it."""
    texts = [register.of_speaker(key) for _, key in sorted(named.objects)]
    return named | register.named(" | ".join(texts)) if any(texts) else named


def is_same(subject: Sequence[Word], wanted: Named, found: Named) -> bool:
    """Tell whether the words for one who speaks, and what they name, are those of another."""
    if wanted.objects & found.objects:
        return True
    capitals = [word.folded for word in subject if word.capital and word is not subject[0]]
    capitals += [subject[0].folded] if subject and subject[0].capital else []
    names = [one for one in capitals if one not in found.words]
    if capitals and (not names or (len(names) < len(capitals) and not wanted.objects)):
        return True
    if any(kin(one, other) for one in names for other in found.capitals if one[:2] == other[:2]):
        return True
    if any(one in found.initials for one in names):
        return True
    return bool(subject) and has_noun(subject[-1], found)


def has_noun(word: Word, found: Named) -> bool:
    """Tell whether something names a noun, in the singular or plural."""
    one = word.folded
    return one in found.words or f"{one}s" in found.words or one.removesuffix("s") in found.words
