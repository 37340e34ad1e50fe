"""What is folded on screen: in print and in the EPUB it lies open, or is left out if it is code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDED = ("tab-set", "tab-item", "dropdown")
BUILDERS = ("pdf", "epub")


def setup(app: Sphinx) -> None:
    """Do so whenever a page is written for something other than a browser."""
    app.add_post_transform(LeaveOutHiddenCode)
    app.add_post_transform(LayOpen)


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


class LayOpen(SphinxPostTransform):
    """Keep tabs and dropdowns as what they are written as: a heading, and what stands below it."""

    default_priority = 3
    builders = BUILDERS

    def run(self, **_: Any) -> None:
        """Make plain containers of those of the page that is being written."""
        for node in self.document.findall(nodes.container):
            if node.get("design_component") in FOLDED:
                del node["design_component"]


def is_hidden(node: nodes.Node, hidden: str) -> bool:
    """Tell whether a part of a cell is hidden: its input, its output, or both."""
    classes = node["classes"] if isinstance(node, nodes.Element) else []
    return any(
        f"cell_{part}" in classes and hidden in (part, "all") for part in ("input", "output")
    )
