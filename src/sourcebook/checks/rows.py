"""The words of tables, held against the evidence of their rows as prose is against its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from sourcebook.checks.answers import OR_ANSWER, answered
from sourcebook.checks.claims import Beside, Claims
from sourcebook.checks.findings import Finding
from sourcebook.checks.heard import at_odds, drowned, unheard
from sourcebook.checks.naming import Named
from sourcebook.checks.own_object import of_another, of_itself
from sourcebook.checks.readings import ASKING, Readings
from sourcebook.checks.telling import told_at_odds, told_drowned, told_unheard
from sourcebook.data.contract import EVIDENCE, QUESTIONS, SOURCES
from sourcebook.data.fields import Field
from sourcebook.data.sharing import shared_out
from sourcebook.data.tables import Row, Table
from sourcebook.pages.block import ANSWER, Block, Mark
from sourcebook.text.labels import designations

if TYPE_CHECKING:
    from sourcebook.checks.resting import Rest

FEWEST = 10
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def of_rows(claims: Claims, table: Table, rows: Sequence[Row]) -> list[list[Finding]]:
    """Return what is wrong in the words of each of some rows of a table."""
    return shared_out(partial(_of_rows, claims, table, told_in(claims, table)), rows)


def _of_rows(
    claims: Claims, table: Table, fields: tuple[Field, ...], rows: Sequence[Row]
) -> Iterator[list[Finding]]:
    return ([*of_row(claims, table, row, fields)] for row in rows)


def taken(claims: Claims, table: Table, row: Row) -> object:
    """Return what a row takes of others: what they are called, readings, and how cells begin.

    All else is :func:`sourcebook.checks.alike.alike`.
    """
    small = [one.name for one in told_in(claims, table) if row.text(one.name)[:1].islower()]
    begins = [_begins_large(claims, table, row, column) for column in small]
    referred = [*_referred(claims, table, row)]
    return table.name, referred, _readings(claims).taken(table, row), begins


def told_in(claims: Claims, table: Table) -> tuple[Field, ...]:
    """Return the columns that hold words of the book's own on what sources say.

    The table of sources has none: its words are on files, not on what these say.
    """
    if table is claims.book.roles.get(SOURCES.name):
        return ()
    units = {each.unit for each in table.fields}
    return tuple(
        one
        for one in table.fields
        if not (one.states or one.holds or one.closed or one.name in units or one.name == table.key)
        and one.type == "string"
    )


def of_row(claims: Claims, table: Table, row: Row, fields: tuple[Field, ...]) -> Iterator[Finding]:
    """Yield what is wrong in the words of a row, and notes that its cells do not answer."""
    if table.name == EVIDENCE.name:
        yield from _of_speaker(claims, table, row)
    yield from _of_another(claims, table, row)
    readings = _readings(claims)
    for one in fields:
        rests = _rests(claims, table, row, one) if row.text(one.name) else ()
        if row.text(one.name) and (rests := rests or readings.rests(table, row)):
            block = _block(row, one)
            beside = Beside(
                partial(_subject, claims, table, row),
                partial(_near, rests),
                partial(_given, claims, block),
            )
            title = one.name == table.declared.name
            found = [*claims.of_cell(block.text, rests, beside, title)]
            found += readings.of_cell(table, row, block.text)
            if one.name in ASKING and readings.rests(table, row):
                others = [row.text(each.name) for each in fields if each is not one]
                found += readings.of_title(row, one.name, others)
            found += of_itself(claims, table, row, block.text)
            found += of_another(claims, table, row, block.text)
            yield from answered(block, [*found, *_begun_small(claims, table, row, one)])


def _of_another(claims: Claims, table: Table, row: Row) -> Iterator[Finding]:
    """Yield the designation in a row’s name that is of another object than the one it refers to."""
    title = row.text(table.declared.name) if table.declared.name else ""
    named = [
        (one.start(), one.end(), places)
        for one in designations(title)
        for _, _, places in claims.register.objects_in(one[0])
    ]
    for field in table.fields if named else ():
        key, place = row.text(field.name), {(field.refers, row.text(field.name))}
        some = [one for one in named if any(kind == field.refers for kind, _ in one[2])]
        if key and some and not any(places & place for *_, places in some):
            start, end, _ = some[0]
            yield Finding(
                "named",
                title[start:end],
                start,
                f"“{title[start:end]}” names another row than column “{field.name}” refers to",
                f"“{title}” beside “{key}”",
                f"a name for what “{key}” is, or another “{field.name}”",
                f"write it of “{key}”, or correct column “{field.name}”",
            )


@lru_cache(maxsize=8)
def _readings(claims: Claims) -> Readings:
    return Readings(claims)


def _begun_small(claims: Claims, table: Table, row: Row, field: Field) -> Iterator[Finding]:
    """Yield the note on a cell that begins with a small letter, and no other of its column does.

    Its first words may be missing.
    """
    cell = row.text(field.name)
    if not cell[0].islower() or not _begins_large(claims, table, row, field.name):
        return
    first = cell.split()[0]
    yield Finding(
        "negation",
        first,
        0,
        f"“{first}” begins the cell, and every other cell of column “{field.name}” has a capital",
        f"“{first}”",
        "a cell that begins as the others do",
        f"write what stood before it, or a capital, {OR_ANSWER}",
        note=True,
        slip=True,
    )


def _begins_large(claims: Claims, table: Table, row: Row, column: str) -> bool:
    """Tell whether no cell of a column but that of one row begins with a small letter."""
    begun, small = _begun(claims, table.name, column)
    own = row.text(table.key)
    return len(begun) - (own in begun) >= FEWEST and small <= {own}


@lru_cache(maxsize=256)
def _begun(claims: Claims, name: str, column: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of the rows with a cell in a column, and of those where it begins small."""
    table = claims.book.tables[name]
    begun = {row.text(table.key): row.text(column)[:1] for row in table.rows if row.text(column)}
    return frozenset(begun), frozenset(key for key, sign in begun.items() if sign.islower())


