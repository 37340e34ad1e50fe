"""The blocks of prose that a page shows, its notebook's output included, as the gate reads them."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinxcontrib.bibtex.nodes import bibliography

from sourcebook.pages.blocks import SECOND, Block, Mark, joined
from sourcebook.sphinx.markers.computed import Computed, Count, Reason
from sourcebook.sphinx.markers.context import ContextMarker
from sourcebook.sphinx.nodes import FROM_TABLES, CitedIn, Marker, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORD = "source-record"
SET_APART = {"quotation-block", "quotation", RECORD, "source-words", "traceback", "stderr"}
SET_APART |= {FROM_TABLES}
VALUE = {"value", "basis"}
WITHOUT_PROSE = (
    *(
        nodes.comment,
        nodes.docinfo,
        nodes.label,
        nodes.system_message,
        nodes.substitution_definition,
    ),
    *(addnodes.toctree, addnodes.index, bibliography, CitedIn),
)
WITHOUT_WORDS = (
    *(Count, Reason, nodes.literal, nodes.math, nodes.footnote_reference, nodes.citation_reference),
    *(nodes.target, nodes.system_message, nodes.raw),
)
CODE = (nodes.literal_block, nodes.doctest_block, nodes.math_block, nodes.raw)
TAG = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->|<[^<>]*>", re.DOTALL | re.IGNORECASE)

Shown = tuple[nodes.Element, Block]


def shown_blocks(node: nodes.Element, output: bool = False) -> Iterator[Shown]:
    """Yield each paragraph, caption, title, term and table row below a node.

    The words of sources and their records are left out, and code unless a notebook printed it.
    """
    for child in _children(node):
        if isinstance(child, WITHOUT_PROSE) or SET_APART & set(child["classes"]):
            continue
        if child.get("nb_element") == "cell_code_source":
            continue
        inside = output or child.get("nb_element") == "cell_code_output"
        if isinstance(child, CODE):
            yield from ([(child, _printed(child))] if inside else [])
        elif isinstance(child, nodes.row):
            cells = [_row_cell(cell, inside) for cell in child.children]
            yield child, joined(cells)
        elif isinstance(child, nodes.TextElement):
            yield child, _block(child, inside)
        else:
            yield from shown_blocks(child, inside)


def _children(node: nodes.Element) -> list[nodes.Element]:
    """Return the children that are shown: of a bundle of formats the best, of a record nothing."""
    found = [child for child in node.children if isinstance(child, nodes.Element)]
    if node.get("nb_element") == "mime_bundle":
        best = [child for child in found if child.get("mime_type") != "text/plain"]
        return [child for child in best if "image/" not in child["mime_type"]] if best else found
    records = [at for at, child in enumerate(found) if RECORD in child["classes"]]
    return found[: records[0]] if records else found


def _printed(node: nodes.Element) -> Block:
    text = node.astext()
    return Block(html.unescape(TAG.sub(" ", text)) if isinstance(node, nodes.raw) else text, (), 1)


def _row_cell(cell: nodes.Node, output: bool) -> Block:
    found = list(shown_blocks(cell, output)) if isinstance(cell, nodes.Element) else []
    return joined([block for _, block in found], "\n")


def _block(node: nodes.Element, output: bool) -> Block:
    return joined([_inline(child, output) for child in node.children], "")


def _inline(node: nodes.Node, output: bool) -> Block:
    if isinstance(node, nodes.Text):
        return Block(node.astext().replace("\n", " "), (), 1)
    if isinstance(node, Marker):
        return Block("", (Mark(0, "ev", " ".join(node["evidence"])),), 1)
    if isinstance(node, ContextMarker):
        return Block("", (Mark(0, SECOND, " ".join(node["entries"])),), 1)
    if isinstance(node, Unknown):
        return Block("", (Mark(0, "ev", node["word"]),) if node["subtype"] == "evidence" else (), 1)
    if not isinstance(node, nodes.Element) or _is_silent(node, output):
        return Block("", (), 1)
    if isinstance(node, nodes.image):
        return Block(f"{node.get('alt', '')} ", (), 1)
    return _block(node, output)


def _is_silent(node: nodes.Element, output: bool) -> bool:
    """Tell whether a node's words are code, counted, computed, a source's, or a target's name."""
    if isinstance(node, WITHOUT_WORDS) or (output and isinstance(node, Computed)):
        return True
    if VALUE & set(node["classes"]):
        return True
    if isinstance(node, addnodes.pending_xref):
        return not node.get("refexplicit") or node.get("refdomain") == "cite"
    siblings = node.parent.children if node.parent else []
    after = siblings[siblings.index(node) :] if node in siblings else []
    return "quote" in node["classes"] and any(isinstance(one, Marker) for one in after)
