"""Two who speak in one sentence of a source: what the one says is not put to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from sourcebook.checks.resting import Rest
from sourcebook.text.claims.denial import senses
from sourcebook.text.claims.speakers import Attribution, attributions
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words


def is_of_another(text: str, one: Attribution, rests: Sequence[Rest]) -> bool:
    """Tell whether what a text has somebody say stands only where another speaks.

    That is sure where all its words do, or where the other takes up a thing with an “it”. What one
    says of “it” may be said of a thing that the other names.
    """
    vocabulary = rests[0].register.vocabulary
    if len(attributions(text, vocabulary)) > 1:
        return False
    names, own, others = _names(one.subject), list[str](), list[str]()
    for sentence in dict.fromkeys(rest.sentence for rest in rests):
        parts = list(_parts(sentence, vocabulary))
        heard = [said for who, said in parts if names & who]
        own += heard if heard and len(parts) > 1 else [sentence]
        others += [said for who, said in parts if heard and not names & who]
    if not others:
        return False
    spoken = {vocabulary.stem(word.folded) for word in (*one.subject, one.verb)}
    mine = {each.stem for each in senses(text, vocabulary)} - spoken
    said = {each.stem for some in own for each in senses(some, vocabulary)}
    refers = any(one.folded in vocabulary.pronouns for some in own for one in words(some)[:1])
    for other in others:
        theirs = {each.stem for each in senses(other, vocabulary)}
        taken_up = any(word.folded in vocabulary.anaphors for word in words(other))
        lent = (mine & theirs) - said
        named = refers and len(lent) == 1 and bool(mine & said)
        if lent and not named and (taken_up or mine <= theirs):
            return True
    return False


def _parts(text: str, vocabulary: Vocabulary) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the names of each who speaks in a sentence and what they say, one after the other.

    There is nobody if what one says may stand before the name: “It sank, said A, and B wept”.
    """
    found = attributions(text, vocabulary)
    if not all(_leads(one, text) for one in found):
        return
    for one, after in zip_longest(found, found[1:]):
        end = after.subject[0].start if after else len(text)
        yield _names(one.subject), text[one.verb.end : end]


def _leads(one: Attribution, text: str) -> bool:
    """Tell whether what somebody says follows the verb."""
    after = next((word for word in words(text) if word.start > one.verb.start), None)
    return one.head.start < one.verb.start and after is not None and not after.parted


def _names(some: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.folded for word in some if word.capital)
