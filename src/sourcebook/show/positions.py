"""What actors hold: as a table, by actor and issue, and by source in order of publication."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sourcebook.data.book import Book
from sourcebook.data.cells import cell, words
from sourcebook.figures.matrix import matrix
from sourcebook.show.render import Myst, escape, link, marker, select, table
from sourcebook.text.dates import span

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from sourcebook.data.tables import Row

TABLE = "positions"
DIRECT, OTHERS = "direct", "others"
MARKS = {DIRECT: "own words", OTHERS: "through others"}
WIDTHS = (26, 48, 26)
HEADER = ("Issue and stance or kind", "What is held", "How it reaches us; date, if stated")


def listed(book: Book, caption: str, **where: str) -> Myst:
    """Return the positions whose columns have the given values as a table, each with its marker.

    Raises ``ValueError`` if there is none, ``BookError`` if the book has no such table.
    """
    rows = (
        (
            f"{escape(row.text('issue'))}: **{escape(_stance(row))}**",
            f"{escape(row.text('summary'))} {marker(row.ids('evidence'))}",
            _speech(book, row),
        )
        for row in select(book, TABLE, **where)
    )
    return table(HEADER, rows, caption, WIDTHS)


def stances(book: Book, actors: Sequence[str]) -> Figure:
    """Draw the stances of actors: issues down, actors across, silence as a faint dot.

    Raises ``ValueError`` if none of them has one, ``BookError`` for an unknown actor.
    """
    names = {actor: book.row("actors", actor).text("name") for actor in actors}
    found = [row for row in _taken(book) if row.text("actor") in names]
    cells = [_mark(row, "stance", names[row.text("actor")]) for row in found]
    return _grid(book, cells, list(names.values()), "Actor", "stance")


def over_time(book: Book, actor: str) -> Figure:
    """Draw the stances of one actor: issues down, sources across in order of publication.

    That is the order in which sources speak of positions, not that in which they were taken up.
    Raises ``ValueError`` if the actor has none.
    """
    heads = {source: head(book, source) for source in in_order_of_publication(book)}
    found = [row for row in _taken(book) if row.text("actor") == actor]
    cells = [_mark(row, "stance", heads[row.text("source")]) for row in found]
    return _grid(book, cells, list(heads.values()), "Source", "stance")


def judgements(book: Book, actors: Sequence[str]) -> Figure:
    """Draw who judges, forecasts or recommends on which issue; these are nobody else's positions.

    Raises ``ValueError`` if none of them does, ``BookError`` for an unknown actor.
    """
    names = {actor: book.row("actors", actor).text("name") for actor in actors}
    rows = [row for row in book.rows(TABLE).values() if row.text("actor") in names]
    cells = [_mark(row, "kind", names[row.text("actor")]) for row in rows]
    return _grid(book, cells, list(names.values()), "Actor", "kind")


def in_order_of_publication(book: Book) -> list[str]:
    """Return the sources by the earliest day they can have been published, undated last."""
    return sorted(book.sources, key=lambda source: _first_day(book, source))


def head(book: Book, source: str) -> str:
    """Return the short name of a source with its date, and whether the date is inferred."""
    dated = cell(book, "sources", source, "date")
    how = " (inferred)" if dated.basis.startswith("inferred") else ""
    return f"{book.sources[source].text('short')}: {dated.words or 'date not stated'}{how}"


def _first_day(book: Book, source: str) -> datetime.date:
    date = book.sources[source].text("date")
    days = span(date) if date else None
    return (days[0] if days else None) or datetime.date.max


def _taken(book: Book) -> Iterator[Row]:
    return (row for row in book.rows(TABLE).values() if row.text("stance"))


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
    return matrix(
        sorted(each, key=lambda one: (values.index(one["value"]), one["mark"])),
        categories={value: value for value in values},
        marks=MARKS,
        rows=[issue for issue in _allowed(book, "issue") if issue in issues],
        columns=across,
        scale="opposed" if column == "stance" else "kinds",
        silence="nothing reported",
        titles=("Issue", heading, column.capitalize(), "Speech"),
    )


def _allowed(book: Book, column: str) -> list[str]:
    resources = book.package["resources"]
    schema = next(one["schema"] for one in resources if one["name"] == TABLE)
    field = next(one for one in schema["fields"] if one["name"] == column)
    return [str(value) for value in field["constraints"]["enum"]]


def _stance(row: Row) -> str:
    kind, stance = row.text("kind"), row.text("stance")
    return stance if kind == "position" else ", ".join(filter(None, (kind, stance)))


def _speech(book: Book, row: Row) -> str:
    speech, voice = escape(row.text("speech")), row.text("voice")
    said = f"{speech}, {link('actor', voice)}" if voice else speech
    field = book.tables[TABLE].field("date")
    if field is None or not row.text("date"):
        return said
    return f"{said}; {escape(words(book, field, row))} {marker(row.ids(field.evidence))}"
