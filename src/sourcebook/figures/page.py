"""A page measured in points from its top left corner, on which every figure is drawn."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from matplotlib.patches import Rectangle

from sourcebook.drawing import CONTEXT, FAMILY, INK, MUTED, PAPER, RULE
from sourcebook.figures.data import DataFigure
from sourcebook.figures.lettering import measured
from sourcebook.figures.style import SIZE, SMALL

POINTS_PER_MM = 72 / 25.4
NARROW = 340.0
MARGIN = 2.0
FRAMED = 8.0
HEAD = 14.0
PITCH = 1.36
CAP = 0.36
ROUNDING = 1.02


class Page:
    """One figure of fixed width whose height is set when the drawing is finished.

    Args:
        width: millimetres, 80 or more; 160 suits a page, 95 a telephone.
        data: the rows the figure is drawn from, each from a column's plain title to its value.
        tag: words above the figure that set it apart, in a dashed frame around all of it.

    Raises:
        ValueError: the width is under 80 mm; there are no rows, or they differ in their columns.
    """

    def __init__(self, width: float, data: Iterable[Mapping[str, Any]], tag: str = "") -> None:
        if width < 80:
            raise ValueError(f"a figure needs a width of 80 mm or more, not {width:g}")
        self.tag = tag
        self.margin = FRAMED if tag else MARGIN
        self.width = width * POINTS_PER_MM - 2 * self.margin
        self.narrow = self.width < NARROW
        self.figure = DataFigure(data, figsize=(width / 25.4, 1))
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()

    def text(self, x: float, y: float, words: str, **look: Any) -> None:
        """Write one line whose capitals are centred on y; boxed, it hides rules behind it.

        Raises:
            ValueError: the font has no form for a character.
        """
        check_drawn(words)
        size = look.setdefault("fontsize", SIZE)
        look.setdefault("color", INK)
        look.setdefault("zorder", 6)
        if look.pop("boxed", False):
            look["bbox"] = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.8}
        self.axes.text(x, y + size * CAP, words, va="baseline", **look)

    def lines(self, x: float, y: float, lines: Sequence[str], **look: Any) -> float:
        """Write lines downwards, the first centred on y; return the y after the last."""
        for line in lines:
            self.text(x, y, line, **look)
            y += look.get("fontsize", SIZE) * PITCH
        return y

    def line(self, x: Sequence[float], y: Sequence[float], **look: Any) -> None:
        """Draw a line; nothing is asked of where it runs, as the page has its own bounds."""
        self.axes.add_artist(Line2D(x, y, **look))

    def marker(
        self, x: float, y: float, shape: str, colour: str, solid: bool = True, size: float = 6.5
    ) -> None:
        """Draw one marker, filled when solid and ringed when not."""
        scale = 0.88 if shape in "Ds" else 1.0
        self.line(
            [x],
            [y],
            linestyle="none",
            marker=MarkerStyle(shape),
            markersize=size * scale,
            markerfacecolor=colour if solid else PAPER,
            markeredgecolor=colour,
            markeredgewidth=1.3,
            zorder=5,
        )

    def rule(self, x0: float, y0: float, x1: float, y1: float, **look: Any) -> None:
        """Draw a straight rule between two places."""
        style: dict[str, Any] = {
            "color": RULE,
            "linewidth": 0.7,
            "zorder": 0,
            "solid_capstyle": "butt",
        } | look
        self.line([x0, x1], [y0, y1], **style)

    def block(self, x: float, y: float, width: float, height: float, **look: Any) -> None:
        """Draw a plain rectangle from its top left corner."""
        style: dict[str, Any] = {"edgecolor": "none", "zorder": 2} | look
        self.axes.add_artist(Rectangle((x, y), width, height, **style))

    def arrow(self, x0: float, y: float, x1: float, colour: str) -> None:
        """Draw a level, open-headed arrow from x0 to x1."""
        head = 3.2 if x1 > x0 else -3.2
        self.rule(x0, y, x1, y, color=colour, linewidth=1.3, zorder=4)
        self.line(
            [x1 - head, x1, x1 - head],
            [y - 3, y, y + 3],
            color=colour,
            linewidth=1.3,
            zorder=4,
            solid_joinstyle="miter",
        )

    def cites(self, x: float, y: float, width: float, height: float, evidence: Any) -> None:
        """Have an area open its evidence on a page of the web: ids apart by commas or spaces."""
        if look := self.figure.area(evidence):
            self.block(x, y, width, height, **look)

    def finish(self, height: float) -> Figure:
        """Set the page's height in points and return the figure."""
        top = -self.margin - (HEAD if self.tag else 0)
        left, right, foot = -self.margin, self.width + self.margin, height + self.margin
        if self.tag:
            look: dict[str, Any] = {"facecolor": "none", "edgecolor": CONTEXT, "linewidth": 1.0}
            frame = (left + 1, top + 1), right - left - 2, foot - top - 2
            self.axes.add_artist(Rectangle(*frame, linestyle=(0, (4, 2)), **look))
            words = {"fontsize": SMALL, "fontweight": "bold", "color": CONTEXT}
            self.text(0, top + self.margin + 2, self.tag, **words)
        self.axes.set_xlim(left, right)
        self.axes.set_ylim(foot, top)
        self.figure.set_size_inches((right - left) / 72, (foot - top) / 72)
        return self.figure


