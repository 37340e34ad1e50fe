"""Which sources are independent of one another: those made from one text count once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sourcebook.problems import Problem
from sourcebook.tables import Row

COLUMN = "origin"


def origin(sources: Mapping[str, Row], key: str) -> str:
    """Return the text that a source goes back to: its own id where it names no other.

    A source made from another one of the book has that one's origin.
    """
    chain = list(_chain(sources, key))
    return min(chain) if _turns_back(sources, chain) else chain[-1]


def independent(sources: Mapping[str, Row], one: str, other: str) -> bool:
    """Tell whether two sources go back to different texts."""
    return origin(sources, one) != origin(sources, other)


def check_origins(sources: Mapping[str, Row]) -> Iterator[Problem]:
    """Yield each source whose origin, followed from source to source, is the source itself."""
    for key, row in sources.items():
        chain = list(_chain(sources, key))
        if sources[chain[-1]].text(COLUMN) == key if chain[-1] in sources else False:
            yield Problem(
                row.file,
                row.line,
                f"source “{key}” is its own origin",
                " ← ".join([*chain, key]),
                "an origin that does not lead back to the source",
                "leave the origin empty where a source is its own",
            )


def _chain(sources: Mapping[str, Row], key: str) -> Iterator[str]:
    seen: set[str] = set()
    while key and key not in seen:
        seen.add(key)
        yield key
        key = sources[key].text(COLUMN) if key in sources else ""


def _turns_back(sources: Mapping[str, Row], chain: list[str]) -> bool:
    last = sources.get(chain[-1])
    return last is not None and bool(last.text(COLUMN))
