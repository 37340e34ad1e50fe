"""A backend of matplotlib that draws a figure once as two SVGs: its letters as paths, and as text.

It is saved to two streams of text, as ``savefig(streams, format="svg", backend=BACKEND)``.
"""

import io
from functools import lru_cache
from typing import Any, TextIO

import matplotlib as mpl
from matplotlib.backends import backend_mixed
from matplotlib.backends.backend_svg import FigureCanvasSVG, RendererSVG
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from sourcebook.drawing import FAMILY

BACKEND = f"module://{__name__}"
KINDS = ("path", "none")  # of letters, as matplotlib names them


@lru_cache(maxsize=4096)
def measured(words: str, font: FontProperties) -> tuple[float, float, float]:
    """Return width, height and descent of a line of text in points, worked out once."""
    measure: Any = text_to_path.get_text_width_height_descent
    width, height, descent = measure(words, font, ismath=False)
    return float(width), float(height), float(descent)


class Writers:
    """Writers of XML as one: each writes what one is asked to write."""

    def __init__(self, every: list[Any]) -> None:
        self.every = every

    def __getattr__(self, name: str) -> Any:
        def each(*given: Any, **more: Any) -> Any:
            first, *_ = [getattr(one, name)(*given, **more) for one in self.every]
            return first

        return each


class Renderer(RendererSVG):
    """Writes letters to each stream in its kind, and all else to both alike."""

    writer: Any

    def __init__(self, width: float, height: float, streams: list[TextIO], **more: Any) -> None:
        begun = []
        for stream in streams:
            begin: Any = super().__init__
            begin(width, height, stream, **more)
            begun.append(self.writer)
        self.writer = self.both = Writers(begun)

    def get_text_width_height_descent(self, s: str, prop: Any, ismath: Any) -> Any:
        """Measure a line of text; the font of the figures is the same at all times."""
        if not ismath and prop.get_family() == [FAMILY]:
            return measured(s, prop.copy())
        measure: Any = super().get_text_width_height_descent
        return measure(s, prop, ismath)

    def draw_text(self, *given: Any, **more: Any) -> None:
        """Draw a line of text in both kinds."""
        draw: Any = super().draw_text
        for writer, kind in zip(self.both.every, KINDS, strict=True):
            self.writer = writer
            mpl.rcParams["svg.fonttype"] = kind
            draw(*given, **more)
        self.writer = self.both


class FigureCanvas(FigureCanvasSVG):
    """What a figure is drawn on."""

    def print_svg(
        self, filename: Any, *, bbox_inches_restore: Any = None, metadata: Any = None, **_: Any
    ) -> None:
        """Draw the figure as its own backend does, to two streams; to lay it out, to none."""
        streams = filename if isinstance(filename, list) else [io.StringIO() for _ in KINDS]
        dpi, self.figure.dpi = self.figure.dpi, self.fixed_dpi
        width, height = self.figure.get_size_inches()
        size = width * self.fixed_dpi, height * self.fixed_dpi
        renderer = Renderer(*size, streams, image_dpi=dpi, metadata=metadata)
        mixed: Any = backend_mixed
        both = mixed.MixedModeRenderer(
            self.figure, width, height, dpi, renderer, bbox_inches_restore=bbox_inches_restore
        )
        self.figure.draw(both)
        both.finalize()
