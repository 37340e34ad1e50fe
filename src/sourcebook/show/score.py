"""The score of the checks: how many mutants of the book they notice, and which they do not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sourcebook.show.render import Myst, escape, table

HEADS = (
    "Kind",
    "Tried",
    "Noticed",
    "As slips",
    "Noted",
    "Unnoticed",
    "Of a hundred",
    "Without slips",
    "Aim",
)
WIDTHS = (20, 10, 11, 9, 9, 12, 10, 10, 9)
EXAMPLES = 3
SURVIVORS = ("Where", "The book", "The mutant")


@dataclass(frozen=True)
class Survivor:
    """A mutant that no check notices: where it is, and the words before and after."""

    file: str
    line: int
    before: str
    after: str


@dataclass(frozen=True)
class Kind:
    """The mutants of one kind. ``noted`` are those of which a check says that it is not sure.

    ``every`` tells that each place was tried; ``aim`` is how many of a hundred are to be noticed.
    ``left_out`` are those of all ``places`` that state nothing a source could carry. ``slips`` are
    those of the ``killed`` that are refused for their wording alone, whatever is cited.
    """

    kind: str
    tried: int
    killed: int
    noted: int
    every: bool
    aim: int | None = None
    survivors: list[Survivor] = field(default_factory=list)
    left_out: int = 0
    places: int = 0
    slips: int = 0

    @property
    def of_a_hundred(self) -> float:
        """Return how many of a hundred were noticed."""
        return 100 * self.killed / self.tried if self.tried else 100.0

    @property
    def without_slips(self) -> float:
        """Return how many of a hundred were noticed as false, and not for their wording alone."""
        return 100 * (self.killed - self.slips) / self.tried if self.tried else 100.0


@dataclass(frozen=True)
class Score:
    """What was measured: at which commit, with which seed, by checks whose code has a digest."""

    commit: str
    digest: str
    seed: int
    kinds: list[Kind]


def write_score(score: Score, path: Path) -> None:
    """Write a score as JSON."""
    written = json.dumps(asdict(score), ensure_ascii=False, indent=1)
    path.write_text(f"{written}\n", "utf-8")


def read_score(path: Path) -> Score:
    """Return the score in a file; raises ``OSError`` or ``ValueError`` if it cannot be read."""
    try:
        read = json.loads(path.read_text("utf-8"))
        kinds = [
            Kind(**{**one, "survivors": [Survivor(**each) for each in one["survivors"]]})
            for one in read["kinds"]
        ]
        return Score(**{**read, "kinds": kinds})
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a score: {error}") from error


def shown(score: Score) -> Iterator[Myst]:
    """Yield a score as tables: all kinds, then examples of what went unnoticed of each."""
    rows = [_row(one) for one in score.kinds]
    caption = f"What the checks notice, measured at commit {score.commit[:12]}, seed {score.seed}"
    yield table(HEADS, rows, escape(caption), WIDTHS)
    for one in score.kinds:
        if one.left_out:
            yield Myst(f"Of {one.places} places for “{one.kind}”, {one.left_out} were left out.")
        if one.survivors:
            found = [_told(each) for each in one.survivors[:EXAMPLES]]
            caption = f"Unnoticed: {one.kind}, {len(found)} of {len(one.survivors)}"
            yield table(SURVIVORS, found, escape(caption), (20, 40, 40))


def _row(one: Kind) -> tuple[str, ...]:
    unnoticed = one.tried - one.killed - one.noted
    counts = (one.tried, one.killed, one.slips, one.noted, unnoticed)
    tried, *others = (str(count) for count in counts)
    aim = "–" if one.aim is None else str(one.aim)
    shares = (escape(f"{share:.1f}") for share in (one.of_a_hundred, one.without_slips))
    tried = f"{tried} (all)" if one.every else tried
    return (escape(one.kind), tried, *others, *shares, aim)


def _told(one: Survivor) -> tuple[str, str, str]:
    return (escape(f"{one.file}:{one.line}"), escape(one.before), escape(one.after))
