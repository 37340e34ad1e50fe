"""Names that prose ties to a word to which the evidence ties another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.checks.naming import Named, Register
from sourcebook.checks.resting import Rest
from sourcebook.text.claims.names import kin
from sourcebook.text.claims.ties import Key, Tie, ties


def exchanged(text: str, rests: Sequence[Rest], register: Register) -> Iterator[tuple[Tie, str]]:
    """Yield each name tied to what all evidence ties to others, with the name that stands there."""
    mine = ties(text, register.vocabulary)
    if not mine:
        return
    theirs: dict[Key, list[str]] = {}
    for rest in rests:
        for one in ties(rest.sentence, register.vocabulary):
            if one.name[0].folded not in register.vocabulary.openers:
                theirs.setdefault(one.key, []).append(_words(one))
    for one in mine:
        others = theirs.get(one.key, ()) if _is_known(one, register) else ()
        here = register.named(_words(one))
        if others and not any(_same(here, register.named(each), register) for each in others):
            yield one, others[0]


def _is_known(tie: Tie, register: Register) -> bool:
    openers = register.vocabulary.openers
    return any(word.folded in register.known for word in tie.name if word.folded not in openers)


def _words(tie: Tie) -> str:
    return " ".join(word.text for word in tie.name)


def _same(here: Named, there: Named, register: Register) -> bool:
    return (
        bool(here.objects & there.objects)
        or not here.words.isdisjoint(there.words)
        or any(kin(one, other, register.vocabulary) for one in here.words for other in there.words)
        or not here.words.isdisjoint(there.initials)
        or not there.words.isdisjoint(here.initials)
    )
