"""Cells that name another object than that of their row, or name it as if it were another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sourcebook.checks.claims import Claims
from sourcebook.checks.findings import Finding
from sourcebook.data.contract import SOURCES, SPEAKERS
from sourcebook.data.tables import Row, Table
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.vocabulary import Vocabulary
from sourcebook.text.claims.words import Word, words
from sourcebook.text.sentences import CLAUSE, span_at


def of_another(claims: Claims, table: Table, row: Row, text: str) -> Iterator[Finding]:
    """Yield the name that is all of a cell, if the row refers to others of its kind and not to it.

    “Arvania” is no name of what happened in a row that is on Belmark alone.
    """
    found = claims.register.objects_in(text)
    whole = found[0] if len(found) == 1 else None
    if not whole or {one.folded for one in words(text[: whole[0]])} - _articles(claims):
        return
    start, end, places = whole
    if text[end:].strip():
        return
    for kind in (SOURCES, SPEAKERS):
        held = claims.book.roles.get(kind.name)
        refers = [row.text(one.name) for one in table.fields if held and one.refers == held.name]
        own = {key for key in refers if key}
        named = {key for name, key in places if held and name == held.name}
        if own and named and not own & named:
            name = text[start:end]
            yield Finding(
                "named",
                name,
                start,
                f"“{name}” is all of the cell, and the row is of another",
                f"“{name}” in a row of {', '.join(sorted(own))}",
                "the name of what the row refers to",
                "write that name, or say what the other has to do with it",
            )


def _articles(claims: Claims) -> frozenset[str]:
    return claims.register.vocabulary.articles


def of_itself(claims: Claims, table: Table, row: Row, text: str) -> Iterator[Finding]:
    """Yield the speaker of a row where a cell that begins with its verb names it once more.

    “Warned Arvania” is no word on what Arvania did, in a row of Arvania.
    """
    speakers, every = claims.book.roles.get(SPEAKERS.name), words(text)
    fields = [one for one in table.fields if speakers and one.refers == speakers.name]
    if not (speakers and fields and every and _acts(every, claims.register.vocabulary)):
        return
    own = (speakers.name, row.text(fields[0].name))
    first, end = span_at(text, CLAUSE, 0)
    found = claims.register.objects_in(text[first:end])
    begins = any(start == every[0].start for start, _, _ in found)
    for start, last, places in () if begins else found:
        if own in places:
            name = text[start:last]
            yield Finding(
                "named",
                name,
                start,
                f"“{name}” is whom the row is about, and the cell has it as another",
                f"“{name}” after “{every[0].text}”",
                "another name, or “itself”",
                "write to or of whom it is done, or begin with who does it",
            )


def _acts(every: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Tell whether words begin with what somebody does: “Warned A”, “Has A in sight”.

    After “Warns” there has to stand whom or what: “Warnings of” is no verb.
    """
    one, after = every[0].folded, every[1:2]
    does = one.endswith("s") and one not in vocabulary.no_verbs and bool(after)
    has_object = does and (
        (after[0].capital or after[0].folded in vocabulary.articles | vocabulary.infinitive)
        and not after[0].parted
    )
    return has_object or one in vocabulary.auxiliaries or is_past(every[0], vocabulary)
