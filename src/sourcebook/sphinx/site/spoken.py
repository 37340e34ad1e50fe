"""What a page says to a screen reader where the roles that docutils gives are out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

DEPRECATED, ITEM = 'role="doc-biblioentry"', 'role="listitem"'


def setup(app: Sphinx) -> None:
    """Write the entries of a bibliography as items of the list that they stand in."""
    app.add_node(nodes.citation, override=True, html=(visit_citation, None))


def visit_citation(self: HTML5Translator, node: nodes.citation) -> None:
    """Open an entry as an item."""
    type(self).visit_citation(self, node)
    self.body[-1] = self.body[-1].replace(DEPRECATED, ITEM)
