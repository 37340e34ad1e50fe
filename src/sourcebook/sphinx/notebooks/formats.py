"""What becomes of the formats among a notebook's outputs that MyST-NB does not know."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from docutils import nodes
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer, load_mime_renders

Make = Callable[[NbElementRenderer, MimeData], list[nodes.Element]]


class Formats(MimeRenderPlugin):  # type: ignore[misc]
    """Tells MyST-NB what to make of each format in ``made``."""

    made: ClassVar[dict[str, Make]] = {}

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the nodes of a format, and leave every other one to MyST-NB."""
        make = Formats.made.get(data.mime_type)
        return make(renderer, data) if make else None


def render(mime_type: str, make: Make) -> None:
    """Have ``make`` return the nodes of a format, from now on in this process."""
    Formats.made[mime_type] = make
    if Formats not in load_mime_renders():
        load_mime_renders().append(Formats)
