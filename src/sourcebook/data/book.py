"""A book: its root folder, its seeds, its evidence, its tables, and the means to ask for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from sourcebook.data.context import Context
from sourcebook.data.contract import FIRST_TIER, SOURCES, Role, playing
from sourcebook.data.evidence import Evidence
from sourcebook.data.seeds import Seed
from sourcebook.data.tables import PACKAGE, Row, Table
from sourcebook.problems import BookError, Problem, did_you_mean

if TYPE_CHECKING:
    import pandas as pd

SEEDS = "seeds"
ORIGINALS = f"{SEEDS}/originals"


@dataclass(frozen=True, eq=False)
class Book:
    """A book as read. ``evidence`` is in reading order; ``problems`` is empty for a sound book.

    ``context`` is the second tier; nothing of it stands in the other fields. ``settings`` are those
    that the book sets; ``notes`` fail nothing. ``latest`` is the book that this process opened
    last, whose words a notebook's outputs show.
    """

    latest: ClassVar[Book | None] = None

    root: Path
    seeds: Mapping[str, Seed]
    evidence: Mapping[str, Evidence]
    tables: Mapping[str, Table]
    problems: tuple[Problem, ...]
    context: Context = field(default_factory=Context)
    settings: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()

    @cached_property
    def sources(self) -> Mapping[str, Row]:
        """Return the rows of the register of sources by id, in its order."""
        return self.rows(SOURCES.name)

    @cached_property
    def roles(self) -> Mapping[str, Table]:
        """Return the tables that have a role of the contract, by its name."""
        return playing(self.tables, FIRST_TIER)

    def quoted_from(self, source: str) -> Sequence[Evidence]:
        """Return the evidence from a source, in the order of its text."""
        return self._by_source.get(source, ())

    @cached_property
    def _by_source(self) -> Mapping[str, Sequence[Evidence]]:
        found: dict[str, list[Evidence]] = {}
        for one in self.evidence.values():
            found.setdefault(one.source, []).append(one)
        return found

    def rows_of(self, role: Role) -> Mapping[str, Row]:
        """Return the rows by their id of the table that has a role; none if the book has none."""
        return self.roles[role.name].by_key if role.name in self.roles else {}

    @cached_property
    def package(self) -> dict[str, Any]:
        """Return the description of the tables as its file states it."""
        described: dict[str, Any] = json.loads((self.root / PACKAGE).read_text("utf-8"))
        return described

    def table(self, name: str) -> pd.DataFrame:
        """Return a table as a typed DataFrame; raises :class:`BookError` if there is none."""
        return self._table(name).frame()

    def rows(self, name: str) -> Mapping[str, Row]:
        """Return the rows of a table by their id; raises :class:`BookError` if there is none."""
        return self._table(name).by_key

    def row(self, table: str, key: str) -> Row:
        """Return the row of a table with that id; raises :class:`BookError` if there is none."""
        rows = self._table(table).by_key
        if key not in rows:
            raise _unknown(f"the id “{key}” in table “{table}”", key, rows, self.tables[table].file)
        return rows[key]

    def cite(self, key: str) -> Evidence:
        """Return the evidence with that id; raises :class:`BookError` if there is none."""
        if key not in self.evidence:
            raise _unknown("the evidence", key, self.evidence, "data/evidence.csv")
        return self.evidence[key]

    def label(self, evidence: Evidence) -> str:
        """Return the short name of an evidence's source with the locator of its quotation."""
        return f"{self.sources[evidence.source].text('short')} {evidence.locator}"

    def _table(self, name: str) -> Table:
        if name not in self.tables:
            raise _unknown("the table", name, self.tables, PACKAGE)
        return self.tables[name]


def find_root(start: Path | None = None) -> Path:
    """Return the nearest folder at or above ``start`` that holds a book.

    Without ``start`` that is the folder one stands in and, failing that, the checkout from which
    the engine was installed, so that a notebook finds its book wherever it runs. A book is known
    by its ``data/datapackage.json``. Raises :class:`BookError` if there is none.
    """
    here = (start or Path.cwd()).resolve()
    checkout = () if start else Path(__file__).resolve().parents
    for folder in (here, *here.parents, *checkout):
        if (folder / PACKAGE).is_file():
            return folder
    raise BookError(
        [
            Problem(
                PACKAGE,
                None,
                "no book here",
                f"no {PACKAGE} in {here.name or here} or above it",
                f"a folder with {PACKAGE}, or a folder inside it",
                "go to the book's folder, or name it",
            )
        ]
    )


def _unknown(what: str, key: str, known: Iterable[str], file: str) -> BookError:
    return BookError(
        [
            Problem(
                file,
                None,
                f"{what} is not known",
                f"“{key}”",
                "an id that the file holds",
                f"correct the id{did_you_mean(key, known)}",
            )
        ]
    )
