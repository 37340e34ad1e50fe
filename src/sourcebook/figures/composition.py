"""A schematic of how a system is composed: boxes for its parts, small tubes for what they hold."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from matplotlib.figure import Figure

from sourcebook.figures.data import renamed
from sourcebook.figures.page import PITCH, Page, wrap
from sourcebook.figures.rows import whole
from sourcebook.figures.style import (
    COLOURS,
    FAINT,
    INK,
    MUTED,
    NAME,
    PAPER,
    PRINT_WIDTH,
    SMALL,
    WASH,
    styled,
)

TUBE = (6.0, 20.0)
TUBE_STEP = 9.5
PER_ROW = 10
PAD = 8.0
GAP = 8.0
BOX = 40.0
MOST = 60
TITLES = {
    "label": "Part",
    "number": "Number",
    "sub_label": "Each holds",
    "sub_number": "Number in each",
}
NO_NUMBER = "number not stated"


class Part(NamedTuple):
    """Some equal parts and what each holds; a number of None is not stated."""

    label: str
    number: int | None
    sub_label: str = ""
    sub_number: int | None = 0


@styled
def composition(
    parts: Iterable[Part | tuple[str, int | None, str, int | None]],
    *,
    name: str = "",
    caption: str = "",
    width: float = PRINT_WIDTH,
) -> Figure:
    """Draw the parts of a system, a row of boxes for each kind, with tubes for what they hold.

    A number that is not stated is one box or tube with a broken outline, and said in words.

    Args:
        parts: (label, number, sub_label, sub_number) for each kind of part; numbers are whole
            ones up to 60, or None where not stated; without sub_label a box is empty.
        name: what the parts make up, written at the head.
        caption: a sentence written below the frame.
        width: millimetres; below 120 a label stands above its boxes.

    Raises:
        ValueError: there are no parts; a label is missing; a number is not whole or over 60.
    """
    read = [read_part(part) for part in parts]
    if not read:
        raise ValueError(f"expected at least one part ({', '.join(Part._fields)}); got none")
    page = Page(width, renamed(map(as_data, read), TITLES))
    labels = 0.0 if page.narrow else page.width * 0.3
    inner = page.width - 2 * PAD
    y = PAD + 6
    heads = wrap(name, inner, NAME, "bold")
    y = page.lines(PAD, y, heads, fontsize=NAME, fontweight="bold") + (6 if heads else 0)
    for part in read:
        y = draw_part(page, part, labels, y)
    bottom = y
    page.rounded(0, 0, page.width, bottom, 6, facecolor=WASH, edgecolor=FAINT, zorder=-1)
    lines = wrap(caption, page.width, SMALL)
    if not lines:
        return page.finish(bottom)
    y = page.lines(0, bottom + 12, lines, fontsize=SMALL, color=MUTED)
    return page.finish(y - SMALL * PITCH + 6)


def read_part(part: Part | tuple[str, int | None, str, int | None]) -> Part:
    """Read one part, refusing what cannot be drawn."""
    label, number, sub_label, sub_number = Part(*part)
    if not label:
        raise ValueError(f"expected a label for every part; got none in {tuple(part)}")
    counts = whole(number, "number"), whole(sub_number, "sub_number")
    if any(each is not None and each > MOST for each in counts):
        raise ValueError(f"expected numbers of {MOST} or less; got {counts}")
    return Part(label, counts[0], sub_label, counts[1])


def as_data(part: Part) -> dict[str, Any]:
    """Return a part as a row; without anything held there is no number of it."""
    holds = {"sub_label": None, "sub_number": None} if not part.sub_label else {}
    return part._asdict() | holds


def draw_part(page: Page, part: Part, labels: float, y: float) -> float:
    """Draw one kind of part with its words; return where the next begins."""
    room = page.width - 2 * PAD if page.narrow else labels - PAD - 6
    head = f"{part.number} × {part.label}" if part.number is not None else part.label
    words = page.lines(PAD, y, wrap(head, room, NAME), fontsize=NAME)
    if part.number is None:
        words = say_quietly(page, NO_NUMBER, room, words)
    if part.sub_label:
        words = say_quietly(page, sub_words(part), room, words)
    top = words - 2 if page.narrow else y - 6
    left = PAD if page.narrow else labels + PAD
    boxes = draw_boxes(page, part, left, top)
    return max(boxes + 14, words + 6)


def say_quietly(page: Page, words: str, room: float, y: float) -> float:
    """Write muted words; return the y after them."""
    return page.lines(PAD, y, wrap(words, room, SMALL), fontsize=SMALL, color=MUTED)


def sub_words(part: Part) -> str:
    """Return the words for what each box holds."""
    if part.sub_number is None:
        return f"{part.sub_label} in each, {NO_NUMBER}"
    return f"{part.sub_number} × {part.sub_label} in each"


def draw_boxes(page: Page, part: Part, left: float, top: float) -> float:
    """Draw a row of boxes, carried on below where it is full; return the y after the last."""
    held = part.sub_number if part.sub_number is not None else 1
    held = held if part.sub_label else 0
    rows = -(-held // PER_ROW)
    box_width = max(BOX, min(held, PER_ROW) * TUBE_STEP + 2 * PAD - 3)
    box_height = max(28.0, rows * (TUBE[1] + 4) + PAD)
    x, y = left, top
    for place in range(1 if part.number is None else part.number):
        if place and x + box_width > page.width - PAD:
            x, y = left, y + box_height + GAP
        broken = (0, (2.5, 1.5)) if part.number is None else "solid"
        look: dict[str, Any] = {"facecolor": PAPER, "edgecolor": INK, "linestyle": broken}
        page.rounded(x, y, box_width, box_height, 4, **look)
        tubes = min(held, PER_ROW) * TUBE_STEP - (TUBE_STEP - TUBE[0])
        first = x + (box_width - tubes) / 2
        draw_tubes(page, held, part.sub_number is None, first, y + PAD / 2 + 2)
        x += box_width + GAP
    return y + box_height if part.number != 0 else top


def draw_tubes(page: Page, held: int, unstated: bool, left: float, top: float) -> None:
    """Draw the tubes in one box, filled, or one empty and broken where the number is not stated."""
    for place in range(held):
        row, column = divmod(place, PER_ROW)
        x, y = left + column * TUBE_STEP, top + row * (TUBE[1] + 4)
        broken = (0, (2.0, 1.4)) if unstated else "solid"
        fill = PAPER if unstated else COLOURS[0]
        look: dict[str, Any] = {
            "facecolor": fill,
            "edgecolor": COLOURS[0],
            "linestyle": broken,
            "zorder": 3,
        }
        page.rounded(x, y, *TUBE, 2.5, **look)
