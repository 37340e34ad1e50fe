"""Views that only this book needs: its tables in the shapes that its figures and pages take."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from sourcebook.analysis.independence import Corroboration, corroboration
from sourcebook.analysis.statements import statements
from sourcebook.data.basis import read_basis
from sourcebook.data.book import Book
from sourcebook.data.cells import words
from sourcebook.data.tables import Row
from sourcebook.drawing import MUTED
from sourcebook.figures import look
from sourcebook.show.render import Myst, escape, keys_of, link, marker, select, table
from sourcebook.text.plain_dates import span

STEPS = (
    *("purchase", "purchase reported", "announcement"),
    *("acquisition", "scheduled delivery", "delivery"),
)
DELIVERED, BOUGHT, ANNOUNCED, CONSIDERED, USED, COMPARED = map(look, range(6))
LOOKS = {
    **dict.fromkeys(("delivered", "delivery"), DELIVERED),
    **dict.fromkeys(("bought or acquired", *STEPS[:2], STEPS[3]), BOUGHT),
    **dict.fromkeys(("announced or sought", STEPS[2], STEPS[4]), ANNOUNCED),
    "considered or offered": CONSIDERED,
    "in use or trained with": USED,
    "compared": COMPARED,
}
OTHER = ("h", MUTED)
SECTORS = tuple((shape, "#7a4a1f") for shape in "Xp*h")
HEADER = ("Issue and stance or kind", "What is held", "How it reaches us; date, if stated")


def framed(frame: pd.DataFrame, caption: str, widths: Sequence[int] | None = None) -> Myst:
    """Return a data frame as a table: its index first, then its columns; nothing is a dash.

    Cells are MyST, and the names of the index and of the columns are the header.
    """
    heads = [str(frame.index.name or ""), *map(str, frame.columns)]
    rows = [
        [str(index), *("–" if pd.isna(one) else str(one) for one in cells)]
        for index, *cells in frame.itertuples()
    ]
    return table([escape(head) for head in heads], rows, caption, widths)


def told(book: Book, rows: Iterable[Row], lanes: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return events for ``figures.chronology``: those whose kind stands in one of the lanes.

    Columns: ``lane``, ``label`` (the event in a few words), ``date`` (EDTF), ``basis``,
    ``source`` (short name), ``evidence``. Lanes stand in their order, events in each as they come.
    """
    chosen = list(rows)
    return pd.DataFrame(
        {
            "lane": lane,
            "label": row.text("short"),
            "date": row.text("date"),
            "basis": read_basis(row.text("date_basis")).kind,
            "source": _short(book, row),
            "evidence": row.text("evidence"),
        }
        for lane, kinds in lanes.items()
        for row in chosen
        if row.text("kind") in kinds
    )


def within(book: Book, first: int = 1, last: int = 9999) -> list[Row]:
    """Return the events whose dates begin in the years from ``first`` to ``last``, in order."""
    dated = ((days[0], row) for row, days in _dated(book) if days[0])
    return _in_order((day, row) for day, row in dated if first <= day.year <= last)


def bounded(book: Book) -> list[Row]:
    """Return the events dated to no later than some day, in the order of these days."""
    return _in_order((days[1], row) for row, days in _dated(book) if days[1] and not days[0])


def yearless(book: Book) -> list[Row]:
    """Return the events with a date that has no year, in the table's order."""
    return [row for row, days in _dated(book) if row.text("date") and not any(days)]


def resting(book: Book) -> list[Corroboration]:
    """Return, for each statement of the tables, the sources that it rests on."""
    return [corroboration(book, one.evidence) for one in statements(book)]


def positions(book: Book, caption: str, **where: str) -> Myst:
    """Return the positions whose columns have the given values as a table, each with its marker.

    Raises ``ValueError`` if there is none.
    """
    chosen = select(book, "positions", **where)
    rows = (
        (
            f"{escape(row.text('issue'))}: **{escape(_stance(row))}**",
            f"{escape(row.text('summary'))} {marker(row.ids('evidence'))}",
            _speech(book, row),
        )
        for row in chosen
    )
    keys = keys_of(book, "positions", chosen)
    return table(HEADER, rows, caption, (26, 48, 26), keys=keys)


def rings(book: Book, keys: Iterable[str]) -> list[dict[str, str]]:
    """Return figures of the second tier, by their ids, for ``figures.ranges``.

    A range of which only the lower end is reported is drawn there. Raises ``BookError`` for an
    unknown id.
    """
    entries = [book.context.cite(key) for key in keys]
    return [
        {
            "label": f"{one['subject']}, {one['attribute']}: {one['value']}",
            "reported": entry.label,
            "low": one["low"] if one["high"] else "",
            "high": one["high"] or one["low"],
            "bound": one["bound"],
        }
        for entry, one in ((entry, entry.row.cells) for entry in entries)
    ]


def _short(book: Book, row: Row) -> str:
    return book.sources[row.text("source")].text("short")


def _days(row: Row) -> tuple[datetime.date | None, datetime.date | None]:
    return (span(row.text("date")) if row.text("date") else None) or (None, None)


def _dated(book: Book) -> Iterator[tuple[Row, tuple[datetime.date | None, datetime.date | None]]]:
    return ((row, _days(row)) for row in book.rows("events").values())


def _in_order(dated: Iterable[tuple[datetime.date, Row]]) -> list[Row]:
    return [row for _, row in sorted(dated, key=lambda one: one[0])]


def _stance(row: Row) -> str:
    kind, stance = row.text("kind"), row.text("stance")
    return stance if kind == "position" else ", ".join(filter(None, (kind, stance)))


def _speech(book: Book, row: Row) -> str:
    speech, voice = escape(row.text("speech")), row.text("voice")
    said = f"{speech}, {link('actor', voice)}" if voice else speech
    field = book.tables["positions"].field("date")
    if not field or not row.text("date"):
        return said
    return f"{said}; {escape(words(book, field, row))} {marker(row.ids(field.evidence))}"
