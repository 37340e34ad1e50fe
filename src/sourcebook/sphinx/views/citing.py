"""The directive {how-to-cite}: the book, a page or a statement, ready to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sourcebook.problems import BookError
from sourcebook.show.citing import cite
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import gap

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class HowToCiteDirective(SphinxDirective):
    """```{how-to-cite} what name```: the book, a page or a statement, to be copied.

    ``what`` is ``book``, ``bibtex``, ``page`` or ``statement``; the last two need a name.
    """

    required_arguments = 1
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the citation as a block that can be copied whole."""
        book = book_domain(self.env).book
        what, *named = self.arguments
        for name in named if what == "page" else ():
            self.env.note_dependency(f"{book.root / name}.md")
        try:
            text = cite(book, *self.arguments)
        except BookError as error:
            return gap(self, " ".join(self.arguments), "value", error.problems[0].words)
        return [nodes.literal_block(text, text, language="text", classes=["citation-text"])]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("how-to-cite", HowToCiteDirective)
