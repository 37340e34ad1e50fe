"""The picture of a figure for narrow screens: beside the wide one, shown where that is too wide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_nb.core.render import MimeData, NbElementRenderer
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.drawing import NARROW
from sourcebook.sphinx.notebooks.figure_data import bundles
from sourcebook.sphinx.notebooks.formats import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SVG = "image/svg+xml"


class Narrow(nodes.Invisible, nodes.Element):
    """The picture for narrow screens among the formats of a notebook's output."""


def narrow(renderer: NbElementRenderer, data: MimeData) -> list[nodes.Element]:
    """Return the picture as a node of its own."""
    return [Narrow("", *renderer.render_image(replace(data, mime_type=SVG, cell_metadata={})))]


class LeaveOutNarrow(SphinxPostTransform):
    """Leave it out of what is no HTML: print has room for the wide one."""

    default_priority = 3

    def run(self, **_: Any) -> None:
        """Take it from the page that is being written."""
        if self.env._app.builder.format != "html":
            for image in list(self.document.findall(nodes.image)):
                if "narrow" in image["classes"]:
                    image.parent.remove(image)


def setup(app: Sphinx) -> None:
    """Place the pictures when a notebook was read."""
    render(NARROW, narrow)
    app.add_node(Narrow)
    app.add_post_transform(LeaveOutNarrow)
    app.connect("doctree-read", place)


def place(_: Sphinx, document: nodes.document) -> None:
    """Put each picture for narrow screens behind the wide one, under the same words."""
    for bundle, wide in bundles(document):
        narrow = next(bundle.findall(Narrow), None)
        if narrow is not None:
            image = narrow.children[0]
            assert isinstance(image, nodes.image)
            narrow.remove(image)
            image["alt"] = wide.get("alt", "")
            image["classes"].append("narrow")
            wide["classes"].append("wide")
            wide.parent.insert(wide.parent.index(wide) + 1, image)
