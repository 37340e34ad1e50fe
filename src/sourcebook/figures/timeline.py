"""A time axis of years, and marks on it that are as wide as their dates are vague."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.figure import Figure

from sourcebook.data.basis import STATED, Basis
from sourcebook.drawing import MUTED, RULE, WASH
from sourcebook.figures.page import PITCH, Page, text_width, widest, wrap
from sourcebook.figures.style import SMALL, Look
from sourcebook.figures.when import When

TALL = 420.0
NO_YEAR = "year not stated"
BAR = 7.0
LEAST_BAR = 3.0
TAIL = 12.0
STEPS = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True)
class TimeAxis:
    """Years from ``start`` up to, not including, ``stop``, between two places in points."""

    left: float
    right: float
    start: int
    stop: int
    step: int

    @property
    def years(self) -> range:
        """Return the years at which a rule stands, the last one where the axis ends."""
        return range(self.start, self.stop + 1, self.step) if self.step else range(0)

    def at(self, day: date) -> float:
        """Return where a day begins."""
        year = date(day.year, 1, 1)
        length = (date(day.year + 1, 1, 1) - year).days
        return self.year(day.year + (day - year).days / length)

    def after(self, day: date) -> float:
        """Return where a day ends."""
        return self.at(day) + (self.right - self.left) / (self.stop - self.start) / 365

    def year(self, year: float) -> float:
        """Return where a year begins; fractions lie within the year."""
        return self.left + (self.right - self.left) * (year - self.start) / (self.stop - self.start)


def time_axis(whens: Iterable[When | None], left: float, right: float) -> TimeAxis:
    """Return an axis that holds every dated mark, at least three years wide.

    Without any dated mark it has no years to show.
    """
    dated = [when for when in whens if when]
    starts = [day.year - when.loose for when in dated for day in when.days]
    stops = [day.year + 1 + when.loose for when in dated for day in when.days]
    if not starts:
        return TimeAxis(left, right, 0, 1, 0)
    start, stop = min(starts), max(stops)
    if stop - start < 3:
        start, stop = start - 1, max(stop + 1, start + 2)
    room = (right - left) / (text_width("2000", SMALL) + 4)
    step = next((each for each in STEPS if (stop - start) / each <= room), STEPS[-1])
    start, stop = start // step * step, -(-stop // step) * step
    return TimeAxis(left, right, start, stop, step)


@dataclass(frozen=True)
class Years:
    """Where dates stand: on an axis and, from ``panel`` on if it is there, those without a year."""

    axis: TimeAxis
    panel: float | None


def in_words(when: When, basis: str) -> str:
    """Return a date in words, with its basis where it is not stated outright."""
    return Basis(basis).briefly_beside(when.words)


def lay_out_years(page: Page, left: float, dated: Sequence[tuple[When, str]]) -> Years:
    """Choose the axis, and the panel if need be, right of ``left``, from dates and their bases."""
    whens = [when for when, _ in dated]
    yearless = [in_words(when, basis) for when, basis in dated if when.yearless]
    if not yearless:
        return Years(time_axis(whens, left, page.width - 1), None)
    panel = page.width - min(max(yearless_width(yearless), 58), page.width * 0.27)
    return Years(time_axis(whens, left, panel - 8), panel)


def draw_heads(page: Page, years: Years) -> float:
    """Write what heads the panel without years; return where the first lane begins."""
    if years.panel is None:
        return 20.0
    lines = wrap(NO_YEAR, page.width - years.panel - 8, SMALL)
    below = page.lines(years.panel + 5, 8, lines, fontsize=SMALL, color=MUTED)
    return below - SMALL * PITCH + 12


def draw_date(
    page: Page, years: Years, dated: tuple[When, str], look: Look, y: float, note: str = ""
) -> float:
    """Draw a date in its shape and colour, with its words; return the y below it."""
    when, basis = dated
    axis, words = years.axis, in_words(when, basis)
    (shape, colour), solid = look, basis == STATED
    if not when.yearless or years.panel is None:
        mark = draw_when(page, axis, when, y, colour, shape, solid)
        return label_mark(page, (axis.left + 3, axis.right - 1), mark, y, words, note)
    x = years.panel + 6
    page.marker(x + 4, y, shape, colour, solid)
    below = page.lines(x + 12, y, wrap(words, page.width - x - 14, SMALL), fontsize=SMALL)
    notes = wrap(note, axis.right - axis.left - 4, SMALL)
    return max(below, page.lines(axis.left + 3, y, notes, fontsize=SMALL, color=MUTED, boxed=True))


def finish(page: Page, years: Years, top: float, bottom: float) -> Figure:
    """Draw the years over all lanes, from the first at ``top`` to ``bottom``; return the figure."""
    page.rule(0, bottom, page.width, bottom)
    draw_years(page, years.axis, top - 16, bottom)
    if bottom > TALL:
        label_years(page, years.axis, bottom + 9)
        bottom += 16
    if years.panel is not None:
        page.block(years.panel, 0, page.width - years.panel, bottom, facecolor=WASH, zorder=-1)
    return page.finish(bottom + 2)


def draw_years(page: Page, axis: TimeAxis, y: float, bottom: float) -> None:
    """Draw the years at height y, and a faint rule down to the bottom where each begins."""
    for year in axis.years:
        page.rule(axis.year(year), y + 8, axis.year(year), bottom, color=RULE, linewidth=0.6)
    label_years(page, axis, y)


def label_years(page: Page, axis: TimeAxis, y: float) -> None:
    """Write each year in the middle of its space, or some years from where they begin."""
    look = {"fontsize": SMALL, "color": MUTED}
    for year in axis.years[:-1]:
        if axis.step == 1:
            page.text(axis.year(year + 0.5), y, str(year), ha="center", **look)
        else:
            page.text(axis.year(year) + 2, y, str(year), **look)


def draw_when(
    page: Page, axis: TimeAxis, when: When, y: float, colour: str, shape: str, solid: bool
) -> tuple[float, float]:
    """Draw a day as a marker and anything vaguer as a bar; return where the mark begins and ends.

    The bar runs from the first day the date may mean to the last. It is hatched when the date is
    stated and an empty, broken outline when it is not; it fades out when the date is about or
    doubtful, and ends in an arrow where it is open.
    """
    if when.is_day and when.first and not when.loose:
        x = axis.at(when.first)
        page.marker(x, y, shape, colour, solid)
        return x - 4, x + 4
    left = axis.at(when.first) if when.first else axis.left + 5
    right = axis.after(when.last) if when.last else axis.right - 5
    if right - left < LEAST_BAR:
        middle = (left + right) / 2
        left, right = middle - LEAST_BAR / 2, middle + LEAST_BAR / 2
    draw_bar(page, left, right, y, colour, solid)
    if when.loose:
        draw_tails(page, left, right, y, colour)
        return left - TAIL, right + TAIL
    if when.first is None:
        page.arrow(left + 1, y, axis.left, colour)
        left = axis.left
    if when.last is None:
        page.arrow(right - 1, y, axis.right, colour)
        right = axis.right
    return left, right


def draw_bar(page: Page, left: float, right: float, y: float, colour: str, solid: bool) -> None:
    """Draw the span of a vague date: tinted and hatched when solid, else a broken outline."""
    place = (left, y - BAR / 2, right - left, BAR)
    if not solid:
        page.block(
            *place, facecolor="none", edgecolor=colour, linewidth=0.9, linestyle=(0, (2.5, 1.5))
        )
        return
    page.block(*place, facecolor=colour, alpha=0.22)
    page.block(*place, facecolor="none", edgecolor=colour, hatch="//////", linewidth=0, zorder=3)


def draw_tails(page: Page, left: float, right: float, y: float, colour: str) -> None:
    """Draw both ends of a bar fading out, for a date that is only about right."""
    piece = TAIL / 4
    for place, alpha in enumerate((0.26, 0.19, 0.12, 0.06)):
        for x in (left - piece * (place + 1), right + piece * place):
            page.block(x, y - BAR / 2, piece, BAR, facecolor=colour, alpha=alpha)


def label_mark(
    page: Page,
    bounds: tuple[float, float],
    mark: tuple[float, float],
    y: float,
    words: str,
    note: str = "",
) -> float:
    """Write a date's words and note right of its mark, else left, else below it.

    A note that fits on neither side with the words goes under them. Returns the y after the last
    line.
    """
    width, gap = text_width(words, SMALL), 4.0
    whole = width + 5 + text_width(note, SMALL) if note else width
    below = y + SMALL * PITCH
    beside = mark[1] + gap + whole <= bounds[1]
    if not beside and mark[0] - gap - whole >= bounds[0]:
        x, beside = mark[0] - gap - whole, True
    elif mark[1] + gap + width <= bounds[1]:
        x = mark[1] + gap
    elif mark[0] - gap - width >= bounds[0]:
        x = mark[0] - gap - width
    else:
        x = clamp(mark[0], bounds, width)
        y, below = below, below + SMALL * PITCH
    lines = wrap(words, bounds[1] - x, SMALL)
    below += page.lines(x, y, lines, fontsize=SMALL, boxed=True) - y - SMALL * PITCH
    if not note:
        return below
    if beside:
        page.text(x + width + 5, y, note, fontsize=SMALL, color=MUTED, boxed=True)
        return below
    if text_width(note, SMALL) > bounds[1] - x and x > 0.6 * bounds[0] + 0.4 * bounds[1]:
        x = bounds[0]
    notes = wrap(note, bounds[1] - x, SMALL)
    return page.lines(x, below, notes, fontsize=SMALL, color=MUTED, boxed=True)


def clamp(x: float, bounds: tuple[float, float], width: float) -> float:
    """Return the place nearest x at which something this wide lies within bounds."""
    return max(bounds[0], min(x, bounds[1] - width))


def yearless_width(words: Iterable[str]) -> float:
    """Return the width in points of a panel that holds a marker beside each of these words."""
    return 14 + widest(words, SMALL) + 6
