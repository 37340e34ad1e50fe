"""Reported amounts as bars from nought, a line for each report; nothing is averaged."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from matplotlib.figure import Figure

from sourcebook.drawing import CONTEXT, MUTED
from sourcebook.figures.data import renamed
from sourcebook.figures.page import PITCH, Page, wrap
from sourcebook.figures.rows import Record, Rows, need, one_of, read_rows
from sourcebook.figures.style import CONTEXT_TAG, PRINT_WIDTH, SMALL
from sourcebook.figures.widths import drawn_for_both

BOUNDS = ("=", "<=", ">", ">=", "~")
NICE = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
MOST_STEPS = 6
BAR = 8.0
ARROW = 9.0
GAP = 7.0
NAMED = 0.52


@dataclass(frozen=True)
class Report:
    """One reported amount; ``low`` where a span is given, ``bound`` as reported."""

    label: str
    reported: str
    low: float | None
    high: float
    bound: str


@dataclass(frozen=True)
class Scale:
    """Amounts from nought to ``stop`` between two places in points, with a rule at each step."""

    left: float
    right: float
    stop: float
    step: float

    def at(self, amount: float) -> float:
        """Return where an amount stands."""
        return self.left + (self.right - self.left) * amount / self.stop


@drawn_for_both
def ranges(rows: Rows, *, unit: str, width: float = PRINT_WIDTH) -> Figure:
    """Draw reported amounts of the second tier as bars from nought, one line to a report.

    A span is a block from its lower end to its upper, on a thin line from nought. An amount that is
    only a lower bound ends in an arrow; one that is about so much has a dashed edge.

    Args:
        rows: columns ``label``, ``reported`` (by whom, when, how good), ``high``, and optionally
            ``low`` and ``bound``: =, <=, >, >= or ~.
        unit: what the amounts are counted in, as it stands at the axis.
        width: millimetres; below 120 words stand above their bar.

    Raises:
        ValueError: there are no rows, or one lacks a value, is not above 0 or has no known bound.
    """
    records = read_rows(rows, ("label", "reported", "high"), ("low", "bound"))
    reports = [read_report(record) for record in records]
    amounts = f"({unit})"
    titles = {"label": "What", "reported": "Reported by", "low": f"From {amounts}"}
    titles |= {"high": f"To {amounts}", "bound": "Bound"}
    page = Page(width, renamed(records, titles), CONTEXT_TAG)
    scale = lay_out(page, [report.high for report in reports])
    y = draw_axis(page, scale, unit)
    for report in reports:
        y = draw_report(page, scale, report, y)
    for at in range(round(scale.stop / scale.step) + 1):
        x = scale.at(at * scale.step)
        page.rule(x, 18, x, y)
    return page.finish(y)


def read_report(record: Record) -> Report:
    """Read one row."""
    need(record, "label", "reported", "high")
    low = None if record["low"] is None else float(record["low"])
    high = float(record["high"])
    if not 0 < (high if low is None else low) <= high:
        raise ValueError(f"expected an amount above 0 and not below its lower end; got {high:g}")
    bound = one_of(record, "bound", BOUNDS, default="=")
    return Report(str(record["label"]), str(record["reported"]), low, high, bound)


def lay_out(page: Page, amounts: Sequence[float]) -> Scale:
    """Choose the axis: few steps, each a round number, with room for an arrow behind the last."""
    most = max(amounts)
    step = next((one for one in NICE if most / one <= MOST_STEPS), NICE[-1])
    left = 12.0 if page.narrow else page.width * NAMED
    return Scale(left, page.width - ARROW - 4, ceil(most / step) * step, step)


def draw_axis(page: Page, scale: Scale, unit: str) -> float:
    """Write the amounts above the rules; return where the first report begins."""
    for at in range(round(scale.stop / scale.step) + 1):
        words = f"{at * scale.step:g}" if at else f"0 {unit}"
        page.text(scale.at(at * scale.step), 9, words, fontsize=SMALL, color=MUTED, ha="center")
    return 26.0


def draw_report(page: Page, scale: Scale, report: Report, y: float) -> float:
    """Draw a report's words, and its bar beside or below; return where the next begins."""
    room = page.width if page.narrow else scale.left - 12
    end = page.lines(0, y, wrap(report.label, room, SMALL), fontsize=SMALL, boxed=True)
    by = wrap(report.reported, room, SMALL)
    end = page.lines(0, end, by, fontsize=SMALL, color=MUTED, boxed=True)
    middle = end + 2 if page.narrow else (y + end - SMALL * PITCH) / 2
    draw_bar(page, scale, report, middle)
    return (end + BAR if page.narrow else end) + GAP


def draw_bar(page: Page, scale: Scale, report: Report, y: float) -> None:
    """Draw the bar of a report, its middle at y."""
    start, end = scale.at(report.low or 0), scale.at(report.high)
    dashed = {"edgecolor": CONTEXT, "linewidth": 1.0, "linestyle": (0, (3, 2))}
    look = {"facecolor": "none", **dashed} if report.bound == "~" else {"facecolor": CONTEXT}
    page.block(start, y - BAR / 2, max(end - start, 1.2), BAR, **look)
    if report.low is not None:
        page.rule(scale.left, y, start, y, color=CONTEXT, linewidth=1.0, zorder=2)
    if report.bound.startswith(">"):
        page.arrow(end, y, end + ARROW, CONTEXT)
