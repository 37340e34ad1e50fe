"""Chains: who speaks, through whom the words come, and in which source they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from sourcebook.data.basis import INFERRED, STATED
from sourcebook.figures.data import renamed
from sourcebook.figures.matrix import choose_glyphs
from sourcebook.figures.page import PITCH, Page, key, text_width, widest, wrap
from sourcebook.figures.rows import Record, Rows, in_order, need, one_of, read_rows
from sourcebook.figures.style import MUTED, NAME, PRINT_WIDTH, SMALL, styled

LINE = 15.0
GAP = 6.0
BASES = (STATED, INFERRED)
TITLES = {
    "speaker": "Speaker",
    "form": "Form",
    "through": "Through",
    "source": "Source",
    "basis": "Basis",
}


@dataclass(frozen=True)
class Column:
    """Where a column begins, and how wide its words may run, in points."""

    left: float
    room: float


@styled
def chains(
    rows: Rows,
    *,
    forms: Mapping[str, str],
    width: float = PRINT_WIDTH,
) -> Figure:
    """Draw a lane for each source: a line for each speaker, with an arrow to the source.

    An arrow passes through whatever the words came through. Where that is inferred, the name is
    set in italics and the arrow is broken.

    Args:
        rows: columns ``source``, ``speaker``, ``form`` (a key of forms), and optionally ``through``
            (several are in order, apart by semicolons) and ``basis`` of the last of them (stated or
            inferred; stated when missing). Sources stand in the order first met.
        forms: label of each form in which words stand in a source, in order; six at most.
        width: millimetres; below 120 a source's name stands above its lane.

    Raises:
        ValueError: rows are empty or lack a column or value; a form or a basis is unknown; there
            are too many forms.
    """
    records = read_rows(rows, ("source", "speaker", "form"), ("through", "basis"))
    glyphs = choose_glyphs(forms, "kinds")
    for record in records:
        need(record, "source", "speaker", "form")
        one_of(record, "basis", BASES, default=STATED)
        one_of(record, "form", forms)
    page = Page(width, as_data(records, forms))
    y = key(page, 8, [(*glyphs[form], True, label) for form, label in forms.items()]) + 6
    columns = lay_out(page, records)
    if not page.narrow:
        y = draw_heads(page, columns, y)
    for source in in_order(str(record["source"]) for record in records):
        lane = [record for record in records if str(record["source"]) == source]
        y = draw_lane(page, columns, source, lane, glyphs, y)
    page.rule(0, y, page.width, y)
    return page.finish(y)


def as_data(records: Sequence[Record], forms: Mapping[str, str]) -> list[Record]:
    """Return the rows under plain heads, each form with its label and each basis as drawn."""
    told = [
        one | {"form": forms[str(one["form"])], "basis": one["basis"] or STATED} for one in records
    ]
    return renamed(told, TITLES)


def lay_out(page: Page, records: Sequence[Record]) -> tuple[Column, Column, Column]:
    """Choose the columns for speakers, for those between, and for sources."""
    named = 0.0 if page.narrow else widest((str(one["source"]) for one in records), NAME, "bold")
    named = min(named, page.width * 0.24)
    last = Column(page.width - named, named)
    room = last.left if not page.narrow else page.width
    between = Column(room * 0.5 + 16, room * 0.5 - 34)
    return Column(14, between.left - 14 - 24), between, last


def draw_heads(page: Page, columns: Sequence[Column], y: float) -> float:
    """Write what the columns hold; return the y of the first lane."""
    for column, head in zip(columns, ("who speaks", "through", "stands in"), strict=True):
        page.text(column.left, y, head, fontsize=SMALL, color=MUTED)
    return y + 10


def draw_lane(
    page: Page,
    columns: tuple[Column, Column, Column],
    source: str,
    lane: Sequence[Record],
    glyphs: Mapping[str, tuple[str, str]],
    y: float,
) -> float:
    """Draw all that reaches one source; return where the next lane begins."""
    page.rule(0, y, page.width, y)
    y += 11
    below = y
    if page.narrow:
        y = page.lines(0, y, [source], fontsize=NAME, fontweight="bold") + 2
    else:
        names = wrap(source, columns[2].room, NAME, "bold")
        below = page.lines(columns[2].left, y, names, fontsize=NAME, fontweight="bold")
    for record in lane:
        y = draw_line(page, columns, record, glyphs[str(record["form"])], y)
    return max(y, below) - 3


def draw_line(
    page: Page,
    columns: tuple[Column, Column, Column],
    record: Record,
    glyph: tuple[str, str],
    y: float,
) -> float:
    """Draw one speaker's way to the source; return where the next line begins."""
    speakers, between, sources = columns
    shape, colour = glyph
    page.marker(5, y, shape, colour)
    names = wrap(str(record["speaker"]), speakers.room, SMALL)
    end = page.lines(speakers.left, y, names, fontsize=SMALL)
    start = speakers.left + text_width(names[0], SMALL) + GAP
    inferred = record["basis"] == INFERRED
    target = page.width - 4 if page.narrow else sources.left - GAP
    if record["through"]:
        page.arrow(start, y, between.left - GAP, MUTED, dashed=inferred)
        words = ", then ".join(part.strip() for part in str(record["through"]).split(";"))
        lines = wrap(words, between.room, SMALL)
        style = "italic" if inferred else "normal"
        end = max(end, page.lines(between.left, y, lines, fontsize=SMALL, fontstyle=style))
        start = between.left + text_width(lines[0], SMALL) * (1.06 if inferred else 1) + GAP
    if not page.narrow or not record["through"]:
        page.arrow(start, y, target, MUTED, dashed=inferred)
    return end + LINE - SMALL * PITCH
