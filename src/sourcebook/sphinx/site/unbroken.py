"""Designations, capitals with a hyphen and a number, stay on one line of an HTML page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx

DESIGNATION = re.compile(r"\b([A-Z]{1,4}-\d+\w*(?:/[A-Z]{1,4}-\d+\w*)*)")
AFTER_ALL_TEXT_IS_IN = 900


def setup(app: Sphinx) -> None:
    """Mark the designations when a page is written."""
    app.add_post_transform(KeepDesignationsWhole)


class KeepDesignationsWhole(SphinxPostTransform):
    """Give each designation in running text a class of its own; its letters stay as they are."""

    default_priority = AFTER_ALL_TEXT_IS_IN
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Mark those of the page that is being written."""
        keep_whole(self.document)


def keep_whole(node: nodes.Element) -> None:
    """Mark the designations in the running text of a node."""
    for text in list(node.findall(nodes.Text)):
        parts = DESIGNATION.split(text)
        if len(parts) > 1 and isinstance(text.parent, nodes.TextElement) and _flows(text):
            made = [_part(part, whole=bool(at % 2)) for at, part in enumerate(parts) if part]
            text.parent.replace(text, made)


def _flows(text: nodes.Text) -> bool:
    return not isinstance(text.parent, nodes.FixedTextElement | nodes.literal | nodes.raw)


def _part(part: str, *, whole: bool) -> nodes.Node:
    return nodes.inline("", part, classes=["designation"]) if whole else nodes.Text(part)
