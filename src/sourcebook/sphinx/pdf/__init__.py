"""The printed book: a builder that sets all pages with Typst as one accessible PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.sphinx.pdf import computed, offer, unfolded
from sourcebook.sphinx.pdf.builder import PressBuilder
from sourcebook.sphinx.site import epub

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the builder, and each part of the printed book."""
    app.add_builder(PressBuilder)
    for part in (offer, epub, unfolded, computed):
        part.setup(app)
