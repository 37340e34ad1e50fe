"""Who says when: one lane per source, one line per step, each date as vague as its source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from sourcebook.data.basis import KINDS, NO_DATE, STATED
from sourcebook.drawing import MUTED
from sourcebook.figures.data import renamed
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

LINE = 15.0
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
    evidence: str


@dataclass(frozen=True)
class Columns:
    """Where the steps and the years of a lane stand, in points from the left."""

    step: float
    years: Years


@drawn_for_both
def who_says_when(
    rows: Rows,
    *,
    expected: Sequence[str] = (),
    looks: Mapping[str, Look] | None = None,
    width: float = PRINT_WIDTH,
) -> Figure:
    """Draw what each source says about the date of each step, so that gaps show as gaps.

    A day is a marker; a month, a year or an interval is a bar as wide as the date is vague. What
    is derived or inferred is hollow. A date without a year stands in a panel of its own. A source
    that speaks of a step without a date, or gives no date for an expected step, is said to.

    Args:
        rows: columns ``source``, ``step``, ``date`` (EDTF, may be missing), and optionally
            ``note``, ``basis`` (stated, derived or inferred; stated when missing) and
            ``evidence`` (its ids, opened from the line). Sources and steps stand in the order
            first met.
        expected: the steps that every source is asked about; by default none.
        looks: shape and colour of each step; without them six steps at most have one by place.
        width: millimetres; below 120 a source's name stands above its lane.

    Raises:
        ValueError: rows are empty or lack a column or value; a date is not EDTF; a basis is
            unknown; a step has no look.
    """
    records = read_rows(rows, ("source", "step", "date"), ("note", "basis", "evidence"))
    shown = in_order(str(record["step"]) for record in records)
    chosen = choose_looks(shown, looks, "steps")
    sayings = [read_saying(record) for record in records]
    asked = set(expected)
    page = Page(width, renamed(map(as_data, records, sayings), TITLES))
    columns = lay_out(page, sayings, shown)
    top = y = draw_heads(page, columns.years)
    for source in in_order(saying.source for saying in sayings):
        said = [each for each in sayings if each.source == source]
        y = draw_lane(page, columns, said, chosen, asked, y)
    return finish(page, columns.years, top, y)


def read_saying(record: Record) -> Saying:
    """Read one row."""
    need(record, "source", "step")
    date = record["date"]
    return Saying(
        source=str(record["source"]),
        step=str(record["step"]),
        when=read_when(None if date is None else str(date)),
        basis=one_of(record, "basis", KINDS, default=STATED),
        note=str(record["note"] or ""),
        evidence=str(record["evidence"] or ""),
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
    dated = [(each.when, each.basis) for each in sayings if each.when]
    return Columns(named, years=lay_out_years(page, step, dated))


def draw_lane(
    page: Page,
    columns: Columns,
    sayings: Sequence[Saying],
    steps: Mapping[str, Look],
    asked: set[str],
    y: float,
) -> float:
    """Draw all that one source says; return where the next lane begins."""
    page.rule(0, y, page.width, y)
    y += 11
    name_width = page.width if page.narrow else columns.step - 10
    names = wrap(sayings[0].source, name_width, NAME, "bold")
    below = page.lines(0, y, names, fontsize=NAME, fontweight="bold")
    if page.narrow:
        y = below + 2
    dated = [each for step in steps for each in sayings if each.step == step and each.when]
    for saying in dated:
        y = draw_saying(page, columns, saying, steps[saying.step], y)
    open_steps = asked | {each.step for each in sayings}
    silent = [step for step in steps if step in open_steps - {each.step for each in dated}]
    if silent:
        y = draw_silence(page, columns, silent, sayings, y)
    return max(y, below) - 3


def draw_saying(page: Page, columns: Columns, saying: Saying, look: Look, y: float) -> float:
    """Draw one dated line; return where the next begins."""
    page.marker(columns.step + 5, y, *look, saying.basis == STATED)
    steps = wrap(saying.step, columns.years.axis.left - columns.step - 20, SMALL)
    end = page.lines(columns.step + 14, y, steps, fontsize=SMALL)
    if saying.when is None:
        return end
    dated = saying.when, saying.basis
    below = draw_date(page, columns.years, dated, look, y, saying.note)
    lower = max(end, below) + LINE - SMALL * PITCH
    page.cites(columns.step, y - LINE / 2, page.width - columns.step, lower - y, saying.evidence)
    return lower


def draw_silence(
    page: Page, columns: Columns, silent: Sequence[str], sayings: Sequence[Saying], y: float
) -> float:
    """Name in muted words the steps that a source gives no date for."""
    said = f"{NO_DATE}: {', '.join(silent)}"
    notes = [each.note for each in sayings if each.when is None and each.note]
    right = columns.years.panel or page.width
    lines = wrap("; ".join([said, *notes]), right - columns.step - 20, SMALL)
    look = {"fontsize": SMALL, "color": MUTED, "fontstyle": "italic", "boxed": True}
    return page.lines(columns.step + 14, y, lines, **look) + LINE - SMALL * PITCH
