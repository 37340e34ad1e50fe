"""How many sources carry a statement independently of one another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sourcebook.analysis.origins import origin
from sourcebook.data.book import Book


@dataclass(frozen=True)
class Corroboration:
    """The sources that carry a statement, and those that stand for the independent ones.

    ``origins`` names, for each group of sources that go back to one, where the group goes back to.
    """

    sources: tuple[str, ...]
    origins: tuple[str, ...]

    @property
    def independent(self) -> int:
        """Return how many independent sources there are."""
        return len(self.origins)


def corroboration(book: Book, evidence: Iterable[str]) -> Corroboration:
    """Return the sources of pieces of evidence, those with one origin counted once.

    The column ``origin`` of the register of sources names where a source's matter comes from:
    another source of the book, or anything that several sources share. A source without one is
    its own origin.
    """
    found = [book.evidence[one].source for one in evidence if one in book.evidence]
    sources = tuple(dict.fromkeys(found))
    origins = tuple(dict.fromkeys(origin(book.sources, one) for one in sources))
    return Corroboration(sources, origins)
