"""The data and the pictures of each figure as files beside the pages, linked below the caption."""

from __future__ import annotations

from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.problems import Problem
from sourcebook.sphinx.builds.output import WRITTEN
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.lines import line_of
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.nodes import above
from sourcebook.sphinx.notebooks.formats import render
from sourcebook.sphinx.web import from_page, is_website

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sourcebook.sphinx.builds.output import StampedBuilder

FOLDER = "figures"
BUNDLE = "mime_bundle"
MEDIA_TYPE = "text/csv"
WORDS = {".csv": "Data of this figure (CSV)", ".svg": "Picture (SVG)", ".png": "Picture (PNG)"}
PARTS = {
    "caption": "mystnb: figure: caption",
    "name": "mystnb: figure: name",
    "alternative text": "mystnb: image: alt",
    "data": "a figure made by sourcebook.figures, shown by the last line of the cell",
}


class Data(nodes.Invisible, nodes.Element):
    """The data of a figure among the formats of a notebook's output, as ``csv``."""


class DataLink(nodes.General, nodes.Element):
    """A place for the link to a figure's data, whose address depends on page and builder."""


class FillInDataLinks(SphinxPostTransform):
    """Replace each place for a link by the link, or by nothing where no files lie beside pages."""

    default_priority = 5

    def run(self, **_: Any) -> None:
        """Fill in the links of the page that is being written."""
        builder = self.env._app.builder
        for node in list(self.document.findall(DataLink)):
            if is_website(builder):
                node.replace_self(self.links(builder, node["file"]))
            else:
                legend = node.parent
                legend.remove(node)
                if not legend.children:
                    legend.parent.remove(legend)

    def links(self, builder: Builder, data: str) -> nodes.paragraph:
        """Return links to the files of a figure of which this is the data."""
        offered = book_domain(self.env).figures()
        line = nodes.paragraph(classes=["figure-data"])
        for suffix, words in WORDS.items():
            file = data.removesuffix(".csv") + suffix
            if file in offered:
                address = from_page(builder, self.env.docname, f"{FOLDER}/{file}")
                line += [nodes.Text(" · ")] if line.children else []
                line += nodes.reference("", words, refuri=address, internal=True)
        return line


def setup(app: Sphinx) -> None:
    """Take the data out of each notebook's outputs when it was read; write them after the pages."""
    render(MEDIA_TYPE, lambda _, data: [Data(csv=data.string)])
    app.add_node(Data)
    app.add_node(DataLink)
    app.add_post_transform(FillInDataLinks)
    app.connect("doctree-read", collect)
    app.connect(WRITTEN, write_data)


def collect(app: Sphinx, document: nodes.document) -> None:
    """Note the data of each figure of a notebook, and warn of what a figure lacks."""
    for bundle, picture in bundles(document):
        take(app.env, picture, next((one["csv"] for one in bundle.findall(Data)), ""))


def bundles(document: nodes.document) -> Iterator[tuple[nodes.container, nodes.image]]:
    """Yield each output of a notebook that shows a picture, with that picture."""
    for bundle in list(document.findall(nodes.container)):
        pictures = (
            image
            for part in bundle.children
            if isinstance(part, nodes.container) and part.get("mime_type", "").startswith("image/")
            for image in part.findall(nodes.image)
        )
        picture = next(pictures, None)
        if bundle.get("nb_element") == BUNDLE and picture is not None:
            yield bundle, picture


def take(env: BuildEnvironment, image: nodes.image, data: str) -> None:
    """Note the data of one figure and leave a place for the link; warn of what it lacks."""
    figure = figure_of(image)
    name = figure["ids"][0] if figure is not None and figure["names"] else ""
    captioned = figure is not None and any(isinstance(one, nodes.caption) for one in figure)
    has = {"caption": captioned, "name": name, "alternative text": image.get("alt"), "data": data}
    lacking = [part for part in PARTS if not has[part]]
    if lacking:
        lines = Path(env.doc2path(env.docname)).read_text("utf-8").splitlines()
        place = (env.docname, line_of(image, lines, ""))
        warn("figure", problem(lacking).words, place)
    elif figure is not None:
        book_domain(env).note_figure(env.docname, f"{name}.csv", data)
        legend_of(figure).append(DataLink(file=f"{name}.csv"))


def problem(lacking: list[str]) -> Problem:
    """Return what is wrong with a figure, in words."""
    return Problem(
        "",
        None,
        f"a figure lacks {' and '.join(lacking)}",
        "a picture that this cell puts out",
        "a caption that says what to see, alternative text, and its data for download",
        "; ".join(f"{part}: {PARTS[part]}" for part in lacking),
    )


def figure_of(node: nodes.Node) -> nodes.figure | None:
    """Return the figure that a node stands in."""
    return next((one for one in above(node) if isinstance(one, nodes.figure)), None)


def legend_of(figure: nodes.Element) -> nodes.Element:
    """Return the legend of a figure, made where there is none."""
    legend = next(figure.findall(nodes.legend), None)
    if legend is None:
        legend = nodes.legend()
        figure.append(legend)
    return legend


def write_data(app: Sphinx, builder: StampedBuilder) -> None:
    """Write the data of every figure beside the pages of a website."""
    for name, data in book_domain(app.env).figures().items() if is_website(builder) else ():
        path = Path(builder.outdir, FOLDER, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b64decode(data) if path.suffix == ".png" else data.encode())
