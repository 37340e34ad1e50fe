"""What a notebook computed: in print and in the EPUB a table says so once, in its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.sphinx.markers.computed import NOTE
from sourcebook.sphinx.pdf.unfolded import BUILDERS

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class SayOnce(SphinxPostTransform):
    """Move the note from the cells of a table into its caption, where several cells have it."""

    default_priority = 3
    builders = BUILDERS

    def run(self, **_: Any) -> None:
        """Look at the tables of the page that is being written."""
        for table in self.document.findall(nodes.table):
            captions = [one for one in table.children if isinstance(one, nodes.title)]
            inside = table.findall(nodes.inline)
            notes = [one for one in inside if "computed-note" in one["classes"]]
            if captions and len(notes) > 1:
                for one in notes:
                    one.parent.remove(one)
                captions[0] += nodes.Text(NOTE)


def setup(app: Sphinx) -> None:
    """Do so whenever a page is written for something other than a browser."""
    app.add_post_transform(SayOnce)
