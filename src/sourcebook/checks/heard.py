"""Who speaks in a piece of evidence by its table, held against the source around its words."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.checks.naming import Named
from sourcebook.checks.resting import Rest
from sourcebook.checks.speakers import has_noun, is_same
from sourcebook.data.contract import OPINION, PERSON, SPEAKERS
from sourcebook.data.tables import Row
from sourcebook.text.claims.speakers import attributions
from sourcebook.text.claims.words import Word, is_owner, words


def unheard(rest: Rest) -> bool:
    """Tell whether who is said to speak in evidence is neither its author nor named near it.

    For somebody unnamed the noun is enough: “an official”.
    """
    if _row(rest) is None or _is_named(rest, rest.around) or is_author(rest):
        return False
    nouns = [word for word in _called(rest) if not word.capital]
    return not any(has_noun(word, rest.around) for word in nouns)


def drowned(rest: Rest) -> str:
    """Return who speaks by the source in place of the one who is said to; nothing if nobody does.

    It is whom the tables have and the sentence of the quotation names as speaking, if it does not
    name the other at all; and the author of an opinion that its paragraph ascribes to nobody.
    """
    if _row(rest) is None or is_author(rest):
        return ""
    others = [] if _may_be_meant(rest) else _speaking(rest, rest.sentence)
    if others:
        return others[0]
    ascribed = _says(rest, rest.paragraph) or rest.evidence.mode != OPINION
    return "" if ascribed else "the author"


def is_author(rest: Rest) -> bool:
    """Tell whether the one who speaks is the source itself, or its author."""
    return all(word.folded in rest.source.words for word in _called(rest))


def _row(rest: Rest) -> Row | None:
    table = rest.register.book.roles.get(SPEAKERS.name)
    return table.by_key.get(rest.evidence.speaker) if table else None


def _called(rest: Rest) -> tuple[Word, ...]:
    table, row = rest.register.book.roles.get(SPEAKERS.name), _row(rest)
    return words(row.text(table.declared.name)) if table and row else ()


def _is_named(rest: Rest, named: Named) -> bool:
    table = rest.register.book.roles[SPEAKERS.name]
    return (table.name, rest.evidence.speaker) in named.objects


def _may_be_meant(rest: Rest) -> bool:
    """Tell whether the sentence names who speaks: a part of a person’s name, a noun for others."""
    named, row = rest.register.named(rest.sentence), _row(rest)
    person = row is not None and row.text("kind") == PERSON
    small = rest.register.vocabulary.small
    parts = [one for one in _called(rest) if one.capital == person and one.folded not in small]
    return _is_named(rest, named) or any(has_noun(one, named) for one in parts)


def _speaking(rest: Rest, text: str) -> list[str]:
    """Return the speakers of the tables who are said to speak in a text."""
    register = rest.register
    return [
        one.head.text
        for one in attributions(text, register.vocabulary)
        if register.sorts(register.meant(one.head.text)) and not is_owner(text, one.head.end)
    ]


def _says(rest: Rest, text: str) -> bool:
    register = rest.register
    said = (one.subject for one in attributions(text, register.vocabulary))
    named = ((one, register.meant(" ".join(each.text for each in one))) for one in said)
    return any(is_same(*one, rest.speaker) for one in named)


def at_odds(rest: Rest, others: Iterable[Rest]) -> Rest | None:
    """Return evidence that holds or is part of the same words, and has another speaker.

    Words of one that the other names in the longer of the two may be quoted there.
    """
    one = rest.evidence
    for other in others:
        two = other.evidence
        if not two.speaker or two.speaker == one.speaker:
            continue
        for whole, part in ((rest, other), (other, rest)):
            start, end = whole.evidence.start, whole.evidence.end
            if start <= part.evidence.start and part.evidence.end <= end:
                named = rest.register.named(whole.evidence.quotation)
                if not part.speaker.objects & named.objects:
                    return other
    return None
