"""Statements that something is not told, though the evidence cited tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sourcebook.checks.beside import Beside, Known, Reversal
from sourcebook.checks.naming import Named, Place
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.denial import Sense, senses
from sourcebook.text.claims.stance import Untelling, untellings
from sourcebook.text.claims.strength import REAL, told
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.sentences import clauses

NEAR = 2


def unreported(here: Beside) -> Iterator[Reversal]:
    """Yield what is said not to be told, though the evidence tells it, or has its speaker."""
    some, group = here.mine, here.group
    for verb in (one for one in some if one.first and one.stem in here.vocabulary.told):
        if any(one.denied for one, _ in here.of(verb.stem)):
            continue
        start = verb.by.start if verb.by else 0
        before = [one for one in some if one.segment == verb.segment and one.word.end < start]
        after = [one for one in some if one.segment == verb.segment and one.word.start > start][1:]
        subject = here.register.named(" ".join(one.word.text for one in before))
        asked = words(here.text)[0].folded in here.vocabulary.asking
        speaking = [one for one in here.rests if not asked and _is_speaker(subject, one)]
        if speaking:
            yield Reversal(verb, None, speaking[0], sure=True)
        elif _are_affirmed([group(one.stem) for one in after if after[0].infinitive], here.known):
            yield Reversal(verb, *here.of(after[0].stem)[0], sure=True)
        elif before and all(here.of(one.stem) for one in before):
            sure = len(before) > 1 or _is_done(verb.word, after, here)
            yield Reversal(verb, *here.of(before[-1].stem)[0], sure=sure)


def _is_speaker(subject: Named, rest: Rest) -> bool:
    """Tell whether a name or an office is that of who speaks in evidence."""
    speaker = rest.speaker if rest.evidence.speaker else Named()
    return bool(
        subject.objects & speaker.objects or (subject.words and subject.words <= speaker.words)
    )


def _are_affirmed(some: Sequence[str], known: Known) -> bool:
    """Tell whether evidence has the first of some words, two or more, and denies none of them."""
    if len(some) < NEAR or any(one not in known for one in some[:NEAR]):
        return False
    return not any(one.denied for each in some[:NEAR] for one, _ in known[each])


def undescribed(here: Beside) -> Iterator[Reversal]:
    """Yield what is said not to be told or called so, though the evidence has it so.

    It is sure if all of what would be told stands there, and more than a word; a note if half does.
    """
    for one in untellings(here.text, here.vocabulary):
        after = [each for each in here.mine if one.verb.end <= each.word.start < one.ends]
        some = [each for each in after if each.by is not each.word]
        some = [each for each in some if each.stem not in here.vocabulary.telling]
        named = here.register.named(here.text[one.verb.end : one.ends]).objects
        plain = [each for each in some if not here.register.named(each.word.text).objects]
        total = len(plain) + len(named)
        found = [
            (_has(plain, named, one.denial, here, text), rest)
            for rest in here.rests
            for text in _on_subject(here, one.begins, one.denial.start, rest)
        ]
        hits, rest = max(found, key=lambda each: each[0], default=(0, here.rests[0]))
        sense = Sense(one.verb, here.vocabulary.stem(one.verb.folded), True, one.denial, True, 0)
        if speaking := [each for each in here.rests if not total and _said_so(one, here, each)]:
            yield Reversal(sense, None, speaking[0], sure=True)
        elif total and hits == total:
            sure = total >= NEAR or _is_done(one.verb, plain, here)
            yield Reversal(sense, None, rest, sure=sure)
        elif hits >= NEAR and hits * 2 >= total:
            yield Reversal(sense, None, rest, sure=False)


def _said_so(one: Untelling, here: Beside, rest: Rest) -> bool:
    """Tell whether a speaker says what a text begins with: “that it is old, A is not said to say”.

    What only asks, as “what it costs” does, is not said.
    """
    first, vocabulary = words(here.text)[0].folded, here.vocabulary
    before = [each for each in here.mine if each.word.end < one.begins and not each.word.capital]
    told = {here.group(each.stem) for each in before if each.stem not in vocabulary.telling}
    said = {here.group(each.stem) for each in senses(rest.sentence, vocabulary)}
    asserts = first in vocabulary.complements and first not in vocabulary.questions
    subject = here.register.named(here.text[one.begins : one.denial.start])
    speaks = Named(frozenset(), subject.capitals, subject.objects)
    return asserts and len(told) >= NEAR and told <= said and _is_speaker(speaks, rest)


def _is_done(verb: Word, after: Sequence[Sense], here: Beside) -> bool:
    """Tell whether what follows a verb of telling is done in the evidence: “reported delivered”.

    A “to” may stand between, and what is spoken of before it has to stand in the evidence too.
    """
    every = words(here.text)
    place = next(at for at, each in enumerate(every) if each.start == verb.start) + 1
    while place < len(every) and every[place].folded in here.vocabulary.infinitive:
        place += 1
    if place == len(every) or not after or after[0].word is not every[place]:
        return False
    deed, spoken = (
        here.group(after[0].stem),
        {one.stem for one in here.mine if one.word.end < verb.start and not one.by},
    )
    return any(
        not spoken.isdisjoint(each.stem for each in said)
        and any(here.group(each.stem) == deed and each.mode == REAL for each in said)
        and all(not one.denied for one, _ in here.of(deed))
        for rest in here.rests
        for said in [told(rest.sentence, here.vocabulary)]
    )


def _has(
    plain: Sequence[Sense], named: frozenset[Place], denial: Word, here: Beside, text: str
) -> int:
    """Return how much of what is told a part of evidence has, and denies as the text does."""
    theirs: dict[str, set[bool]] = {}
    for one in senses(text, here.vocabulary):
        theirs.setdefault(here.group(one.stem), set()).add(one.denied)
    hits = len(named & here.register.named(text).objects)
    for one in plain:
        denied = one.denied and one.by is not None and one.by.start > denial.start
        hits += denied in theirs.get(here.group(one.stem), ())
    return hits


def _on_subject(here: Beside, start: int, end: int, rest: Rest) -> Iterator[str]:
    """Yield the parts of evidence that have what is spoken of; all of it if nothing is, or speaks.

    “The Heron is a barge; the Plover is a ship” calls the Heron no ship.
    """
    spoken = [one for one in here.mine if start <= one.word.start < end and not one.by]
    subject = here.register.named(" ".join(one.word.text for one in spoken))
    stems = {one.stem for one in spoken}
    if not (subject.objects or stems) or _is_speaker(subject, rest):
        yield rest.sentence
        return
    for part in _parts(rest.sentence, here.vocabulary):
        if subject.objects & here.register.named(part).objects or (
            not subject.objects
            and not stems.isdisjoint(one.stem for one in senses(part, here.vocabulary))
        ):
            yield part


def _parts(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the parts of a sentence that a semicolon ends, or a word that sets against: “but”.

    “But has said” goes on with what was spoken of before, and parts nothing.
    """
    for start, end in clauses(text):
        last = start
        for word, after in pairwise(words(text[start:end])):
            goes_on = after.folded in vocabulary.auxiliaries | vocabulary.adverbs
            if word.folded in vocabulary.contrasting and not goes_on:
                yield text[last : start + word.start]
                last = start + word.start
        yield text[last:end]
