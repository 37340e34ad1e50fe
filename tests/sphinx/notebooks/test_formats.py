"""Formats of outputs: each of ours has its nodes, once, and others are left alone."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from myst_nb.core.render import MimeData, load_mime_renders

from sourcebook.sphinx.notebooks.formats import Formats, render

FORMAT = "application/x-lamp"


def test_a_format_has_its_nodes_and_every_other_is_left() -> None:
    renderer: Any = None
    try:
        for _ in range(2):
            render(FORMAT, lambda _, data: [nodes.inline("", str(data.string))])
        (made,) = Formats.handle_mime(renderer, MimeData(FORMAT, "lit"), inline=False) or []
        assert made.astext() == "lit"
        assert Formats.handle_mime(renderer, MimeData("text/plain", "lit"), inline=False) is None
        assert load_mime_renders().count(Formats) == 1
    finally:
        Formats.made.pop(FORMAT)
