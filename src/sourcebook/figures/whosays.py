"""Who says when: one lane per source, one line per step, each date as vague as its source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from sourcebook.data.basis import KINDS, NO_DATE, STATED, Basis
from sourcebook.figures.data import renamed
from sourcebook.figures.page import PITCH, Page, widest, wrap
from sourcebook.figures.rows import Record, Rows, in_order, need, one_of, read_rows
from sourcebook.figures.style import (
    COLOURS,
    MARKERS,
    MUTED,
    NAME,
    PRINT_WIDTH,
    SMALL,
    WASH,
    styled,
)
from sourcebook.figures.timeline import (
    TimeAxis,
    draw_when,
    draw_years,
    label_mark,
    label_years,
    time_axis,
    yearless_width,
)
from sourcebook.figures.when import When, read_when

LINE = 15.0
TALL = 420.0
NO_YEAR = "year not stated"
TITLES = {
    "source": "Source",
    "step": "Step",
    "date": "Date (EDTF)",
    "in_words": "Date in words",
    "basis": "Basis",
    "note": "Note",
}


@dataclass(frozen=True)
class Saying:
    """What one source says about one step; ``when`` is None where it gives no date."""

    source: str
    step: str
    when: When | None
    basis: str
    note: str

    @property
    def words(self) -> str:
        """Return the date in words, with its basis where it is not stated outright."""
        date = self.when.words if self.when else NO_DATE
        return Basis(self.basis).briefly_beside(date)


@dataclass(frozen=True)
class Columns:
    """Where the parts of a lane stand, in points from the left."""

    source: float
    step: float
    axis: TimeAxis
    panel: float | None


@styled
def who_says_when(
    rows: Rows,
    *,
    steps: Sequence[str] | None = None,
    expected: Sequence[str] | None = None,
    titles: Mapping[str, str] = TITLES,
    width: float = PRINT_WIDTH,
) -> Figure:
    """Draw what each source says about the date of each step, so that gaps show as gaps.

    A day is a marker; a month, a year or an interval is a bar as wide as the date is vague. What
    is derived or inferred is hollow. A date without a year stands in a panel of its own. A source
    that speaks of a step without a date, or gives no date for an expected step, is said to.

    Args:
        rows: columns ``source``, ``step``, ``date`` (EDTF, may be missing), and optionally
            ``note`` and ``basis`` (stated, derived or inferred; stated when missing). Sources
            stand in the order first met.
        steps: the steps to show, in order, six at most; by default those in rows.
        expected: the steps that every source is asked about; by default all that are shown.
        titles: what the data of the figure call a column, where the usual title does not fit.
        width: millimetres; below 120 a source's name stands above its lane.

    Raises:
        ValueError: rows are empty or lack a column or value; a date is not EDTF; a step or a
            basis is unknown; there are more than six steps.
    """
    records = read_rows(rows, ("source", "step", "date"), ("note", "basis"))
    shown = list(steps) if steps else in_order(str(record["step"]) for record in records)
    if len(shown) > len(COLOURS):
        raise ValueError(f"expected at most {len(COLOURS)} steps; got {len(shown)}")
    sayings = [read_saying(record, shown) for record in records]
    asked = set(shown if expected is None else expected)
    page = Page(width, renamed(map(as_data, records, sayings), {**TITLES, **titles}))
    columns = lay_out(page, sayings, shown)
    y = draw_heads(page, columns)
    top = y - 12
    for source in in_order(saying.source for saying in sayings):
        said = [each for each in sayings if each.source == source]
        y = draw_lane(page, columns, said, shown, asked, y)
    page.rule(0, y, page.width, y)
    draw_years(page, columns.axis, top - 4, y)
    if y > TALL:
        label_years(page, columns.axis, y + 9)
        y += 16
    if columns.panel is not None:
        page.block(columns.panel, 0, page.width - columns.panel, y, facecolor=WASH, zorder=-1)
    return page.finish(y + 2)


def read_saying(record: Record, steps: Sequence[str]) -> Saying:
    """Read one row."""
    need(record, "source", "step")
    date = record["date"]
    return Saying(
        source=str(record["source"]),
        step=one_of(record, "step", steps),
        when=read_when(None if date is None else str(date)),
        basis=one_of(record, "basis", KINDS, default=STATED),
        note=str(record["note"] or ""),
    )


def as_data(record: Record, saying: Saying) -> Record:
    """Return a row as it was read, with the date in words and the basis that it is drawn with."""
    in_words = saying.when.words if saying.when else None
    return record | {"in_words": in_words, "basis": saying.basis if saying.when else None}


def lay_out(page: Page, sayings: Sequence[Saying], steps: Sequence[str]) -> Columns:
    """Choose the columns from what has to stand in them."""
    sources = in_order(saying.source for saying in sayings)
    named = 0.0 if page.narrow else min(widest(sources, NAME, "bold") + 12, page.width * 0.26)
    step = named + min(16 + widest(steps, SMALL) + 10, page.width * 0.36)
    yearless = [each.words for each in sayings if each.when and each.when.yearless]
    panel = None
    right = page.width - 1
    if yearless:
        panel = page.width - min(max(yearless_width(yearless), 58), page.width * 0.27)
        right = panel - 8
    axis = time_axis([saying.when for saying in sayings], step, right)
    return Columns(source=named, step=named, axis=axis, panel=panel)


def draw_heads(page: Page, columns: Columns) -> float:
    """Write what heads the panel without years; return where the first lane begins."""
    y = 8.0
    if columns.panel is not None:
        room = page.width - columns.panel - 8
        lines = wrap(NO_YEAR, room, SMALL)
        y = page.lines(columns.panel + 5, y, lines, fontsize=SMALL, color=MUTED) - SMALL * PITCH
    return y + 12


def draw_lane(
    page: Page,
    columns: Columns,
    sayings: Sequence[Saying],
    steps: Sequence[str],
    asked: set[str],
    y: float,
) -> float:
    """Draw all that one source says; return where the next lane begins."""
    page.rule(0, y, page.width, y)
    y += 11
    name_width = page.width if page.narrow else columns.source - 10
    names = wrap(sayings[0].source, name_width, NAME, "bold")
    below = page.lines(0, y, names, fontsize=NAME, fontweight="bold")
    if page.narrow:
        y = below + 2
    dated = [each for step in steps for each in sayings if each.step == step and each.when]
    for saying in dated:
        y = draw_saying(page, columns, saying, steps.index(saying.step), y)
    open_steps = asked | {each.step for each in sayings}
    silent = [step for step in steps if step in open_steps - {each.step for each in dated}]
    if silent:
        y = draw_silence(page, columns, silent, sayings, y)
    return max(y, below) - 3


def draw_saying(page: Page, columns: Columns, saying: Saying, place: int, y: float) -> float:
    """Draw one dated line; return where the next begins."""
    colour, shape, solid = COLOURS[place], MARKERS[place], saying.basis == STATED
    axis, when = columns.axis, saying.when
    page.marker(columns.step + 5, y, shape, colour, solid)
    steps = wrap(saying.step, axis.left - columns.step - 20, SMALL)
    end = page.lines(columns.step + 14, y, steps, fontsize=SMALL)
    bounds = axis.left + 3, axis.right - 1
    if when is None:
        return end
    if when.yearless and columns.panel is not None:
        x = columns.panel + 6
        page.marker(x + 4, y, shape, colour, solid)
        words = wrap(saying.words, page.width - x - 14, SMALL)
        end = max(end, page.lines(x + 12, y, words, fontsize=SMALL))
        notes = wrap(saying.note, bounds[1] - bounds[0], SMALL)
        below = page.lines(bounds[0], y, notes, fontsize=SMALL, color=MUTED, boxed=True)
    else:
        mark = draw_when(page, axis, when, y, colour, shape, solid)
        below = label_mark(page, bounds, mark, y, saying.words, saying.note)
    return max(end, below) + LINE - SMALL * PITCH


def draw_silence(
    page: Page, columns: Columns, silent: Sequence[str], sayings: Sequence[Saying], y: float
) -> float:
    """Name in muted words the steps that a source gives no date for."""
    said = f"{NO_DATE}: {', '.join(silent)}"
    notes = [each.note for each in sayings if each.when is None and each.note]
    right = page.width if columns.panel is None else columns.panel
    lines = wrap("; ".join([said, *notes]), right - columns.step - 20, SMALL)
    look = {"fontsize": SMALL, "color": MUTED, "fontstyle": "italic", "boxed": True}
    return page.lines(columns.step + 14, y, lines, **look) + LINE - SMALL * PITCH
