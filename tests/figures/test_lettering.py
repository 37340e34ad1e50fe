"""The two SVGs of one drawing are those that matplotlib writes when it draws each for itself."""

from __future__ import annotations

import io
from collections.abc import Callable

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle

from sourcebook.figures import chronology, matrix, ranges, who_says_when
from sourcebook.figures.lettering import KINDS
from sourcebook.figures.style import RC, as_svg

DATES = ("2019", "2020-05-04", "2021-03~", "../2022", "XXXX-04-10")
DRAWN: dict[str, Callable[[], Figure]] = {
    "chronology": lambda: chronology(
        {"lane": one[:2], "label": f"Of {one}", "date": one, "source": "Register", "basis": basis}
        for one in DATES
        for basis in ("stated", "inferred")
    ),
    "matrix": lambda: matrix(
        [{"row": "Board", "column": "Lamps", "value": one} for one in "ab"],
        categories={"a": "in favour", "b": "against"},
    ),
    "ranges": lambda: ranges(
        [{"label": one, "reported": "Almanac", "high": 40, "bound": one} for one in "=>~"],
        unit="km",
    ),
    "who_says_when": lambda: who_says_when(
        [{"source": "Register", "step": "order", "date": one, "note": "—"} for one in DATES]
    ),
}


def of_its_own() -> Figure:
    """Return a figure with what those of the book do not have."""
    figure = Figure(figsize=(4, 3), layout="constrained")
    left, right = figure.subplots(1, 2)
    left.imshow(np.arange(12).reshape(3, 4))
    left.set_title("Keepers & “lamps” <1>", rotation=20)
    right.scatter([1, 2, 3], [3, 1, 2], rasterized=True)
    right.add_artist(
        Rectangle((1, 1), 1, 1, hatch="//", facecolor="none", url="https://a.example/")
    )
    right.text(1.5, 1.5, "linked", url="https://b.example/", alpha=0.5, fontstyle="italic")
    for at, words in enumerate(("clipped", "twice")):
        circle = Circle((2, 2 + at), 0.5, transform=right.transData)
        right.add_artist(circle).set_clip_path(circle)
        right.text(2, 2 + at, words, clip_on=True, fontweight="bold").set_clip_path(circle)
    figure.text(0.5, 0.1, r"$\sqrt{\frac{a}{2}}$", parse_math=True, ha="center")
    figure.text(0.1, 0.5, "two\nlines", rotation=90, linespacing=1.5)
    return figure


def by_matplotlib(figure: Figure, letters: str) -> str:
    written = io.StringIO()
    with mpl.rc_context(RC | {"svg.fonttype": letters}):
        figure.savefig(written, format="svg", metadata={"Date": None})
    return written.getvalue()


@pytest.mark.parametrize("draw", [*DRAWN.values(), of_its_own], ids=[*DRAWN, "of its own"])
def test_each_is_what_matplotlib_writes(draw: Callable[[], Figure]) -> None:
    paths, text = as_svg(draw())
    assert [paths, text] == [by_matplotlib(draw(), letters) for letters in KINDS]
    assert [one.count("<text ") > 0 for one in (paths, text)] == [False, True]


def test_the_settings_of_whoever_draws_stay_as_they_were() -> None:
    before = mpl.rcParams["svg.fonttype"]
    figure = of_its_own()
    dpi = figure.dpi
    as_svg(figure)
    assert (mpl.rcParams["svg.fonttype"], figure.dpi) == (before, dpi)
