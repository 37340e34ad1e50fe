"""Tables, set for print: the shares of the columns and the longest word that each has to hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.sphinx.nodes import Marker
from sourcebook.sphinx.pdf.inline import Inline
from sourcebook.sphinx.pdf.typst import Code, block, call

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 5
SPLIT = re.compile(r"[\s\u200b]+|(?<=[-/–—…])")
HYPHENATED = 14
BREAKABLE = 600
FULL = 150.0
LETTER, ROOM, UPRIGHT = 1.75, 3.0, 155.0  # millimetres: of a letter, between columns, of a page


class Tables(Inline):
    """Sets tables and the captions of figures and tables."""

    def on_table(self, node: nodes.table) -> Code:
        """Set a table under its number and caption; its head is repeated on every page."""
        titles = [one for one in node.children if isinstance(one, nodes.title)]
        heads, rows = lines(node)
        specs = list(node.findall(nodes.colspec))
        columns = [cells(one, len(specs)) for one in (*heads, *rows)]
        told = titles[0].astext() if titles else ""
        body = call(
            "data-table",
            *(self.cell(one, head=False) for row in rows for one in row.children),
            widths=shares(specs, columns, "colwidths-given" in node["classes"]),
            words=[longest(column) for column in zip(*columns, strict=True)],
            repeated=not any(map(has_places, heads)),
            head=[self.cell(one, head=True) for row in heads for one in row.children],
            described=told or f"without a caption, on page {self.page.docname}",
        )
        return self.numbered("table", node, titles, body)

    def cell(self, node: nodes.Node, head: bool) -> Code:
        """Return one cell."""
        assert isinstance(node, nodes.Element)
        only = node.children[0] if len(node.children) == 1 else None
        if isinstance(only, nodes.paragraph) and not only["ids"]:
            body = self.words(only.children)
        else:
            body = block((self.write(one) for one in node.children), between="\n")
        spans = {
            "colspan": node.get("morecols", 0) + 1 if "morecols" in node else None,
            "rowspan": node.get("morerows", 0) + 1 if "morerows" in node else None,
        }
        whole = False if len(printed(node)) < BREAKABLE else None
        inside = call("strong", body) if head else call("cell-text", body, breakable=whole)
        return call("table.cell", inside, **spans, breakable=whole)

    def numbered(
        self,
        kind: str,
        node: nodes.Element,
        captions: Sequence[nodes.Node],
        body: Code,
        **look: object,
    ) -> Code:
        """Return a figure or table with its number, which is that of the HTML, and its caption."""
        place = self.page.places.of(self.page.docname, node)
        if not captions:
            return block([call("place", place), body], between="\n") if place else body
        number = next(
            (
                self.page.numbers[kind][one]
                for one in node["ids"]
                if one in self.page.numbers.get(kind, {})
            ),
            None,
        )
        words = self.words(captions[0].children)
        return call("numbered", kind, number, words, place or None, body, **look)


def lines(table: nodes.table) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Return the rows of a table's head, and those below it."""
    heads = [row for head in table.findall(nodes.thead) for row in head.children]
    return heads, [row for body in table.findall(nodes.tbody) for row in body.children]


def has_places(row: nodes.Node) -> bool:
    """Tell whether a row holds footnotes or places to link to, which can stand only once."""
    kinds = (nodes.footnote_reference, nodes.target)
    return any(isinstance(one, kinds) or one.get("ids") for one in row.findall(nodes.Element))


class Turned(nodes.Part, nodes.Element):
    """What stands on turned pages behind others that are upright."""


def is_wide(table: nodes.table) -> bool:
    """Tell whether the longest words of a table's columns do not fit side by side upright."""
    heads, rows = lines(table)
    count = len(list(table.findall(nodes.colspec)))
    columns = zip(*(cells(one, count) for one in (*heads, *rows)), strict=True)
    return sum(max(map(len, longest(one)), default=0) * LETTER + ROOM for one in columns) > UPRIGHT


def cells(row: nodes.Node, columns: int) -> list[nodes.Node | None]:
    """Return the cell that begins in each column of a row; None where another reaches over it."""
    found: list[nodes.Node | None] = []
    for one in row.children:
        assert isinstance(one, nodes.Element)
        found += [one, *[None] * one.get("morecols", 0)]
    return (found + [None] * columns)[:columns]


def shares(
    specs: list[nodes.colspec], rows: list[list[nodes.Node | None]], given: bool
) -> list[float]:
    """Return how wide each column is, as parts of the table, from its author or from its words."""
    if given:
        return [float(one["colwidth"]) for one in specs]
    found = []
    for column in zip(*rows, strict=True):
        lengths = [len(printed(one)) for one in column if one is not None] or [1]
        found.append(max(6.0, min(FULL, max(lengths))) ** 0.75)
    return found


def longest(column: tuple[nodes.Node | None, ...]) -> list[str]:
    """Return the longest words of a column that no line can break; long ones can be hyphenated."""
    words = {word for one in column if one is not None for word in unbreakable(one)}
    return sorted(words, key=lambda word: (-len(word), word))[:LONGEST]


def unbreakable(cell: nodes.Node) -> Iterator[str]:
    """Yield the words of a cell as far as no line can end within them."""
    for text in texts(cell):
        if not isinstance(text.parent, nodes.literal):
            for word in SPLIT.split(text.astext()):
                yield word[:HYPHENATED] if word.isalpha() else word


def printed(cell: nodes.Node) -> str:
    """Return the words of a cell without its markers, which are footnotes in print."""
    return " ".join("".join(one.astext() for one in texts(cell)).split())


def texts(node: nodes.Node) -> Iterator[nodes.Text]:
    """Yield the texts of a node, but for those of markers and of what is already a footnote."""
    if isinstance(node, nodes.Text):
        yield node
    elif not isinstance(node, Marker | nodes.footnote_reference):
        for child in node.children:
            yield from texts(child)
