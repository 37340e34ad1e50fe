"""Chronology: events by kind on one axis of years, each as vague as its date, one to a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from sourcebook.data.basis import KINDS, STATED
from sourcebook.drawing import MUTED
from sourcebook.figures.page import PITCH, Page, widest, wrap
from sourcebook.figures.rows import Record, Rows, in_order, need, one_of, read_rows
from sourcebook.figures.style import NAME, PRINT_WIDTH, SMALL, Look, choose_looks
from sourcebook.figures.timeline import (
    Years,
    draw_date,
    draw_heads,
    finish,
    lay_out_years,
)
from sourcebook.figures.when import When, read_when
from sourcebook.figures.widths import drawn_for_both

LINE = 16.0


@dataclass(frozen=True)
class Happening:
    """One event as one source tells it."""

    lane: str
    label: str
    edtf: str
    when: When
    basis: str
    source: str
    evidence: str


@dataclass(frozen=True)
class Columns:
    """Where the parts of a line stand, in points from the left."""

    label: float
    source: float
    years: Years


@drawn_for_both
def chronology(
    rows: Rows, *, looks: Mapping[str, Look] | None = None, width: float = PRINT_WIDTH
) -> Figure:
    """Draw events by lane, one line each, in the order given, on years common to all lanes.

    A day is a marker; a month, a year or an interval is a bar as wide as the date is vague. What
    is derived or inferred is hollow. A date without a year stands in a panel of its own.

    Args:
        rows: columns ``lane``, ``label``, ``date`` (EDTF), ``source``, and optionally ``basis``
            (stated, derived or inferred; stated when missing) and ``evidence`` (its ids, opened
            from the line). Lanes stand in the order first met.
        looks: shape and colour of each lane; without them six lanes at most have one by place.
        width: millimetres; below 120 a line's words stand above its mark.

    Raises:
        ValueError: rows are empty, lack a column or a value; a date is not EDTF; a basis is
            unknown; a lane has no look.
    """
    told = [
        read(record)
        for record in read_rows(rows, ("lane", "label", "date", "source"), ("basis", "evidence"))
    ]
    lanes = in_order(one.lane for one in told)
    chosen = choose_looks(lanes, looks, "lanes")
    page = Page(width, as_data(told))
    columns = lay_out(page, told)
    top = y = draw_heads(page, columns.years)
    for lane in lanes:
        page.rule(0, y, page.width, y)
        y = page.lines(0, y + 11, [lane], fontsize=NAME, fontweight="bold", boxed=True) + 3
        for one in (each for each in told if each.lane == lane):
            y = draw_happening(page, columns, one, chosen[lane], y)
        y -= 3
    return finish(page, columns.years, top, y)


def read(record: Record) -> Happening:
    """Read one row."""
    need(record, "lane", "label", "date", "source")
    when = read_when(str(record["date"]))
    if when is None:
        raise ValueError(f"expected a date of which something is known; got {record['date']!r}")
    return Happening(
        lane=str(record["lane"]),
        label=str(record["label"]),
        edtf=str(record["date"]),
        when=when,
        basis=one_of(record, "basis", KINDS, default=STATED),
        source=str(record["source"]),
        evidence=str(record["evidence"] or ""),
    )


def as_data(told: Sequence[Happening]) -> list[Record]:
    """Return the events under plain heads, each date in words and as EDTF."""
    return [
        {
            "Lane": one.lane,
            "Event": one.label,
            "Date (EDTF)": one.edtf,
            "Date in words": one.when.words,
            "Basis": one.basis,
            "Source": one.source,
        }
        for one in told
    ]


def lay_out(page: Page, told: Sequence[Happening]) -> Columns:
    """Choose the columns from what has to stand in them."""
    source = min(widest((one.label for one in told), SMALL) + 26, page.width * 0.34)
    left = source + min(widest((one.source for one in told), SMALL) + 10, page.width * 0.18)
    if page.narrow:
        source, left = page.width * 0.62, 0.0
    return Columns(14, source, lay_out_years(page, left, [(one.when, one.basis) for one in told]))


def draw_happening(page: Page, columns: Columns, one: Happening, look: Look, y: float) -> float:
    """Draw one event; return where the next begins."""
    page.marker(5, y, *look, one.basis == STATED)
    start = y - LINE / 2
    right = page.width if page.narrow else columns.years.axis.left - 6
    words = wrap(one.label, columns.source - columns.label - 8, SMALL)
    names = wrap(one.source, right - columns.source, SMALL)
    end = max(
        page.lines(columns.label, y, words, fontsize=SMALL, boxed=True),
        page.lines(columns.source, y, names, fontsize=SMALL, color=MUTED),
    )
    if page.narrow:
        y = end
    below = draw_date(page, columns.years, (one.when, one.basis), look, y)
    lower = max(end, below) + LINE - SMALL * PITCH
    page.cites(0, start, page.width, lower - LINE / 2 - start, one.evidence)
    return lower
