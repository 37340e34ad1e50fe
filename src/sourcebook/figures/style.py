"""The look every figure shares: type, colours, markers, and how SVG is written."""

import importlib
import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeAlias, TypeVar

import matplotlib as mpl
from cycler import cycler
from matplotlib.figure import Figure

from sourcebook.drawing import COLOURS, FAINT, FAMILY, INK, MUTED, PAPER
from sourcebook.figures.lettering import BACKEND

MARKERS = ("o", "D", "s", "^", "v", "P")

CONTEXT_TAG = "◇ CONTEXT, NOT EVIDENCE"

PRINT_WIDTH = 160.0
DOTS = 200
SIZE = 9.0
NAME = 8.5
SMALL = 8.0

RC: dict[Any, Any] = {
    "font.family": FAMILY,
    "font.size": SIZE,
    "text.color": INK,
    "text.parse_math": False,
    "text.hinting": "none",
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "figure.figsize": (PRINT_WIDTH / 25.4, 3.5),
    "figure.dpi": 96,
    "axes.facecolor": PAPER,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": MUTED,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlelocation": "left",
    "axes.titlesize": SIZE,
    "axes.prop_cycle": cycler(color=list(COLOURS)),
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelsize": SMALL,
    "ytick.labelsize": SMALL,
    "hatch.linewidth": 0.6,
    "lines.linewidth": 1.2,
    "legend.frameon": False,
    "svg.hashsalt": "sourcebook",
    "svg.fonttype": "path",
}

Look: TypeAlias = tuple[str, str]
P = ParamSpec("P")
R = TypeVar("R")


def use_style() -> None:
    """Set the shared look, and SVG output where IPython is running.

    Call it once at the head of a notebook. Outside IPython it only sets
    matplotlib's defaults; IPython need not be installed. Figures are shown at
    their full size, without a date stamp, so that a rebuild gives the same bytes.
    """
    mpl.rcParams.update(RC)
    if running_in_ipython():
        inline = importlib.import_module("matplotlib_inline.backend_inline")
        inline.set_matplotlib_formats("svg", bbox_inches=None, metadata={"Date": None})
        _leave_alone("sourcebook.figures.data", "DataFigure")


def _leave_alone(module: str, name: str) -> None:
    """Have IPython not draw once more what puts out pictures of its own."""
    formatters = importlib.import_module("IPython").get_ipython().display_formatter.formatters
    formatters["image/svg+xml"].for_type_by_name(module, name, lambda _: None)


def look(place: int) -> Look:
    """Return the shape and colour of a place from 0 to 5, for the ``looks`` of a figure.

    Raises ``IndexError`` beyond.
    """
    return MARKERS[place], COLOURS[place]


def choose_looks(
    labels: Sequence[str], given: Mapping[str, Look] | None, what: str
) -> dict[str, Look]:
    """Return the shape and colour of each label: those given, or else those of its place.

    Raises ``ValueError`` where one has none; ``what`` says in the message what the labels are.
    """
    if given is None and len(labels) > len(COLOURS):
        raise ValueError(f"expected at most {len(COLOURS)} {what}; got {len(labels)}")
    looks = {one: look(at) for at, one in enumerate(labels)} if given is None else given
    if bare := [one for one in labels if one not in looks]:
        raise ValueError(f"expected a look for each of the {what}; got none for {', '.join(bare)}")
    return {one: looks[one] for one in labels}


def running_in_ipython() -> bool:
    """Say whether an IPython shell is running this process."""
    with suppress(ImportError):
        return importlib.import_module("IPython").get_ipython() is not None
    return False


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """Run a drawing function under the shared look, whatever the caller has set."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> R:
        with mpl.rc_context(RC):
            return draw(*args, **kwargs)

    return drawn


@styled
def as_svg(figure: Figure) -> tuple[str, str]:
    """Return a figure as SVG whose bytes depend only on what it shows, drawn as paths and as text.

    A figure whose letters are paths looks the same everywhere, for it needs no font.
    """
    paths, text = io.StringIO(), io.StringIO()
    both: Any = [paths, text]
    figure.savefig(both, format="svg", metadata={"Date": None}, backend=BACKEND)
    return paths.getvalue(), text.getvalue()


@styled
def as_png(figure: Figure) -> bytes:
    """Return a figure as a picture of dots, for what takes no other."""
    written = io.BytesIO()
    figure.savefig(written, format="png", dpi=DOTS, metadata={"Software": None})
    return written.getvalue()


@styled
def save_svg(figure: Figure, path: Path) -> None:
    """Write a figure as SVG whose bytes depend only on what it shows."""
    figure.savefig(path, format="svg", metadata={"Date": None})