def _of_speaker(claims: Claims, table: Table, row: Row) -> Iterator[Finding]:
    for rest in _own(claims, table, row):
        if unheard(rest):
            yield told_unheard(rest, claims)
        elif who := drowned(rest):
            yield told_drowned(rest, who, claims)
        alike = claims.of_source[rest.evidence.source] if rest.evidence.speaker else []
        if other := at_odds(rest, alike):
            yield told_at_odds(rest, other, claims)


def _block(row: Row, one: Field) -> Block:
    answers = row.answers.get(one.name, ())
    marks = tuple(Mark(at, ANSWER, reason) for at, reason in answers)
    return Block(row.text(one.name), marks, row.line)


def _rests(claims: Claims, table: Table, row: Row, one: Field) -> tuple[Rest, ...]:
    if table.name == EVIDENCE.name:
        return _own(claims, table, row)
    known = claims.book.evidence
    return tuple(claims.rest(known[key]) for key in row.ids(one.evidence) if key in known)


def _own(claims: Claims, table: Table, row: Row) -> tuple[Rest, ...]:
    """Return the evidence that a row of its table is."""
    found = claims.book.evidence.get(row.text(table.key))
    return (claims.rest(found),) if found else ()


def _subject(claims: Claims, table: Table, row: Row) -> Named:
    """Return what the objects of a row name, and what stands around the evidence that it is."""
    found = Named()
    for called in _referred(claims, table, row):
        found |= claims.register.named(called)
    key = row.text(table.key) if table.name == EVIDENCE.name else ""
    if key in claims.book.evidence:
        found |= claims.rest(claims.book.evidence[key]).surroundings
    return found


def _referred(claims: Claims, table: Table, row: Row) -> Iterator[str]:
    """Yield what the objects are called to which a row refers; questions are none."""
    for one in table.fields:
        other = claims.book.tables.get(one.refers)
        if other and other is not claims.book.roles.get(QUESTIONS.name):
            called = other.by_key.get(row.text(one.name))
            yield called.text(other.declared.name) if called else ""


def _near(rests: tuple[Rest, ...]) -> Named:
    """Return what stands around the quotations: a note is on it in a cell."""
    found = Named()
    for rest in rests:
        found |= rest.surroundings
    return found


def _given(claims: Claims, block: Block) -> Named:
    """Return what the evidence names that an answer in a cell cites by its id: “in times-order”."""
    known, found = claims.book.evidence, Named()
    for mark in block.marks:
        for key in ID.findall(mark.content):
            if key in known:
                found |= claims.rest(known[key]).named | claims.rest(known[key]).speaking
    return found