@cache
def drawn_by_font() -> frozenset[int]:
    """Return the characters that the font of the figures has."""
    path = findfont(FontProperties(family=FAMILY), fallback_to_default=False)
    return frozenset(get_font(path).get_charmap())


def check_drawn(words: str) -> None:
    """Raise ``ValueError`` if the figures' font lacks a character: a box would stand for it."""
    lacking = sorted({one for one in words if ord(one) not in drawn_by_font() and one != "\n"})
    if lacking:
        listed = ", ".join(f"“{one}” (U+{ord(one):04X})" for one in lacking)
        raise ValueError(f"{FAMILY}, the font of the figures, has no {listed}: “{words}”")


@cache
def text_width(words: str, size: float = SIZE, weight: str = "normal") -> float:
    """Measure one line of text in points, with a little room for renderers that round."""
    check_drawn(words)
    font = FontProperties(family=FAMILY, size=size, weight=weight)
    width, _, _ = measured(words, font)
    return width * ROUNDING


def widest(words: Iterable[str], size: float = SIZE, weight: str = "normal") -> float:
    """Measure the widest of several lines in points; 0 when there are none."""
    return max((text_width(each, size, weight) for each in words), default=0.0)


def wrap(words: str, width: float, size: float = SIZE, weight: str = "normal") -> list[str]:
    """Break text into lines no wider than width, breaking inside a word only if it must."""
    together = " ".join(words.split())
    if together and text_width(together, size, weight) <= width:
        return [together]
    lines: list[str] = []
    line = ""
    for word in words.split():
        together = f"{line} {word}".strip()
        if text_width(together, size, weight) <= width:
            line = together
            continue
        if line:
            lines.append(line)
        *full, line = split_word(word, width, size, weight)
        lines.extend(full)
    return [*lines, line] if line else lines


def split_word(word: str, width: float, size: float, weight: str) -> list[str]:
    """Cut a word into pieces no wider than width, at its own hyphens where it has any."""
    pieces: list[str] = []
    while len(word) > 1 and text_width(word, size, weight) > width:
        fits = [n for n in range(1, len(word)) if text_width(word[:n] + "-", size, weight) <= width]
        cut = max(fits, default=1)
        hyphen = max(word.rfind(mark, 0, cut) for mark in "-/–")
        own = hyphen > 0
        cut = hyphen + 1 if own else max(1, min(cut, len(word) - 3))
        pieces.append(word[:cut] if own else word[:cut] + "-")
        word = word[cut:]
    return [*pieces, word]


def key(page: Page, y: float, entries: Sequence[tuple[str, str, str]]) -> float:
    """Draw a key of (shape, colour, words) along the page; return the y after it."""
    x = 0.0
    for shape, colour, words in entries:
        step = 14 + text_width(words, SMALL) + 14
        if x and x + step - 14 > page.width:
            x, y = 0.0, y + SMALL * PITCH + 3
        page.marker(x + 5, y, shape, colour, size=2.2 if shape == "." else 7)
        page.text(x + 14, y, words, fontsize=SMALL, color=MUTED)
        x += step
    return y + SMALL * PITCH
