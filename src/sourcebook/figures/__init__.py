"""Figures for sourced handbooks: what sources say, drawn no more exactly than they say it."""

from sourcebook.figures.chains import chains
from sourcebook.figures.chronology import chronology
from sourcebook.figures.composition import Part, composition
from sourcebook.figures.map import range_map
from sourcebook.figures.matrix import matrix
from sourcebook.figures.sparse import sparse_figures
from sourcebook.figures.style import save_svg, use_style
from sourcebook.figures.units import unit_chart
from sourcebook.figures.whosays import who_says_when

__all__ = [
    "Part",
    "chains",
    "chronology",
    "composition",
    "matrix",
    "range_map",
    "save_svg",
    "sparse_figures",
    "unit_chart",
    "use_style",
    "who_says_when",
]
