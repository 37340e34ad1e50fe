"""Headings that name something else than what stands below them is about, cites or tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Named, Place
from sourcebook.data.contract import SOURCES
from sourcebook.pages.block import SUBJECTS, Block
from sourcebook.pages.markers import marks_within
from sourcebook.text.claims.stating import states
from sourcebook.text.claims.strength import is_past
from sourcebook.text.claims.words import words
from sourcebook.text.sentences import CELL, CELL_END, spans

if TYPE_CHECKING:
    from sourcebook.checks.claims import Claims
    from sourcebook.checks.resting import Rest


def headed(heading: Block, below: Sequence[Block], claims: Claims) -> Iterator[Finding]:
    """Yield the names in a heading that are not of what it is about, or of its section.

    ``below`` are the blocks after it. A heading that names no object of the kind that the section
    is about, as “The secretary”, is right for each.
    """
    if heading.citing or not heading.level:
        return
    section = [*takewhile(lambda one: not 0 < one.level <= heading.level, below)]
    yield from _promised(heading, section, claims)
    another = _another(heading, section[:2], claims)
    if another:
        yield another
        return
    yield from _strange(heading, section, claims)
    rests = cited_in(section, claims)
    if rests and states(heading.text, claims.register.vocabulary):
        yield from claims.by_source(heading.text, rests)
        yield from claims.verbs(heading.text, rests)


def columned(blocks: Sequence[Block], claims: Claims) -> Iterator[tuple[Block, Finding]]:
    """Yield the sources and speakers that head a column of a table that cites other sources alone.

    A table is several blocks with as many cells each, the first of which has the heads.
    """
    for same, some in groupby(blocks, lambda one: one.text.count(CELL_END)):
        head, *rows = some
        for column, (start, end) in enumerate(spans(head.text, CELL)) if same else ():
            name = head.text[start:end].rstrip(CELL_END)
            whom = _whole(name, claims)
            cited = _in_column(rows, column, claims) if whom else set()
            if cited and not {key for table, key in whom if table == SOURCES.name} & cited:
                yield head, _finding_of_column(name.strip(), start, sorted(cited), claims)


def _whole(name: str, claims: Claims) -> frozenset[Place]:
    """Return the source or speaker of which words are the whole name."""
    found = claims.register.objects_in(name)
    whole = len(found) == 1 and name[: found[0][1]].strip() == name.strip() and not found[0][0]
    return found[0][2] if whole and claims.register.bears(found[0][2]) else frozenset()


def _in_column(rows: Sequence[Block], column: int, claims: Claims) -> set[str]:
    """Return the sources that the cells of a column cite."""
    marks = (marks_within(row, spans(row.text, CELL)[column]) for row in rows)
    return {rest.evidence.source for some in marks for rest in claims.cited(some)}


def _finding_of_column(name: str, at: int, others: Sequence[str], claims: Claims) -> Finding:
    table = claims.book.rows_of(SOURCES)
    has = ", ".join(table[key].text("short") for key in others)
    return Finding(
        "named",
        name,
        at,
        f"“{name}” heads a column, and what is cited there is of {has}",
        f"“{name}”",
        "the source of which the column has evidence",
        f"write “{has}”, or cite evidence of “{name}” in the column",
    )


def cited_in(section: Sequence[Block], claims: Claims) -> list[Rest]:
    """Return the evidence that the blocks of a section cite, each piece once."""
    return [*dict.fromkeys(rest for block in section for rest in claims.cited(block.citing))]


def _another(heading: Block, next_to: Sequence[Block], claims: Claims) -> Finding | None:
    marks = [mark for one in next_to for mark in one.marks if mark.role in SUBJECTS]
    if not marks or states(heading.text, claims.register.vocabulary):
        return None
    about = claims.called.subject(marks[0])
    objects = claims.register.named(about).objects
    tables = {table for table, _ in objects}
    found = [
        (start, end, places)
        for start, end, places in claims.register.objects_in(heading.text)
        if any(table in tables for table, _ in places)
    ]
    if not found or any(places & objects for _, _, places in found):
        return None
    start, end, _ = found[0]
    name = heading.text[start:end]
    return Finding(
        "named",
        name,
        start,
        f"the heading names “{name}”, and what stands below it is about “{about}”",
        f"“{name}”",
        f"“{about}”, or a heading that names nothing of its kind",
        f"write “{about}”, or correct what the section is about",
    )


def _promised(heading: Block, section: Sequence[Block], claims: Claims) -> Iterator[Finding]:
    """Yield a heading such as “Said” above a section that cites nothing."""
    text, vocabulary = heading.text.strip(), claims.register.vocabulary
    (word, *more) = words(text) or [None]
    if word is None or more or " " in text or not is_past(word, vocabulary):
        return
    cited = not section or any(one.citing for one in section)
    if vocabulary.stem(word.folded) in vocabulary.saying and not cited:
        yield Finding(
            "negation",
            word.text,
            word.start,
            f"the heading says that something is {word.folded}, and nothing below it is cited",
            f"“{word.text}”",
            "evidence of what is said, or a heading that it is not",
            f"cite what is said, or write “Not {word.folded}”",
            slip=True,
        )


def _strange(heading: Block, section: Sequence[Block], claims: Claims) -> Iterator[Finding]:
    """Yield the speakers and sources of a heading of which its section neither tells nor cites."""
    found = [
        one for one in claims.register.objects_in(heading.text) if claims.register.bears(one[2])
    ]
    rests = cited_in(section, claims) if found else []
    if not rests:
        return
    cited = frozenset().union(*((one.named | one.speaking).objects for one in rests))
    left = [one for one in found if not one[2] & cited]
    told = _told(section, claims) if left else frozenset()
    for start, end, places in left:
        if not places & told:
            name = heading.text[start:end]
            yield Finding(
                "named",
                name,
                start,
                f"the heading names “{name}”, and its section does not",
                f"“{name}”",
                "a name that the section has, or that what is cited there gives",
                "write the name of which the section tells, or tell of this one there",
            )


def _told(section: Sequence[Block], claims: Claims) -> frozenset[Place]:
    """Return the objects that the words and roles of a section name, and what it is about."""
    found, named = Named(), claims.register.named
    for block in section:
        found |= named(block.text)
        for role in block.roles:
            found |= named(claims.called.name(role))
        for mark in block.marks:
            if mark.role in SUBJECTS:
                found |= named(claims.called.subject(mark))
    return found.objects
