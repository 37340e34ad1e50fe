"""What the HTML offers to take away: the printed book and the EPUB, where they have been made."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.sphinx.exports import from_page, is_website

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

NAME = "handbook"
OFFERED = {
    f"{NAME}.pdf": ("application/pdf", "PDF"),
    f"{NAME}.epub": ("application/epub+zip", "EPUB"),
}


def setup(app: Sphinx) -> None:
    """Link every page to the files, and put them beside the pages."""
    app.add_config_value("sourcebook_offered", [], "html", (list, tuple))
    app.connect("config-inited", note_files)
    app.connect("html-page-context", link)
    app.connect("build-finished", copy)


def note_files(app: Sphinx, config: Config) -> None:
    """Note which files there are, so that all pages are written again when that changes."""
    beside = Path(app.outdir).parent
    config.sourcebook_offered = [name for name in OFFERED if (beside / name).is_file()]


def link(app: Sphinx, pagename: str, _name: str, context: dict[str, Any], _tree: Any) -> None:
    """Name the files in the head of a page, and to its template as ``offered``."""
    if is_website(app.builder):
        found = [
            {"type": kind, "title": title, "href": from_page(app.builder, pagename, name)}
            for name in app.config.sourcebook_offered
            for kind, title in [OFFERED[name]]
        ]
        links = [
            f'<link rel="alternate" type="{one["type"]}" href="{one["href"]}"'
            f' title="{one["title"]}">'
            for one in found
        ]
        context["offered"] = found
        context["metatags"] = "\n".join([context.get("metatags", ""), *links])


def copy(app: Sphinx, error: Exception | None) -> None:
    """Put the files beside the pages, or the EPUB that was made beside its folder."""
    if error is None and is_website(app.builder):
        for name in app.config.sourcebook_offered:
            put(Path(app.outdir).parent / name, Path(app.outdir) / name)
    made = Path(app.outdir) / f"{NAME}.epub"
    if error is None and app.builder.name == "epub" and made.is_file():
        put(made, Path(app.outdir).parent / made.name)


def put(source: Path, target: Path) -> None:
    """Copy a file unless it is there already."""
    if not target.is_file() or source.read_bytes() != target.read_bytes():
        shutil.copyfile(source, target)
