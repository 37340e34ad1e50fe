"""Names that two speakers or sources of a book bear: whom a page means by one is then left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import dropwhile

from sourcebook.data.contract import SOURCES, SPEAKERS
from sourcebook.data.tables import Row, Table
from sourcebook.problems import Problem
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.words import words

SHORT = "short"


def check_same_names(roles: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield each name, or other name, of a speaker or source that another one bears too."""
    if SPEAKERS.name in roles:
        declared = roles[SPEAKERS.name].declared
        yield from _same(roles[SPEAKERS.name], (declared.name, *declared.variants))
    if SOURCES.name in roles:
        yield from _same(roles[SOURCES.name], (SHORT,))


def _same(table: Table, columns: tuple[str, ...]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], str] = {}
    first = {row.text(table.key): row for row in reversed(table.rows)}
    for own, row in reversed(first.items()):
        mine = {_folded(one): one for column in columns for one in row.text(column).split(";")}
        for folded, called in mine.items():
            if folded and seen.setdefault(folded, own) != own:
                yield _problem(row, called.strip(), seen[folded], table)


def _folded(called: str) -> tuple[str, ...]:
    """Return the words of a name in one case, without an article before it."""
    found = [word.folded for word in words(called)]
    named = [*dropwhile(lambda one: one in ENGLISH.articles, found)]
    return tuple(named or found)


def _problem(row: Row, called: str, other: str, table: Table) -> Problem:
    return Problem(
        row.file,
        row.line,
        "two rows bear one name",
        f"“{called}” for “{row.text(table.key)}” and for “{other}”",
        "a name that tells each from all others",
        "correct the name, or add to it what tells the two apart, such as an office or a place",
    )
