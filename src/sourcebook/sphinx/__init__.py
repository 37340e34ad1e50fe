"""The Sphinx extension: every part that makes pages of a book, in the order they are set up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.sphinx import backlinks, domain, nodes, numbering, pdf, reading, settings
from sourcebook.sphinx.builds import beside, caches, html, inputs, locks, memory, output, workers
from sourcebook.sphinx.markers import computed, context, joining, lasting, notes, roles
from sourcebook.sphinx.notebooks import (
    drawings,
    failures,
    figure_data,
    narrow_pictures,
    rerun,
    running,
)
from sourcebook.sphinx.objects import directives as object_directives
from sourcebook.sphinx.objects import general_index, index_of
from sourcebook.sphinx.objects import roles as object_roles
from sourcebook.sphinx.prose import check, links, nesting
from sourcebook.sphinx.site import (
    assets,
    changes,
    characters,
    citation,
    evidence,
    exports,
    heads,
    redirects,
    search,
    sheets,
    spoken,
    tables,
    unbroken,
)
from sourcebook.sphinx.sources import directives, overview
from sourcebook.sphinx.views import (
    citing,
    dictionary,
    examples,
    how_current,
    how_sure,
    lists,
    readings,
    reference,
    score,
    value,
)
from sourcebook.version import installed_version

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PARTS = (
    settings,
    locks,
    beside,
    workers,
    inputs,
    memory,
    caches,
    output,
    html,
    domain,
    reading,
    numbering,
    object_roles,
    nodes,
    roles,
    computed,
    examples,
    context,
    directives,
    dictionary,
    citing,
    reference,
    score,
    joining,
    lasting,
    general_index,
    object_directives,
    index_of,
    readings,
    how_current,
    how_sure,
    overview,
    value,
    lists,
    backlinks,
    notes,
    check,
    running,
    failures,
    assets,
    exports,
    citation,
    evidence,
    search,
    changes,
    heads,
    sheets,
    redirects,
    figure_data,
    narrow_pictures,
    drawings,
    rerun,
    unbroken,
    tables,
    spoken,
    links,
    nesting,
    characters,
    pdf,
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Load the extensions this one builds on, then each of its parts."""
    app.setup_extension("myst_nb")
    app.setup_extension("sphinxcontrib.bibtex")
    for part in PARTS:
        part.setup(app)
    return {
        "version": installed_version(),
        "env_version": domain.DATA_VERSION,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
