"""A front door: an index.html at the top of the output that leads to the book's first page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

TEMPLATES = Path(__file__).parent / "templates"


def setup(app: Sphinx) -> None:
    """Write the front door where the first page is not at the top itself."""
    app.connect("config-inited", add_templates)
    app.connect("html-collect-pages", front_door)


def add_templates(_: Sphinx, config: Config) -> None:
    """Make the engine's templates known after the book's own."""
    config.templates_path = [*config.templates_path, str(TEMPLATES)]


def front_door(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page that leads to the first page."""
    if app.config.root_doc != "index" and app.builder.name != "epub":
        target = app.builder.get_relative_uri("index", app.config.root_doc)
        yield "index", {"target": target, "title": app.config.html_title}, "front-door.html"
