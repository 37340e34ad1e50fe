"""Views that only this book needs: its tables in the shapes that its figures and pages take."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from sourcebook import figures
from sourcebook.data.basis import NO_DATE, read_basis
from sourcebook.data.book import Book
from sourcebook.data.cells import filled, words
from sourcebook.data.tables import Row
from sourcebook.show.context import shown
from sourcebook.show.render import Myst, escape, link, marker, select, table
from sourcebook.text.plain_dates import span

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STEPS = (
    *("purchase", "purchase reported", "announcement"),
    *("acquisition", "scheduled delivery", "delivery"),
)
DIRECT, OTHERS = "direct", "others"
MARKS = {DIRECT: "own words", OTHERS: "through others"}
HEADER = ("Issue and stance or kind", "What is held", "How it reaches us; date, if stated")


def steps(book: Book, *systems: str) -> pd.DataFrame:
    """Return who dates which step of the systems' transfer, for ``figures.who_says_when``.

    Columns: ``source`` (short name), ``step``, ``date`` (EDTF, may be missing), ``basis``.
    """
    return pd.DataFrame(
        {
            "source": _short(book, row),
            "step": row.text("kind"),
            "date": row.text("date") or None,
            "basis": read_basis(row.text("date_basis")).kind,
        }
        for system in systems
        for row in select(book, "events", system=system)
        if row.text("kind") in STEPS
    )


def told(book: Book, rows: Iterable[Row], lanes: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return events for ``figures.chronology``: those whose kind stands in one of the lanes.

    Columns: ``lane``, ``label`` (the event in a few words), ``date`` (EDTF), ``basis``,
    ``source`` (short name). Lanes stand in their order, events in each as they come.
    """
    chosen = list(rows)
    return pd.DataFrame(
        {
            "lane": lane,
            "label": row.text("short"),
            "date": row.text("date"),
            "basis": read_basis(row.text("date_basis")).kind,
            "source": _short(book, row),
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


def undated(book: Book) -> list[Row]:
    """Return the events without any date, in the table's order."""
    return [row for row in book.rows("events").values() if not row.text("date")]


def positions(book: Book, caption: str, **where: str) -> Myst:
    """Return the positions whose columns have the given values as a table, each with its marker.

    Raises ``ValueError`` if there is none.
    """
    rows = (
        (
            f"{escape(row.text('issue'))}: **{escape(_stance(row))}**",
            f"{escape(row.text('summary'))} {marker(row.ids('evidence'))}",
            _speech(book, row),
        )
        for row in select(book, "positions", **where)
    )
    return table(HEADER, rows, caption, (26, 48, 26))


def stances(book: Book, actors: Sequence[str]) -> Figure:
    """Draw the stances of actors: issues down, actors across, silence as a faint dot.

    Raises ``ValueError`` if none of them has one.
    """
    names = {actor: _name(book, actor) for actor in actors}
    cells = [_mark(row, "stance", names[row.text("actor")]) for row in _of(book, names, "stance")]
    return _grid(book, cells, list(names.values()), "Actor", "stance")


def over_time(book: Book, actor: str) -> Figure:
    """Draw the stances of one actor: issues down, sources across in order of publication.

    That is the order in which sources speak of positions, not that in which they were taken up.
    Raises ``ValueError`` if the actor has none.
    """
    heads = {source: head(book, source) for source in in_order_of_publication(book)}
    found = _of(book, [actor], "stance")
    cells = [_mark(row, "stance", heads[row.text("source")]) for row in found]
    return _grid(book, cells, list(heads.values()), "Source", "stance")


def judgements(book: Book, actors: Sequence[str]) -> Figure:
    """Draw who judges, forecasts or recommends on which issue; these are nobody else's positions.

    Raises ``ValueError`` if none of them does.
    """
    names = {actor: _name(book, actor) for actor in actors}
    cells = [_mark(row, "kind", names[row.text("actor")]) for row in _of(book, names, "kind")]
    return _grid(book, cells, list(names.values()), "Actor", "kind")


def in_order_of_publication(book: Book) -> list[str]:
    """Return the sources by the earliest day they can have been published, undated last."""
    return sorted(book.sources, key=lambda one: _days(book.sources[one])[0] or datetime.date.max)


def head(book: Book, source: str) -> str:
    """Return the short name of a source with its date, and how the date was come by."""
    dated = filled(book, "sources", book.sources[source], "date")
    date = dated.basis.briefly_beside(dated.words) if dated else NO_DATE
    return f"{book.sources[source].text('short')}: {date}"


def panels(book: Book, name: str, **where: str) -> list[dict[str, str]]:
    """Return rows of the second tier for ``figures.sparse_figures``, a panel to measure and origin.

    Rows without a number are left out.
    """
    return [
        {
            "measure": f"{row.text('measure')}; {row.text('origin')}",
            "period": row.text("period"),
            "value": row.text("number"),
            "unit": row.text("unit"),
            "bound": row.text("bound"),
            "label": f"{shown(book, name, row)}: {book.context.cite(row.text('id')).label}",
        }
        for row in book.context.rows(name, **where)
        if row.text("number")
    ]


def rings(book: Book, keys: Iterable[str]) -> list[dict[str, str]]:
    """Return figures of the second tier, by their ids, for ``figures.range_map``.

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


def _name(book: Book, key: str) -> str:
    actor = book.rows("actors").get(key)
    return actor.text("name") if actor else key


def _days(row: Row) -> tuple[datetime.date | None, datetime.date | None]:
    return (span(row.text("date")) if row.text("date") else None) or (None, None)


def _dated(book: Book) -> Iterator[tuple[Row, tuple[datetime.date | None, datetime.date | None]]]:
    return ((row, _days(row)) for row in book.rows("events").values())


def _in_order(dated: Iterable[tuple[datetime.date, Row]]) -> list[Row]:
    return [row for _, row in sorted(dated, key=lambda one: one[0])]


def _of(book: Book, actors: Iterable[str], column: str) -> list[Row]:
    rows, known = book.rows("positions").values(), set(actors)
    return [row for row in rows if row.text("actor") in known and row.text(column)]


def _mark(row: Row, column: str, across: str) -> dict[str, str]:
    return {
        "row": row.text("issue"),
        "column": across,
        "value": row.text(column),
        "mark": DIRECT if row.text("speech") == DIRECT else OTHERS,
    }


def _grid(
    book: Book, cells: list[dict[str, str]], across: list[str], heading: str, column: str
) -> Figure:
    held, issues = ({one[what] for one in cells} for what in ("value", "row"))
    values = [one for one in _allowed(book, column) if column == "stance" or one in held]
    each = {tuple(one.values()): one for one in cells}.values()
    return figures.matrix(
        sorted(each, key=lambda one: (values.index(one["value"]), one["mark"])),
        categories={value: value for value in values},
        marks=MARKS,
        rows=[issue for issue in _allowed(book, "issue") if issue in issues],
        columns=across,
        scale="opposed" if column == "stance" else "kinds",
        silence="nothing reported",
        titles=("Issue", heading, column.capitalize(), "Speech"),
    )


def _allowed(book: Book, column: str) -> Sequence[str]:
    field = book.tables["positions"].field(column)
    return field.allowed if field else ()


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
