"""A figure drawn twice from the same rows: for a page, and for the screen of a telephone."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import pandas as pd

from sourcebook.figures.data import DataFigure
from sourcebook.figures.rows import Rows
from sourcebook.figures.style import styled

TELEPHONE = 80.0
F = TypeVar("F", bound=Callable[..., Any])


def drawn_for_both(draw: F) -> F:
    """Have a figure whose width is not asked for bring along one for a narrow screen."""
    drawing = styled(draw)

    @wraps(draw)
    def drawn(rows: Rows, **more: Any) -> Any:
        kept = rows if isinstance(rows, pd.DataFrame) else list(rows)
        figure = drawing(kept, **more)
        if "width" not in more and isinstance(figure, DataFigure):
            figure.narrow = drawing(kept, **more, width=TELEPHONE)
        return figure

    return cast("F", drawn)
