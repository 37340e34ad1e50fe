"""The picture that stands for a book where somebody shares a page of it."""

import textwrap

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from sourcebook.drawing import COLOURS, PAPER
from sourcebook.figures.style import as_png

SIZE = (6.0, 3.15)
LINE = 26


def card(title: str, author: str) -> bytes:
    """Return a title and who is behind it, as PNG of 1200 by 630 dots."""
    figure = Figure(figsize=SIZE)
    figure.add_artist(Rectangle((0, 0), 1, 1, color=COLOURS[0], transform=figure.transFigure))
    lines = textwrap.wrap(title, LINE)
    figure.text(0.08, 0.86, "\n".join(lines), color=PAPER, fontsize=21, va="top", linespacing=1.3)
    figure.text(0.08, 0.1, author, color=PAPER, fontsize=11)
    return as_png(figure)
