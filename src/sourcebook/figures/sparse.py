"""Sparse figures: unlike measures, each in a strip of its own, so that none invites adding up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor, log10

from matplotlib.figure import Figure

from sourcebook.data.basis import NO_DATE
from sourcebook.figures.data import renamed
from sourcebook.figures.page import PITCH, Page, text_width, widest, wrap
from sourcebook.figures.rows import Record, Rows, in_order, need, one_of, read_rows
from sourcebook.figures.style import (
    COLOURS,
    CONTEXT,
    CONTEXT_TAG,
    FAINT,
    MUTED,
    NAME,
    PRINT_WIDTH,
    RULE,
    SMALL,
    styled,
)
from sourcebook.figures.timeline import TimeAxis, draw_when, draw_years, label_mark, time_axis
from sourcebook.figures.when import When, read_when

BOUNDS = {
    "=": "=",
    ">": ">",
    ">=": ">",
    "≥": ">",
    "<": "<",
    "<=": "<",
    "≤": "<",
    "~": "~",
    "≈": "~",
}
TITLES = {
    "measure": "Measure",
    "period": "Period (EDTF)",
    "bound": "Bound",
    "value": "Value",
    "unit": "Unit",
    "label": "Words of the source",
}
LINE = 16.0
NO_FIGURE = "no figure stated"
TOPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True)
class Reading:
    """One figure for one measure; ``value`` is None where none is stated."""

    measure: str
    when: When | None
    value: float | None
    unit: str
    bound: str
    label: str


@dataclass(frozen=True)
class Scale:
    """A measure's own scale, from 0 to ``top``, between two places in points."""

    left: float
    right: float
    top: float

    def at(self, value: float) -> float:
        """Return where a value stands."""
        return self.left + (self.right - self.left) * value / self.top


@dataclass(frozen=True)
class Strip:
    """Where each part of a line stands, in points from the left."""

    axis: TimeAxis
    value: tuple[float, float]
    label: tuple[float, float]
    colour: str = COLOURS[0]


@styled
def sparse_figures(rows: Rows, *, width: float = PRINT_WIDTH, context: bool = False) -> Figure:
    """Draw each measure in a panel of its own, one line per figure, never joined.

    A line shows the period on the years common to all panels, as wide as it is vague; the value
    on the measure's own scale, which starts at 0; and the exact words. An exact figure is a
    point, a bound an arrow open to the side that it leaves open, an approximate figure a ring
    with whiskers that end in nothing.

    Args:
        rows: columns ``measure``, ``period`` (EDTF, may be missing), ``value`` (0 or more, may
            be missing), ``unit``, ``label`` (the source's exact words), and optionally ``bound``:
            =, >, >=, <, <= or ~; = when missing. Measures stand in the order first met.
        width: millimetres; below 120 the words stand under the marks.
        context: whether the figures are of the second tier: another colour, and a frame that
            says so.

    Raises:
        ValueError: rows are empty or lack a column; a measure has two units; a period is not
            EDTF; a bound is unknown; a value is negative.
    """
    records = read_rows(rows, ("measure", "period", "value", "unit", "label"), ("bound",))
    readings = [read_reading(record) for record in records]
    page = Page(width, renamed(records, TITLES), CONTEXT_TAG if context else "")
    strip = lay_out(page, readings)
    strip = replace(strip, colour=CONTEXT) if context else strip
    y = 22.0
    years = (8.0, y)
    for measure in in_order(each.measure for each in readings):
        y = draw_panel(page, strip, [each for each in readings if each.measure == measure], y)
    draw_years(page, strip.axis, years[0], y)
    page.rule(0, y, page.width, y)
    return page.finish(y)


def read_reading(record: Record) -> Reading:
    """Read one row."""
    need(record, "measure")
    value = None if record["value"] is None else float(record["value"])
    if value is not None and value < 0:
        raise ValueError(f"expected a value of 0 or more; got {value:g}")
    return Reading(
        measure=str(record["measure"]),
        when=read_when(None if record["period"] is None else str(record["period"])),
        value=value,
        unit=str(record["unit"] or ""),
        bound=BOUNDS[one_of(record, "bound", BOUNDS, default="=")],
        label=str(record["label"] or ""),
    )


def lay_out(page: Page, readings: Sequence[Reading]) -> Strip:
    """Share the width between the years, the value and the words."""
    whole = page.width
    whens = [each.when for each in readings]
    if page.narrow:
        return Strip(time_axis(whens, 0, whole * 0.54), (whole * 0.62, whole - 8), (0, whole))
    axis = time_axis(whens, 0, whole * 0.4)
    return Strip(axis, (whole * 0.45, whole * 0.65), (whole * 0.7, whole))


