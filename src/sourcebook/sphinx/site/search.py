"""Search: sections and objects in one script, and a page that looks them up in the browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes

from sourcebook.data.cells import words as cell_words
from sourcebook.data.objects import kinds, objects
from sourcebook.sphinx.builds.html import SHOWN
from sourcebook.sphinx.builds.output import WRITTEN
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.context import ContextMarker
from sourcebook.sphinx.nodes import LINKED_BACK, EvidenceLink, Marker, Strip
from sourcebook.sphinx.web import is_website

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from sourcebook.data.book import Book
    from sourcebook.data.tables import Table
    from sourcebook.sphinx.builds.output import StampedBuilder

PAGE = "search"
INDEX = "_static/search-index.js"
REGISTER = "sourcebookIndex"
REMEMBERED = "sections"
SPHINX_OWN = ("searchtools.js", "language_data.js")
UNSOUGHT = (
    *(nodes.literal_block, nodes.doctest_block, nodes.raw, nodes.comment, nodes.system_message),
    *(nodes.title, nodes.section, nodes.image, nodes.label, nodes.math, nodes.math_block),
    *(addnodes.index, addnodes.toctree, Marker, ContextMarker),
    *(EvidenceLink, Strip),
)
LOOKED_UP = {"dictionary", "reference"}
CODE_CELL = "cell_code_source"
BEFORE_A_STOP = re.compile(r" (?=[.,;:!?)](?: |$))")


def setup(app: Sphinx) -> None:
    """Remember what each page says, and write it all after the pages."""
    app.connect(SHOWN, remember)
    app.connect("html-collect-pages", search_page)
    app.connect(WRITTEN, write_index)


def remember(app: Sphinx, docname: str, doctree: nodes.document, kept: dict[str, Any]) -> None:
    """Keep the sections of a page that is written: one that is not is as it was."""
    if is_website(app.builder):
        kept[REMEMBERED] = list(sections(doctree))


def search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page on which is searched."""
    if is_website(app.builder):
        yield PAGE, {"title": "Search", "index": INDEX}, "search.html"


def write_index(app: Sphinx, builder: StampedBuilder) -> None:
    """Write what can be found, and take away what Sphinx would search with."""
    if not is_website(builder):
        return
    names = sorted(builder.kept)
    number = {name: at for at, name in enumerate(names)}
    found = {
        "pages": [[builder.get_target_uri(name), title(app, name)] for name in names],
        "sections": [
            [number[name], *one] for name in names for one in builder.kept[name][REMEMBERED]
        ],
        "objects": [[number[name], *one] for name, *one in sought(app) if name in number],
    }
    folder = Path(builder.outdir)
    lines = ",\n".join(f'"{key}": [\n{listed(rows)}\n]' for key, rows in found.items())
    Path(folder, INDEX).write_text(f"{REGISTER} = {{\n{lines}\n}};\n", "utf-8")
    for name in SPHINX_OWN:
        Path(folder, "_static", name).unlink(missing_ok=True)


def listed(rows: list[list[Any]]) -> str:
    """Return rows as JSON, a line for each of them; no character of theirs can end a line."""
    return ",\n".join(json.dumps(one, separators=(",", ":")) for one in rows)


def title(app: Sphinx, docname: str) -> str:
    """Return the title of a page."""
    found = app.env.titles.get(docname)
    return found.astext() if found else docname


def sought(app: Sphinx) -> Iterator[tuple[str, str, str, str, list[str], str, int]]:
    """Yield page, anchor, kind, name, other names and line of each object and term with a place.

    The last is 1 for what is known by several names, the persons and things that a book is about.
    """
    domain = book_domain(app.env)
    for kind, table in kinds(domain.book).items():
        about = int(bool(table.declared.variants))
        for one in objects(domain.book, kind):
            at = domain.target(kind, one.id)
            if at:
                line = line_of(domain.book, table, one.id)
                yield at.docname, at.anchor, kind, one.name, [*one.variants], line, about
    standard = app.env.domains.standard_domain
    for _, name, kind, docname, anchor, _ in sorted(standard.get_objects()):
        if kind == "term":
            yield docname, anchor, kind, name, [], "", 0


def line_of(book: Book, table: Table, key: str) -> str:
    """Return what is said of an object in a line, its codes only where nothing else is."""
    row = book.row(table.name, key)
    fields = [one for one in map(table.field, table.declared.line) if one and row.text(one.name)]
    told = [one for one in fields if not one.allowed] or fields
    return " · ".join(cell_words(book, one, row) for one in told)


def sections(doctree: nodes.document) -> Iterator[list[Any]]:
    """Yield anchor, title and text of each section; code, markers and pictures are left out.

    The last is 1 for a section that lists columns or what the engine declares.
    """
    for one in doctree.findall(nodes.section):
        heading = next((each for each in one.children if isinstance(each, nodes.title)), None)
        named = heading.astext() if heading else ""
        text = " ".join("".join(words(one)).split())
        own = (each for each in one.children if not isinstance(each, nodes.section))
        kinds_of = ({*kind["classes"]} for each in own for kind in each.findall(nodes.Element))
        apart = any(LOOKED_UP & each for each in kinds_of)
        yield [one["ids"][0], named, BEFORE_A_STOP.sub("", text), int(apart)]


def words(node: nodes.Node) -> Iterator[str]:
    """Yield the text below a node, that of its blocks apart."""
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child.astext()
        elif isinstance(child, nodes.Element) and not is_unsought(child):
            inside = "".join(words(child))
            yield inside if isinstance(child, nodes.Inline) else f"{inside} "


def is_unsought(node: nodes.Element) -> bool:
    """Tell whether an element holds nothing that a reader may look for."""
    is_apart = LINKED_BACK in node["classes"] or node.get("nb_element") == CODE_CELL
    return is_apart or isinstance(node, UNSOUGHT)
