"""The Sphinx extension: markers, pages of sources, fresh notebooks, clear failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.sphinx import (
    assets,
    computed,
    crossings,
    directives,
    domain,
    exports,
    failures,
    freshness,
    front,
    gate,
    joining,
    lists,
    nodes,
    notes,
    object_nodes,
    object_pages,
    press,
    reading,
    readings,
    roles,
    settings,
    source_text,
    stillness,
    value,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PARTS = (
    settings,
    freshness,
    domain,
    reading,
    nodes,
    object_nodes,
    roles,
    computed,
    directives,
    source_text,
    joining,
    object_pages,
    readings,
    value,
    lists,
    crossings,
    notes,
    gate,
    failures,
    front,
    assets,
    exports,
    stillness,
    press,
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load the extensions this one builds on, then each of its parts."""
    app.setup_extension("myst_nb")
    app.setup_extension("sphinxcontrib.bibtex")
    for part in PARTS:
        part.setup(app)
    return {
        "version": "1",
        "env_version": domain.DATA_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
