"""Which sources are independent of one another: those made from one text count once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sourcebook.data.tables import Row
from sourcebook.problems import Problem

COLUMN = "origin"


def origin(sources: Mapping[str, Row], source: str) -> str:
    """Return where a source goes back to, through rewrites of rewrites, whatever their order."""
    path = [source]
    while following := _named(sources, path[-1]):
        if following in path:
            return min(path[path.index(following) :])
        path.append(following)
    return path[-1]


def independent(sources: Mapping[str, Row], one: str, other: str) -> bool:
    """Tell whether two sources go back to different texts."""
    return origin(sources, one) != origin(sources, other)


def check_origins(sources: Mapping[str, Row]) -> Iterator[Problem]:
    """Yield each source whose origin, followed from source to source, is the source itself."""
    for key, row in sources.items():
        path = [key]
        while (following := _named(sources, path[-1])) and following not in path:
            path.append(following)
        if following == key:
            yield Problem(
                row.file,
                row.line,
                f"source “{key}” is its own origin",
                " ← ".join([*path, key]),
                "an origin that does not lead back to the source",
                "leave the origin empty where a source is its own",
            )


def _named(sources: Mapping[str, Row], source: str) -> str:
    return sources[source].text(COLUMN) if source in sources else ""
