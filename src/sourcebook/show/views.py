"""Views of the tables in the shapes that the figures take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sourcebook.data.basis import INFERRED, STATED, read_basis
from sourcebook.data.book import Book
from sourcebook.show.render import select

if TYPE_CHECKING:
    import pandas as pd

    from sourcebook.data.tables import Row

TRANSFER_STEPS = (
    "purchase",
    "purchase reported",
    "announcement",
    "acquisition",
    "scheduled delivery",
    "delivery",
)


def steps(book: Book, *systems: str) -> pd.DataFrame:
    """Return who dates which step of the systems' transfer, for ``figures.who_says_when``.

    Columns: ``source`` (short name), ``step``, ``date`` (EDTF, may be missing), ``basis``.
    Raises ``ValueError`` where no row is there, ``BookError`` where a table is not.
    """
    rows = [
        {
            "source": _source(book, row),
            "step": row.text("kind"),
            "date": row.text("date") or None,
            "basis": read_basis(row.text("date_basis")).kind,
        }
        for system in systems
        for row in select(book, "events", system=system)
        if row.text("kind") in TRANSFER_STEPS
    ]
    return _frame(rows)


def numbers(book: Book, *systems: str) -> pd.DataFrame:
    """Return how many of each system each source counts, for ``figures.unit_chart``.

    Columns: ``label`` (the system's designation), ``number`` (may be missing), ``source``, ``note``
    (the source's own description).
    Raises ``ValueError`` where no row is there, ``BookError`` where a table is not.
    """
    rows = [
        {
            "label": book.row("systems", system).text("designation"),
            "number": row.text("number_delivered") or row.text("number_ordered") or None,
            "source": _source(book, row),
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
    Raises ``ValueError`` where no row is there, ``BookError`` where a table is not.
    """
    rows: list[dict[str, str | None]] = [
        {
            "row": book.row("systems", row.text("system")).text("designation"),
            "column": _source(book, row),
            "value": groups.get(row.text("relation"), row.text("relation")),
        }
        for row in select(book, "relations")
    ]
    return _frame(rows)


def short_names(book: Book) -> list[str]:
    """Return the short names of the sources, in the order of their register."""
    return [row.text("short") for row in book.sources.values()]


def natures(book: Book) -> dict[str, str]:
    """Return every kind of difference among the questions, in their order, as its own label.

    Raises ``BookError`` if the book has no questions.
    """
    return {row.text("nature"): row.text("nature") for row in book.rows("questions").values()}


def readings(book: Book, **where: str) -> pd.DataFrame:
    """Return which source reads which question, for ``figures.matrix``.

    Columns: ``row`` (the question in short), ``column`` (the source's short name), ``value`` (the
    kind of difference); the questions are those whose columns have the given values. Raises
    ``ValueError`` if there is none, ``BookError`` if a table is missing.
    """
    asked = {row.text("id"): row for row in select(book, "questions", **where)}
    rows: list[dict[str, str | None]] = [
        {
            "row": _in_short(asked[row.text("question")]),
            "column": _source(book, row),
            "value": asked[row.text("question")].text("nature"),
        }
        for row in book.rows("disagreements").values()
        if row.text("question") in asked
    ]
    return _frame(rows)


def _source(book: Book, row: Row) -> str:
    return book.sources[row.text("source")].text("short")


def _in_short(question: Row) -> str:
    return question.text("short") or question.text("question")


def chains(book: Book) -> pd.DataFrame:
    """Return by which way each speaker's words reach a source, for ``figures.chains``.

    Columns: ``source``, ``speaker``, ``form``, ``through`` (whom the row names, then the origin of
    the source, apart by a semicolon; may be missing), ``basis`` (inferred if the origin is).
    Raises ``ValueError`` where no row is there, ``BookError`` where a table is not.
    """
    rows = []
    for row in select(book, "chains"):
        source = book.sources[row.text("source")]
        inferred = read_basis(source.text("origin_basis")).kind == INFERRED
        through = [_name(book, row.text("through")), _name(book, source.text("origin"))]
        rows.append(
            {
                "source": source.text("short"),
                "speaker": _name(book, row.text("speaker")),
                "form": row.text("form"),
                "through": "; ".join(filter(None, through)) or None,
                "basis": INFERRED if inferred and source.text("origin") else STATED,
            }
        )
    return _frame(rows)


def _name(book: Book, key: str) -> str:
    actor = book.rows("actors").get(key)
    return actor.text("name") if actor else key


def told(book: Book, rows: Iterable[Row], lanes: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return events for ``figures.chronology``: those whose kind stands in one of the lanes.

    Columns: ``lane``, ``label`` (the event in a few words), ``date`` (EDTF), ``basis``,
    ``source`` (short name). Lanes stand in their order, events in each as they come.
    """
    chosen = list(rows)
    return _frame(
        [
            {
                "lane": lane,
                "label": row.text("short"),
                "date": row.text("date"),
                "basis": read_basis(row.text("date_basis")).kind,
                "source": _source(book, row),
            }
            for lane, kinds in lanes.items()
            for row in chosen
            if row.text("kind") in kinds
        ]
    )


def _frame(rows: list[dict[str, str | None]]) -> pd.DataFrame:
    import pandas as pd  # here, so that the commands that draw nothing do not wait for pandas

    return pd.DataFrame(rows)
