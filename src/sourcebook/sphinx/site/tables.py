"""Tables of a website: what sorts and filters their rows, and each as a CSV file beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.data.spreadsheets import as_sheet
from sourcebook.sphinx.builds.html import SHOWN
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.site.facets import Cell, cited, facets, read, sort_keys, words
from sourcebook.sphinx.site.unbroken import AFTER_ALL_TEXT_IS_IN
from sourcebook.sphinx.web import as_file_name, from_page, is_website

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

FOLDER = "tables"
LEAST, MANY = 3, 10  # rows that a file is made of, and that are worth a filter
WIDE = 3
SCRIPTS = ("tablesort.js", "tables.js")
STYLE = "tables.css"
EVIDENCE = "Evidence"
WORDS = "This table as CSV"


class DataTable(nodes.General, nodes.Element):
    """A table that can be sorted and filtered; ``file`` and ``address`` name its CSV file.

    ``facets`` maps what its rows can be filtered by to the values that there are.
    """


class OfferTables(SphinxPostTransform):
    """Give every table of a page, if it has some rows, its file and what sorts its rows."""

    default_priority = AFTER_ALL_TEXT_IS_IN + 1
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Wrap the tables of the page that is being written."""
        builder = self.env._app.builder
        if not is_website(builder):
            return
        for table in self.document.findall(nodes.table):
            label(table)
        for number, table in enumerate(offered(self.document), start=1):
            file = f"{FOLDER}/{as_file_name(self.env.docname.replace('/', '-'))}-{number}.csv"
            address = from_page(builder, self.env.docname, file)
            wrapped = DataTable(file=file, address=address, facets={})
            table.parent.replace(table, wrapped)
            wrapped += table
            rows = body(table)
            lines = read(rows)
            tell_order(rows, lines)
            wrapped["facets"], held = facets(book_domain(self.env).book, heads(table), rows, lines)
            for row, places in zip(rows, held, strict=True):
                tell(row, **{"data-in": places})


def setup(app: Sphinx) -> None:
    """Wrap tables when a page is written, and load what works them on the pages that have any."""
    app.add_node(DataTable, html=(visit_table, depart_table))
    app.add_node(nodes.table, override=True, html=(visit_told_table, None))
    app.add_node(nodes.row, override=True, html=(visit_row, None))
    app.add_node(nodes.entry, override=True, html=(visit_entry, None))
    app.add_post_transform(OfferTables)
    app.connect("html-page-context", load)
    app.connect(SHOWN, write)


def load(app: Sphinx, _name: str, _template: str, _context: dict[str, Any], doctree: Any) -> None:
    """Load the scripts and the style of tables on a page that has one."""
    if doctree is not None and next(doctree.findall(DataTable), None) is not None:
        app.add_css_file(STYLE)
        for name in SCRIPTS:
            app.add_js_file(name, loading_method="defer")


def write(app: Sphinx, _: str, doctree: nodes.document, remembered: dict[str, Any]) -> None:
    """Write the file of each table of a page, which stays as long as the page does."""
    for one in doctree.findall(DataTable):
        path = Path(app.outdir, one["file"])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_sheet(as_shown(one)).encode())
        remembered["files"].append(one["file"])


def offered(document: nodes.document) -> Iterator[nodes.table]:
    """Yield the tables with one line of heads and several plain rows, each cell in its column."""
    for table in list(document.findall(nodes.table)):
        head = next(table.findall(nodes.thead), None)
        rows = body(table)
        width = len(heads(table))
        if head is None or len(head.children) != 1 or len(rows) < LEAST or width < 2:
            continue
        spans = any("morerows" in one or "morecols" in one for one in table.findall(nodes.entry))
        if all(len(row) == width for row in rows) and not spans:
            yield table


def label(table: nodes.table) -> None:
    """Have each cell of a wide table name its column, for where its rows stand as blocks."""
    names = heads(table)
    if len(names) < WIDE and "register" not in table["classes"]:
        return
    table["classes"].append("labelled")
    tell(table, role="table")
    for row in body(table):
        tell(row, role="row")
        for at, cell in enumerate(row.findall(nodes.entry)):
            tell(cell, **{"role": "cell", "data-column": names[at] if at < len(names) else ""})


def tell(node: nodes.Element, **told: str) -> None:
    """Note what the tag of a node is to say, beside what is noted already."""
    node["told"] = node.get("told", {}) | {name: one for name, one in told.items() if one}


def tell_order(rows: list[nodes.row], lines: list[list[Cell]]) -> None:
    """Note for each cell of a table what it sorts by and, where it is empty, what it stands for."""
    for at in range(len(lines[0])):
        keys = sort_keys([line[at].words for line in lines])
        for row, line, key in zip(rows, lines, keys, strict=True):
            cell = row.children[at]
            assert isinstance(cell, nodes.Element)
            carried = line[at].words if cell is not line[at].node else ""
            tell(cell, **{"data-sort": key or carried, "data-carried": carried})


def heads(table: nodes.Element) -> list[str]:
    """Return the names of a table's columns."""
    head = next(table.findall(nodes.thead), None)
    return [words(one) for one in head.findall(nodes.entry)] if head is not None else []


def body(table: nodes.Element) -> list[nodes.row]:
    """Return the rows of a table below its head."""
    found = next(table.findall(nodes.tbody), None)
    return [one for one in found.children if isinstance(one, nodes.row)] if found else []


def as_shown(one: DataTable) -> Iterator[list[str]]:
    """Yield the lines of a table as a page shows it, each with the ids of what it cites."""
    rows = body(one)
    yield [*heads(one), EVIDENCE]
    for row, line in zip(rows, read(rows), strict=True):
        yield [*(cell.words for cell in line), " ".join(cited(row))]


def visit_table(self: HTML5Translator, node: DataTable) -> None:
    """Open what holds the table, and say what its rows can be filtered by."""
    told: dict[str, Any] = {"data-facets": json.dumps(node["facets"], ensure_ascii=False)}
    self.body.append(self.starttag(node, "div", "\n", CLASS="data-table", **told))
    if len(body(node)) >= MANY:
        self.body.append('<div class="table-place"></div>\n')


def depart_table(self: HTML5Translator, node: DataTable) -> None:
    """Close it, after the link to its file."""
    link = f'<a href="{self.attval(node["address"])}" download="">{WORDS}</a>'
    self.body.append(f'<p class="table-file">{link}</p>\n</div>\n')


def visit_told_table(self: HTML5Translator, node: nodes.table) -> None:
    """Open a table with what is told of it."""
    type(self).visit_table(self, node)
    show_told(self, node)


def visit_row(self: HTML5Translator, node: nodes.row) -> None:
    """Open a row with what is told of it."""
    type(self).visit_row(self, node)
    show_told(self, node)


def visit_entry(self: HTML5Translator, node: nodes.entry) -> None:
    """Open a cell with what is told of it."""
    type(self).visit_entry(self, node)
    show_told(self, node)


def show_told(self: HTML5Translator, node: nodes.Element) -> None:
    """Put into the tag that was opened what is told of its node."""
    if told := node.get("told"):
        attributes = "".join(f' {name}="{self.attval(value)}"' for name, value in told.items())
        self.body[-1] = self.body[-1].replace(">", f"{attributes}>", 1)
