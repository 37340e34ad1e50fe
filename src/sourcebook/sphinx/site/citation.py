"""Citing from a page: what a browser fills in for a statement or a row, in one file for all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sourcebook.problems import BookError
from sourcebook.show.citing import Citation, forms, read_citation
from sourcebook.sphinx.builds.output import WRITTEN
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.nodes import Marker
from sourcebook.sphinx.web import is_website

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.sphinx.builds.output import StampedBuilder

FILE = "_static/citation.js"
SCRIPT, STYLE = "citing.js", "citing.css"


def setup(app: Sphinx) -> None:
    """Load the script where there is something to cite, and write what it fills in."""
    app.connect("html-page-context", load)
    app.connect(WRITTEN, write)


def load(app: Sphinx, _name: str, _template: str, _context: dict[str, Any], doctree: Any) -> None:
    """Load the script and its style on a page with something that has an address."""
    if is_website(app.builder) and doctree is not None and may_be_cited(doctree):
        app.add_css_file(STYLE)
        app.add_js_file(SCRIPT, loading_method="defer")


def may_be_cited(document: nodes.document) -> bool:
    """Tell whether a page has a statement, a row of a table or a figure."""
    kinds = Marker | nodes.row | nodes.figure
    return any(isinstance(one, kinds) for one in document.findall(nodes.Element))


def write(app: Sphinx, builder: StampedBuilder) -> None:
    """Write how the book is cited, in each form, beside the pages of a website."""
    if is_website(builder):
        told = json.dumps(forms(citation(app)), indent=1)
        Path(builder.outdir, FILE).write_text(f"sourcebook.citation({told});\n", "utf-8")


def citation(app: Sphinx) -> Citation:
    """Return what the book says of itself, or failing that what its settings say."""
    try:
        return read_citation(book_domain(app.env).book)
    except BookError:
        config = app.config
        return Citation(config.html_title, config.version, (config.author,), "", "")
