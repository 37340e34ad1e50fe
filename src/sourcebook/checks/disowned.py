"""Words and signs said to be a source’s own or not, held against what it prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.checks.beside import Beside, Reversal
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.denial import Sense, senses
from sourcebook.text.claims.owned import Owned, owned
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word
from sourcebook.text.quotation_marks import between_marks


def disowned(here: Beside) -> Iterator[Reversal]:
    """Yield what is said not to be a source’s own, though the source prints it as its own."""
    for one in owned(here.text, here.vocabulary):
        if one.denial and (having := _having(one, here.rests, here.vocabulary)):
            stem = here.vocabulary.stem(one.owner.folded)
            if all(_is_own(one, rest) for rest in having):
                yield Reversal(
                    Sense(one.owner, stem, True, one.denial, True, 0), None, having[0], True
                )


def unprinted(text: str, rests: Sequence[Rest], vocabulary: Vocabulary) -> Iterator[Word]:
    """Yield the owner of a word or sign that none of the evidence has."""
    for one in owned(text, vocabulary):
        single = one.sign or len(one.stems) == 1
        if single and not one.denial and not _having(one, rests, vocabulary):
            yield one.owner


def is_quoted(rest: Rest) -> bool:
    """Tell whether the words of evidence have quotation marks in them or around them."""
    seed = rest.register.book.seeds.get(rest.evidence.source)
    start, end = rest.evidence.start, rest.evidence.end
    spans = between_marks(seed.text) if seed else ()
    return any(one < end and two > start for one, two in spans)


def _having(one: Owned, rests: Sequence[Rest], vocabulary: Vocabulary) -> list[Rest]:
    """Return the evidence that has a sign or all words that are spoken of."""
    if one.sign:
        return [rest for rest in rests if any(sign in rest.evidence.quotation for sign in one.sign)]
    return [
        rest
        for rest in rests
        if one.stems <= {each.stem for each in senses(rest.evidence.quotation, vocabulary)}
    ]


def _is_own(one: Owned, rest: Rest) -> bool:
    """Tell whether a source prints words as its own: between no marks, and nobody else speaks."""
    return bool(one.sign) or not (rest.by_another or is_quoted(rest))
