"""A figure that carries the rows it was drawn from, so that a page can offer them as a file."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from sourcebook.data.spreadsheets import as_sheet
from sourcebook.drawing import NARROW, WEB
from sourcebook.figures.style import as_png, as_svg

SVG = "image/svg+xml"


class DataFigure(Figure):
    """A matplotlib figure with its data, which a notebook keeps beside the picture it puts out.

    It is shown with or without ``use_style``: the picture is its own, and so are its drawings for
    pages of the web, where text stays text. ``narrow`` is the same figure drawn for a narrow
    screen, if there is one.

    Args:
        data: one mapping per row, from what a column is called to its value or None.
        look: what matplotlib's own figure takes.

    Raises:
        ValueError: there are no rows, or they differ in their columns.
    """

    def __init__(self, data: Iterable[Mapping[str, Any]], **look: Any) -> None:
        super().__init__(**look)
        self.csv = as_csv(list(data))
        self.narrow: Figure | None = None
        self._cited = 0
        self._opening: list[tuple[Artist, Any]] = []

    def opens(self, mark: Artist, evidence: Any) -> None:
        """Have a mark, such as a bar, open its evidence on a page of the web.

        Args:
            mark: what was drawn; where it stands is asked when the figure is shown.
            evidence: ids, apart by commas or spaces.
        """
        self._opening.append((mark, evidence))

    def area(self, evidence: Any) -> dict[str, Any]:
        """Return the look of an unseen area that opens evidence; empty where there is none."""
        ids = str(evidence or "").replace(",", " ").split()
        self._cited += bool(ids)
        unseen = {"facecolor": "none", "edgecolor": "none", "linewidth": 0, "zorder": 9}
        return unseen | {"gid": f"cites.{self._cited}.{'+'.join(ids)}"} if ids else {}

    def _place_areas(self) -> None:
        if self._opening:
            self.draw_without_rendering()
        for mark, evidence in self._opening:
            if look := self.area(evidence):
                box = mark.get_window_extent().transformed(self.transFigure.inverted())
                unclipped: dict[str, Any] = {"transform": self.transFigure, "clip_on": False}
                self.add_artist(Rectangle(box.p0, box.width, box.height, **unclipped | look))
        self._opening.clear()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        for one in (self, self.narrow):
            if isinstance(one, DataFigure):
                one._place_areas()
        paths, wide = as_svg(self)
        drawn = {"wide": wide, "png": b64encode(as_png(self)).decode()}
        narrow = {}
        if self.narrow:
            narrow[NARROW], drawn["narrow"] = as_svg(self.narrow)
        return {SVG: paths, "text/csv": self.csv, WEB: json.dumps(drawn)} | narrow


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Return rows as CSV under one line of heads; None is an empty cell.

    A cell that a spreadsheet would run as a formula begins with an apostrophe.

    Raises:
        ValueError: there are no rows, or they differ in their columns.
    """
    heads = list(rows[0]) if rows else []
    if not heads or any(list(row) != heads for row in rows):
        raise ValueError(f"expected rows of data, all with the same columns; got {rows}")
    return as_sheet([heads, *([plain(value) for value in row.values()] for row in rows)])


def plain(value: Any) -> str:
    """Return a value as a cell: nothing for None, and no decimals where there are none."""
    if value is None:
        return ""
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value)


def renamed(rows: Iterable[Mapping[str, Any]], titles: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the columns that have a title, in the order of the titles and under them."""
    return [{title: row[name] for name, title in titles.items()} for row in rows]
