"""The style sheets and the script of the engine's pages, from the engine's own folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.sphinx.web import is_website

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> None:
    """Add the style sheets and the script to every page."""
    app.connect("config-inited", add_static)
    app.add_css_file("sourcebook.css")
    app.add_css_file("objects.css")
    app.add_css_file("context.css")
    app.connect("builder-inited", add_script)


def add_static(_: Sphinx, config: Config) -> None:
    """Have the engine's files copied beside the book's own, which replace them by name."""
    config.html_static_path = [str(STATIC), *config.html_static_path]


def add_script(app: Sphinx) -> None:
    """Add the script to the pages of a website; an EPUB has footnotes in place of pop-ups."""
    if is_website(app.builder):
        app.add_js_file("sourcebook.js", loading_method="defer")
