"""A matrix of categories: who or what, by issue, with silence drawn as a faint dot."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from matplotlib.figure import Figure

from sourcebook.drawing import FAINT
from sourcebook.figures.data import renamed
from sourcebook.figures.page import PITCH, Page, key, widest, wrap
from sourcebook.figures.rows import Record, Rows, in_order, need, one_of, read_rows
from sourcebook.figures.style import NAME, PRINT_WIDTH, SMALL, Look, choose_looks
from sourcebook.figures.widths import drawn_for_both

TITLES = ("Row", "Column", "Value")
ROW = 17.0
NARROW_ROW = 22.0
GLYPH = 10.0
GAP = 6.0
CELL = 60.0


@dataclass
class Cell:
    """What a cell says: its marks, and the evidence of all of them."""

    glyphs: list[Look] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)


@drawn_for_both
def matrix(
    cells: Rows,
    *,
    categories: Mapping[str, str],
    columns: Sequence[str] | None = None,
    looks: Mapping[str, Look] | None = None,
    silence: str = "nothing said",
    titles: Sequence[str] = TITLES,
    width: float = PRINT_WIDTH,
) -> Figure:
    """Draw a category, as colour and shape, for every row and column that has one.

    A cell without a value is a faint dot. Two values for one cell stand side by side.

    Args:
        cells: columns ``row``, ``column`` and ``value`` (a key of categories, or missing), and
            optionally ``evidence`` (its ids, opened from the cell). Rows stand in the order
            first met.
        categories: label of each value, in order.
        columns: the columns to show, in order; by default those in cells.
        looks: shape and colour of each value; without them six at most have one by place.
        silence: what the key calls an empty cell.
        titles: what the data of the figure call a row, a column and a value.
        width: millimetres; below 120 a row's name stands above its cells.

    Raises:
        ValueError: cells are empty or lack a column; a column or value is unknown; a value has
            no look.
    """
    records = read_rows(cells, ("row", "column", "value"), ("evidence",))
    glyphs = choose_looks(list(categories), looks, "categories")
    for record in records:
        need(record, "row", "column")
    down = in_order(str(record["row"]) for record in records)
    across = list(columns) if columns else in_order(str(record["column"]) for record in records)
    said: dict[tuple[str, str], Cell] = defaultdict(Cell)
    for record in records:
        place = str(record["row"]), one_of(record, "column", across)
        if record["value"] is not None:
            said[place].glyphs.append(glyphs[one_of(record, "value", categories)])
            said[place].evidence.append(str(record["evidence"] or ""))
    page = Page(width, as_data(records, categories, titles))
    entries = [(*glyphs[value], label) for value, label in categories.items()]
    y = key(page, 8, [*entries, (".", FAINT, silence)])
    return draw_grid(page, down, across, said, y)


def as_data(
    records: Sequence[Record], categories: Mapping[str, str], titles: Sequence[str]
) -> list[dict[str, Any]]:
    """Return the cells that say something, with the labels of the key; all where none does."""
    said = [
        record | {"value": categories[str(record["value"])]}
        for record in records
        if record["value"] is not None
    ]
    return renamed(said or records, dict(zip(("row", "column", "value"), titles, strict=True)))


def draw_grid(
    page: Page,
    down: Sequence[str],
    across: Sequence[str],
    said: Mapping[tuple[str, str], Cell],
    y: float,
) -> Figure:
    """Draw heads and rows below y, and finish the page."""
    named = 0.0 if page.narrow else min(widest(down, NAME) + 12, page.width * 0.27)
    step = (page.width - named) / len(across)
    centres = [named + step * (place + 0.5) for place in range(len(across))]
    y = draw_heads(page, across, centres, step, y)
    for row in down:
        page.rule(0, y, page.width, y)
        names = wrap(row, page.width if page.narrow else named - 10, NAME)
        pitch = NAME * PITCH
        height = NARROW_ROW if page.narrow else max(ROW, len(names) * pitch + 5)
        if page.narrow:
            y = page.lines(0, y + 10, names, fontsize=NAME) - 5
        else:
            first = y + height / 2 - (len(names) - 1) * pitch / 2
            page.lines(0, first, names, fontsize=NAME)
        for column, centre in zip(across, centres, strict=True):
            cell = said.get((row, column), Cell())
            draw_cell(page, centre, y + height / 2, step, cell.glyphs)
            wide = min(step, CELL)
            evidence = " ".join(cell.evidence)
            page.cites(centre - wide / 2, y, wide, height, evidence)
        y += height
    page.rule(0, y, page.width, y)
    return page.finish(y)


def draw_heads(
    page: Page, across: Sequence[str], centres: Sequence[float], step: float, y: float
) -> float:
    """Write the column heads: in one tier, in two with leaders, or as numbers with a list."""
    longest = max(widest(head.split(), SMALL) for head in across)
    if longest <= step - GAP:
        return draw_tier(page, across, centres, step - GAP, y) + 2
    if longest <= step * 2 - GAP:
        lower = draw_tier(page, across[::2], centres[::2], step * 2 - GAP, y)
        bottom = draw_tier(page, across[1::2], centres[1::2], step * 2 - GAP, lower + 4) + 4
        for place, centre in enumerate(centres):
            page.rule(centre, bottom - 3 if place % 2 else lower + 1, centre, bottom)
        return bottom
    numbers = [str(place) for place, _ in enumerate(across, start=1)]
    for number, head in zip(numbers, across, strict=True):
        page.text(0, y + 6, number, fontsize=SMALL, fontweight="bold")
        y = page.lines(16, y + 6, wrap(head, page.width - 16, SMALL), fontsize=SMALL) - 6
    return draw_tier(page, numbers, centres, step, y + 4, fontweight="bold") + 2


def draw_tier(
    page: Page,
    heads: Sequence[str],
    centres: Sequence[float],
    width: float,
    y: float,
    **look: Any,
) -> float:
    """Write heads centred over their columns, ending on one line; return the y below it."""
    wrapped = []
    for head, centre in zip(heads, centres, strict=True):
        reach = 2 * (page.width - centre)
        longest = widest(head.split(), SMALL)
        wrapped.append(wrap(head, max(longest, min(width, reach)), SMALL))
    pitch = SMALL * PITCH
    deepest = max(len(lines) for lines in wrapped)
    for lines, centre in zip(wrapped, centres, strict=True):
        half = widest(lines, SMALL) / 2
        x = max(half, min(centre, page.width - half))
        first = y + (deepest - len(lines) + 0.5) * pitch
        page.lines(x, first, lines, fontsize=SMALL, ha="center", **look)
    return y + deepest * pitch


def draw_cell(page: Page, x: float, y: float, step: float, glyphs: Sequence[Look]) -> None:
    """Draw what one cell says, side by side and smaller where it says several things."""
    if not glyphs:
        page.marker(x, y, "o", FAINT, size=1.4)
        return
    pitch = min(GLYPH + 4, (step - 2) / len(glyphs))
    size = min(GLYPH, pitch - 2)
    left = x - pitch * (len(glyphs) - 1) / 2
    for place, (shape, colour) in enumerate(glyphs):
        page.marker(left + pitch * place, y, shape, colour, size=size)
