"""Views of the tables in the shapes that the figures take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sourcebook.book import Book
from sourcebook.claims import read_basis
from sourcebook.render import select

if TYPE_CHECKING:
    import pandas as pd

TRANSFER_STEPS = (
    "purchase",
    "purchase reported",
    "announcement",
    "acquisition",
    "scheduled delivery",
    "delivery",
)


def steps(book: Book, system: str) -> pd.DataFrame:
    """Return who dates which step of a system's transfer, for ``figures.who_says_when``.

    Columns: ``source`` (short name), ``step``, ``date`` (EDTF, may be missing), ``basis``.
    """
    rows = [
        {
            "source": book.sources[row.text("source")].text("short"),
            "step": row.text("kind"),
            "date": row.text("date") or None,
            "basis": read_basis(row.text("date_basis")).kind,
        }
        for row in select(book, "events", system=system)
        if row.text("kind") in TRANSFER_STEPS
    ]
    return _frame(rows)


def numbers(book: Book, *systems: str) -> pd.DataFrame:
    """Return how many of each system each source counts, for ``figures.unit_chart``.

    Columns: ``label`` (the system's designation), ``number`` (may be missing), ``source``, ``note``
    (the source's own description).
    """
    rows = [
        {
            "label": book.row("systems", system).text("designation"),
            "number": row.text("number_delivered") or row.text("number_ordered") or None,
            "source": book.sources[row.text("source")].text("short"),
            "note": row.text("description"),
        }
        for system in systems
        for row in select(book, "transfers", system=system)
    ]
    return _frame(rows).astype({"number": "Int64"})


def relations(book: Book, groups: Mapping[str, str]) -> pd.DataFrame:
    """Return what each source reports of each system, for ``figures.matrix``.

    Columns: ``row`` (the system's designation), ``column`` (the source's short name), ``value``
    (the group of the relation, or the relation itself where it has none).
    """
    rows: list[dict[str, str | None]] = [
        {
            "row": book.row("systems", row.text("system")).text("designation"),
            "column": book.sources[row.text("source")].text("short"),
            "value": groups.get(row.text("relation"), row.text("relation")),
        }
        for row in select(book, "relations")
    ]
    return _frame(rows)


def _frame(rows: list[dict[str, str | None]]) -> pd.DataFrame:
    import pandas as pd  # here, so that the commands that draw nothing do not wait for pandas

    return pd.DataFrame(rows)
