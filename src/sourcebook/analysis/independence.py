"""How many independent sources carry a statement: those made from one text count once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sourcebook.data.book import Book
from sourcebook.data.tables import Row
from sourcebook.problems import Problem

COLUMN = "origin"


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


def origin(sources: Mapping[str, Row], source: str) -> str:
    """Return where a source goes back to, through rewrites of rewrites, whatever their order."""
    path, back = _followed(sources, source)
    return min(path[path.index(back) :]) if back else path[-1]


def independent(sources: Mapping[str, Row], one: str, other: str) -> bool:
    """Tell whether two sources go back to different texts."""
    return origin(sources, one) != origin(sources, other)


def check_origins(sources: Mapping[str, Row]) -> Iterator[Problem]:
    """Yield each source whose origin, followed from source to source, is the source itself."""
    for key, row in sources.items():
        path, back = _followed(sources, key)
        if back == key:
            yield Problem(
                row.file,
                row.line,
                f"source “{key}” is its own origin",
                " ← ".join([*path, key]),
                "an origin that does not lead back to the source",
                "leave the origin empty where a source is its own",
            )


def _followed(sources: Mapping[str, Row], source: str) -> tuple[list[str], str]:
    """Return the origins from a source on, and the one that the last leads back to, if any."""
    path = [source]
    while (following := _named(sources, path[-1])) and following not in path:
        path.append(following)
    return path, following


def _named(sources: Mapping[str, Row], source: str) -> str:
    return sources[source].text(COLUMN) if source in sources else ""