def draw_panel(page: Page, strip: Strip, readings: Sequence[Reading], y: float) -> float:
    """Draw one measure; return where the next begins."""
    measure = readings[0].measure
    units = in_order(each.unit for each in readings if each.unit)
    if len(units) > 1:
        raise ValueError(f"expected one unit for {measure!r}; got {', '.join(units)}")
    unit = units[0] if units else ""
    page.rule(0, y, page.width, y)
    line = y + 11
    y, end = draw_heading(page, measure, unit, line)
    values = [each.value for each in readings if each.value is not None]
    scale = Scale(*strip.value, top=round_up(max(values) * 1.15)) if values else None
    top = y
    if scale:
        room = end + 16 <= scale.left
        top = draw_scale(page, scale, unit, line if room else y)
        y = max(y, top + 4)
    for reading in readings:
        y = draw_reading(page, strip, scale, reading, y + LINE / 2)
    if scale:
        page.rule(scale.left, top, scale.left, y - 3, color=FAINT)
    return y + 4


def draw_heading(page: Page, measure: str, unit: str, y: float) -> tuple[float, float]:
    """Write a measure's name with its unit; return the y after them and where they end."""
    names = wrap(measure, page.width, NAME, "bold")
    after = page.lines(0, y, names, fontsize=NAME, fontweight="bold", boxed=True)
    width = widest(names, NAME, "bold")
    if not unit:
        return after, width
    x = text_width(names[-1], NAME, "bold") + 6
    if x + text_width(unit, SMALL) <= page.width:
        page.text(x, after - NAME * PITCH, unit, fontsize=SMALL, color=MUTED, boxed=True)
        return after, max(width, x + text_width(unit, SMALL))
    lines = wrap(unit, page.width, SMALL)
    after = page.lines(0, after, lines, fontsize=SMALL, color=MUTED, boxed=True)
    return after, max(width, widest(lines, SMALL))


def draw_scale(page: Page, scale: Scale, unit: str, y: float) -> float:
    """Draw the ends of a measure's own scale; return the y of its line."""
    look = {"fontsize": SMALL, "color": MUTED}
    page.text(scale.left, y, "0", ha="center", **look)
    sign = "%" if unit.startswith(("%", "per cent", "percent")) else ""
    page.text(scale.right, y, f"{scale.top:,.10g}{sign}", ha="right", **look)
    page.rule(scale.left, y + 7, scale.right, y + 7, color=FAINT)
    page.rule(scale.right, y + 4, scale.right, y + 7, color=FAINT)
    return y + 7


def draw_reading(
    page: Page, strip: Strip, scale: Scale | None, reading: Reading, y: float
) -> float:
    """Draw one figure on one line; return where the next begins."""
    bounds = strip.axis.left + 3, strip.axis.right - 1
    quiet = {"fontsize": SMALL, "color": MUTED, "fontstyle": "italic", "boxed": True}
    end = y + SMALL * PITCH
    if reading.when is None or reading.when.yearless:
        words = f"{reading.when.words}, year not stated" if reading.when else NO_DATE
        end = page.lines(bounds[0], y, wrap(words, bounds[1] - bounds[0], SMALL), **quiet)
    else:
        mark = draw_when(page, strip.axis, reading.when, y, strip.colour, "o", True)
        end = label_mark(page, bounds, mark, y, reading.when.words)
    if reading.value is None or scale is None:
        room = strip.value[1] - strip.value[0] - 4
        lines = wrap(NO_FIGURE, room, SMALL)
        end = max(end, page.lines(strip.value[0] + 4, y, lines, **quiet))
    else:
        draw_value(page, scale, reading.value, reading.bound, y, strip.colour)
    lines = wrap(reading.label, strip.label[1] - strip.label[0], SMALL)
    first = end if page.narrow else y
    end = max(end, page.lines(strip.label[0], first, lines, fontsize=SMALL, boxed=True))
    return end + LINE - SMALL * PITCH - LINE / 2


def draw_value(page: Page, scale: Scale, value: float, bound: str, y: float, colour: str) -> None:
    """Draw an exact figure as a point, a bound as an arrow, an approximate one as a ring."""
    x = scale.at(value)
    page.rule(scale.left, y, scale.right, y, color=RULE)
    if bound in "<>":
        page.rule(x, y - 4.5, x, y + 4.5, color=colour, linewidth=1.6, zorder=4)
        page.arrow(x, y, scale.right + 6 if bound == ">" else scale.left, colour)
        return
    if bound == "~":
        for reach, alpha in ((10, 0.12), (8, 0.18), (6, 0.26)):
            page.block(x - reach, y - 3.5, 2 * reach, 7, facecolor=colour, alpha=alpha)
        page.marker(x, y, "o", colour, solid=False)
        return
    page.marker(x, y, "o", colour)


def round_up(value: float) -> float:
    """Return the nearest round number that is not below value; 1 for 0."""
    if value == 0:
        return 1.0
    power = 10.0 ** floor(log10(value))
    return next(top for top in TOPS if top * power >= value * 0.999999) * power
