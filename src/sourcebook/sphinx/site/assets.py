"""What the engine adds to a site: style sheets, scripts, and an index.html that leads in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.jinja2glue import SphinxFileSystemLoader

from sourcebook.sphinx.settings import LOOK
from sourcebook.sphinx.web import is_website

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
OF_THE_LOOK = Path(__file__).parent / "look_templates"
STYLES = ("sourcebook.css", "popups.css", "objects.css", "context.css")
SCRIPTS = ("evidence.js", "placing.js", "popups.js", "drawers.js")


def setup(app: Sphinx) -> None:
    """Add the style sheets and the scripts to every page, and a front door to the whole."""
    app.connect("config-inited", add_static)
    for name in STYLES:
        app.add_css_file(name)
    app.connect("builder-inited", add_look)
    app.connect("builder-inited", add_scripts)
    app.connect("html-collect-pages", front_door)


def add_static(_: Sphinx, config: Config) -> None:
    """Have the engine's files and templates stand beside the book's own, which replace them."""
    config.html_static_path = [str(STATIC), *config.html_static_path]
    config.templates_path = [*config.templates_path, str(TEMPLATES)]


def add_look(app: Sphinx) -> None:
    """Add the look of a handbook where its pages have the theme that it is made for."""
    if app.config.html_theme == LOOK and is_website(app.builder):
        app.add_css_file("look.css", priority=700)  # after the theme and all else
        app.add_css_file("icons.css", priority=710)
        loader, own = app.builder.templates, SphinxFileSystemLoader(str(OF_THE_LOOK))
        # behind the book's own templates, so that what these extend is this and not the theme's
        loader.loaders.insert(loader.templatepathlen, own)


def add_scripts(app: Sphinx) -> None:
    """Add the scripts to the pages of a website; an EPUB has footnotes in place of pop-ups."""
    if is_website(app.builder):
        for name in SCRIPTS:
            app.add_js_file(name, loading_method="defer")


def front_door(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page that leads to the first page."""
    if app.config.root_doc != "index" and app.builder.name != "epub":
        target = app.builder.get_relative_uri("index", app.config.root_doc)
        yield "index", {"target": target, "title": app.config.html_title}, "front-door.html"
