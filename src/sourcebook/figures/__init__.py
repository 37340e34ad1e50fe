"""Figures for sourced handbooks: what sources say, drawn no more exactly than they say it."""

from sourcebook.figures.chronology import chronology
from sourcebook.figures.data import DataFigure
from sourcebook.figures.matrix import matrix
from sourcebook.figures.ranges import ranges
from sourcebook.figures.style import look, save_svg, use_style
from sourcebook.figures.whosays import who_says_when

__all__ = [
    "DataFigure",
    "chronology",
    "look",
    "matrix",
    "ranges",
    "save_svg",
    "use_style",
    "who_says_when",
]
