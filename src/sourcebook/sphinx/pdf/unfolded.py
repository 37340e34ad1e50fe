"""Code that is folded on screen: in print and in the EPUB it is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BUILDERS = ("pdf", "epub")


def setup(app: Sphinx) -> None:
    """Do so whenever a page is written for something other than a browser."""
    app.add_post_transform(LeaveOutHiddenCode)


class LeaveOutHiddenCode(SphinxPostTransform):
    """Take away the code of a cell that a reader would have to unfold."""

    default_priority = 3
    builders = BUILDERS

    def run(self, **_: Any) -> None:
        """Take it from the page that is being written."""
        for cell in list(self.document.findall(nodes.container)):
            hidden = cell.attributes.pop("hide_mode", "")
            for one in [one for one in cell.children if is_hidden(one, hidden)]:
                cell.remove(one)


def is_hidden(node: nodes.Node, hidden: str) -> bool:
    """Tell whether a part of a cell is hidden: its input, its output, or both."""
    classes = node["classes"] if isinstance(node, nodes.Element) else []
    return any(
        f"cell_{part}" in classes and hidden in (part, "all") for part in ("input", "output")
    )
