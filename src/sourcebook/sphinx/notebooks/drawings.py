"""A figure as part of a web page: drawn in the page's colours, its marks open their evidence."""

from __future__ import annotations

import csv
import io
import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.drawing import WEB
from sourcebook.problems import BookError
from sourcebook.show.citing import in_words
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import heard
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.notebooks.figure_data import Data, bundles, figure_of
from sourcebook.sphinx.notebooks.formats import render
from sourcebook.sphinx.notebooks.inlining import inline
from sourcebook.sphinx.web import as_file_name, is_website, site

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.evidence import Evidence

AS_TABLE = "Show as a table"
AS_FIGURE = "Show as a figure"
TO_CITE = "Cite this figure"


class Drawings(nodes.Invisible, nodes.Element):
    """The drawings of a figure for web pages: ``wide``, ``narrow``, its ``png`` and its ``csv``."""


class Draw(SphinxPostTransform):
    """Put the drawings in the place of the pictures, on web pages and nowhere else."""

    default_priority = 6

    def run(self, **_: Any) -> None:
        """Draw the figures of the page that is being written."""
        self.web = is_website(self.env._app.builder)
        for found in list(self.document.findall(Drawings)):
            parent, figure = found.parent, figure_of(found)
            parent.remove(found)
            if not self.web or figure is None or not figure["ids"]:
                continue
            images = [one for one in parent.children if isinstance(one, nodes.image)]
            parent.insert(parent.index(images[0]), self.drawn(found, figure, images[0]))
            for one in images:
                parent.remove(one)

    def drawn(self, found: Drawings, figure: nodes.Element, image: nodes.image) -> nodes.raw:
        """Return both drawings of a figure, with its data as a table and how to cite it."""
        name, described = figure["ids"][0], str(image.get("alt", ""))
        parts = []
        for width in ("wide", "narrow"):
            if width in found:
                prefix = f"{name}-{width}"
                svg = inline(found[width], prefix, described, self.opening)
                parts.append(f'<div class="drawing {width}">{svg}</div>')
        alone = "" if "narrow" in found else " alone"
        drawings = f'<div class="drawings{alone}">{"".join(parts)}</div>'
        table = f'<details class="as-table">{summary()}{as_table(found["csv"])}</details>'
        citing = self.citing(figure, name)
        return nodes.raw("", f"{drawings}\n{table}\n{citing}", format="html")

    def opening(self, ids: list[str]) -> Element:
        """Return a link that opens the evidence of a part of a figure, as a marker's does."""
        domain, builder = book_domain(self.env), self.env._app.builder
        found: list[Evidence] = []
        for key in ids:
            try:
                found.append(domain.book.cite(key))
            except BookError as error:
                warn("figure", error.problems[0].words, (self.env.docname, None))
        targets = [domain.target("evidence", one.id) for one in found]
        target = next((one for one in targets if one), None)
        if target is None:
            return Element("g")
        page = builder.get_relative_uri(self.env.docname, target.docname)
        groups = by_source(found)
        said = heard(domain.book, [[one] for group in groups for one in group])
        link = Element("a", {"class": "ev", "href": f"{page}#{target.anchor}", "aria-label": said})
        for group in groups:
            ids_of = " ".join(one.id for one in group)
            told = {"data-ev": ids_of, "data-from": as_file_name(group[0].source)}
            if len(groups) == 1:
                link.attrib |= told
            else:
                link.append(Element("g", told))
        return link

    def citing(self, figure: nodes.Element, name: str) -> str:
        """Return how to cite a figure; nothing where the book does not say how to cite it."""
        try:
            whole = in_words(book_domain(self.env).book)
        except BookError:
            return ""
        caption = next(figure.findall(nodes.caption), None)
        words = caption.astext().strip().rstrip(".") if caption is not None else name
        page = self.env._app.builder.get_target_uri(self.env.docname)
        address = "/".join(filter(None, (site(self.config), page)))
        said = escape(f"“{words}”, {address}#{name}. In: {whole}")
        return f'<details class="to-cite"><summary>{TO_CITE}</summary><p>{said}</p></details>'


def by_source(found: list[Evidence]) -> list[list[Evidence]]:
    """Return evidence in groups, one for each source, each piece once."""
    groups: dict[str, dict[str, Evidence]] = {}
    for one in found:
        groups.setdefault(one.source, {})[one.id] = one
    return [list(group.values()) for group in groups.values()]


def summary() -> str:
    """Return the words of the switch: they say what it shows next."""
    return (
        f'<summary><span class="closed">{AS_TABLE}</span>'
        f'<span class="opened">{AS_FIGURE}</span></summary>'
    )


def as_table(data: str) -> str:
    """Return the data of a figure, which are CSV, as a table."""
    heads, *rows = csv.reader(io.StringIO(data))
    top = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(one)}</td>' for one in row)}</tr>" for row in rows)
    return (
        '<div class="pst-scrollable-table-container" tabindex="0"><table class="docutils">'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def setup(app: Sphinx) -> None:
    """Place the drawings beside the pictures when a notebook was read."""
    render(WEB, lambda _, data: [Drawings(**json.loads(data.string))])
    app.add_node(Drawings)
    app.add_post_transform(Draw)
    app.connect("doctree-read", place)


def place(app: Sphinx, document: nodes.document) -> None:
    """Put the drawings of each figure beside its picture, and note the files that are offered."""
    for bundle, picture in bundles(document):
        found = next(bundle.findall(Drawings), None)
        data = next(bundle.findall(Data), None)
        if found is None or data is None:
            continue
        found.parent.remove(found)
        found["csv"] = data["csv"].removeprefix("\ufeff")
        picture.parent.append(found)
        figure = figure_of(picture)
        name = figure["ids"][0] if figure is not None and figure["names"] else ""
        if f"{name}.csv" in book_domain(app.env).figures():
            drawn = Path(app.env.srcdir, picture["uri"].lstrip("/"))
            noted = {f"{name}.svg": drawn.read_text("utf-8"), f"{name}.png": found["png"]}
            for file, content in noted.items():
                book_domain(app.env).note_figure(app.env.docname, file, content)
