"""What all pages and rows of a book are held against alike, as one digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from sourcebook.checks.prose import Gate
from sourcebook.data.book import Book
from sourcebook.data.contract import EVIDENCE, SOURCES, SPEAKERS, STRENGTHS
from sourcebook.data.objects import kinds
from sourcebook.data.state import digest, digest_of_engine, in_turn

WHOLE = (EVIDENCE, SOURCES, SPEAKERS, STRENGTHS)


def alike(gate: Gate, files: Mapping[str, str]) -> str:
    """Return a digest of the engine and of what every page and row may be held against.

    These are a book's ``files``, by their digests, but of most tables only the names, designations
    and words that these give to all. Of an unsound book it is all files: the rest may be amiss.
    """
    apart = frozenset() if gate.book.problems else _apart(gate.book)
    kept = in_turn({file: sign for file, sign in files.items() if file not in apart})
    tiers = (gate, gate.second)
    sets: list[Set[str]] = [one for tier in tiers for one in (tier.known, tier.designations)]
    words = [repr(sorted(one)) for one in (*sets, gate.claims.register.common)]
    return digest(digest_of_engine(), *kept, *words, *_names(gate.book))


def _apart(book: Book) -> frozenset[str]:
    """Return the files of the tables of which a page or row takes single cells."""
    whole = {book.roles[one.name].file for one in WHOLE if one.name in book.roles}
    return frozenset(table.file for table in book.tables.values()) - whole


def _names(book: Book) -> Iterator[str]:
    """Yield what the objects of each kind are called, as their table has it."""
    for table in kinds(book).values():
        columns = (table.key, table.declared.name, *table.declared.variants)
        yield repr([[row.text(column) for column in columns] for row in table.rows])
