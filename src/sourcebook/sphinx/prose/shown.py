"""The blocks of prose that a page shows, its notebook's output included, as the gate reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinxcontrib.bibtex.nodes import bibliography

from sourcebook.pages.block import SECOND, Block, Mark, joined
from sourcebook.pages.html import words_of_html, words_of_svg
from sourcebook.pages.roles import words_of_math
from sourcebook.sphinx.markers.computed import Computed, Count, Reason
from sourcebook.sphinx.markers.context import ContextMarker
from sourcebook.sphinx.nodes import FROM_TABLES, CitedIn, Marker, Unknown
from sourcebook.text.sentences import CELL_END

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
    *(Count, Reason, nodes.literal, nodes.footnote_reference, nodes.citation_reference),
    *(nodes.target, nodes.system_message, nodes.raw),
)
CODE = (nodes.literal_block, nodes.doctest_block, nodes.raw)
UNSHOWN = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL | re.IGNORECASE)

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
        if not isinstance(child, CODE):
            yield from _of(child, inside)
        elif inside:
            yield child, _printed(child)


def _of(node: nodes.Element, output: bool) -> Iterator[Shown]:
    if isinstance(node, nodes.image):
        yield node, _drawn(node)
    elif isinstance(node, nodes.block_quote | nodes.figure):
        yield from _together(node, output)
    elif isinstance(node, nodes.row):
        yield node, joined([_row_cell(cell, output) for cell in node.children])
    elif isinstance(node, nodes.TextElement):
        yield node, _block(node, output)
    else:
        yield from shown_blocks(node, output)


def _children(node: nodes.Element) -> list[nodes.Element]:
    """Return the children that are shown: of a bundle of formats the best, of a record nothing."""
    found = [child for child in node.children if isinstance(child, nodes.Element)]
    if node.get("nb_element") == "mime_bundle":
        kinds = {child.get("mime_type") for child in found}
        lesser = {"text/plain", *({"text/html"} if "text/markdown" in kinds else ())}
        return [child for child in found if child.get("mime_type") not in lesser] or found
    records = [at for at, child in enumerate(found) if RECORD in child["classes"]]
    return found[: records[0]] if records else found


def _printed(node: nodes.Element) -> Block:
    text = node.astext()
    is_raw = isinstance(node, nodes.raw)
    return Block(words_of_html(UNSHOWN.sub(" ", text)) if is_raw else text, (), 1)


def _together(node: nodes.Element, output: bool) -> Iterator[Shown]:
    """Yield the blocks of a quotation that is set apart, or of a figure, whose marks serve all."""
    found = [*shown_blocks(node, output)]
    marks = tuple(mark for _, block in found for mark in block.marks)
    for child, block in found:
        apart = isinstance(node, nodes.block_quote) and not isinstance(child, nodes.attribution)
        yield child, replace(block, beside=marks, apart=apart)


def _drawn(image: nodes.image) -> Block:
    """Return the alternative text of a picture and, of an SVG, the words that it draws."""
    said = f"{image.get('alt', '')}{CELL_END}"
    document = image.document
    file = Path(document.settings.env.srcdir, image.get("uri", "")) if document else Path()
    if file.suffix == ".svg" and file.is_file():
        said += words_of_svg(file.read_text("utf-8", errors="replace"))
    return Block(said, (), 1)


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
        return _drawn(node)
    if isinstance(node, nodes.math):
        return Block(words_of_math(node.astext()), (), 1)
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
