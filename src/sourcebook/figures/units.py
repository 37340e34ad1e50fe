"""Counts as small squares, a line per source, so that agreement and silence stand side by side."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from sourcebook.figures.data import renamed
from sourcebook.figures.page import PITCH, Page, text_width, widest, wrap
from sourcebook.figures.rows import Record, Rows, in_order, need, read_rows, whole
from sourcebook.figures.style import COLOURS, MUTED, NAME, PRINT_WIDTH, SMALL, styled

SQUARE = 7.2
STEP = 9.4
MOST = 200
TITLES = {"label": "What is counted", "number": "Number", "source": "Source", "note": "Note"}
NO_NUMBER = "number not stated"
ONES = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@dataclass(frozen=True)
class Count:
    """How many one source gives of one thing; ``number`` is None where it gives none."""

    label: str
    number: int | None
    source: str
    note: str


@styled
def unit_chart(rows: Rows, *, width: float = PRINT_WIDTH) -> Figure:
    """Draw one small square per unit in rows of ten, and the number in words.

    Args:
        rows: columns ``label`` (what is counted), ``number`` (0 to 200, may be missing),
            ``source``, and optionally ``note``. Labels and sources stand in the order first met.
        width: millimetres; below 120 a source's name stands above its squares.

    Raises:
        ValueError: rows are empty or lack a column or value; a number is not whole, or over 200.
    """
    records = read_rows(rows, ("label", "number", "source"), ("note",))
    counts = [read_count(record) for record in records]
    page = Page(width, renamed(records, TITLES))
    sources = in_order(count.source for count in counts)
    named = 0.0 if page.narrow else min(widest(sources, SMALL) + 14, page.width * 0.36)
    y = 0.0
    for label in in_order(count.label for count in counts):
        page.rule(0, y, page.width, y)
        names = wrap(label, page.width, NAME, "bold")
        y = page.lines(0, y + 11, names, fontsize=NAME, fontweight="bold") + 3
        for count in counts:
            if count.label == label:
                y = draw_count(page, named, count, y)
        y -= 2
    page.rule(0, y, page.width, y)
    return page.finish(y)


def read_count(record: Record) -> Count:
    """Read one row."""
    need(record, "label", "source")
    number = whole(record["number"], "number")
    if number is not None and number > MOST:
        raise ValueError(f"expected a number of {MOST} or less for squares; got {number}")
    label, source, note = (str(record[name] or "") for name in ("label", "source", "note"))
    return Count(label, number, source, note)


def draw_count(page: Page, named: float, count: Count, y: float) -> float:
    """Draw one source's number; return where the next begins."""
    names = wrap(count.source, page.width if page.narrow else named - 12, SMALL)
    below = page.lines(0, y, names, fontsize=SMALL)
    if page.narrow:
        y = below + 1
    squares = draw_squares(page, named, y, count.number or 0)
    x = named + STEP * 10 + 8 if count.number else named
    room = page.width - x
    silent = count.number is None
    words = NO_NUMBER if count.number is None else in_words(count.number)
    look = {"color": MUTED, "fontstyle": "italic"} if silent else {}
    lines = wrap(words, room, SMALL)
    said = page.lines(x, y, lines, fontsize=SMALL, **look)
    end = widest(lines, SMALL) + 8
    if len(lines) == 1 and end + text_width(count.note, SMALL) <= room:
        page.text(x + end, y, count.note, fontsize=SMALL, color=MUTED)
    else:
        notes = wrap(count.note, room, SMALL)
        said = page.lines(x, said, notes, fontsize=SMALL, color=MUTED)
    return max(below, squares, said) + 5


def draw_squares(page: Page, left: float, y: float, number: int) -> float:
    """Draw squares in rows of ten, the first row centred on y; return the y after the last."""
    for place in range(number):
        row, column = divmod(place, 10)
        x, top = left + column * STEP, y + row * STEP - SQUARE / 2
        page.block(x, top, SQUARE, SQUARE, facecolor=COLOURS[0])
    rows = -(-number // 10)
    return max(y + (rows - 1) * STEP + SMALL * PITCH, y)


def in_words(number: int) -> str:
    """Return a whole number below 1,000 in words; nought is none."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{TENS[tens]}-{ONES[ones]}" if ones else TENS[tens]
    hundreds, rest = divmod(number, 100)
    words = f"{ONES[hundreds]} hundred"
    return f"{words} and {in_words(rest)}" if rest else words
