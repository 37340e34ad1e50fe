"""The paragraphs of a source: the strip that shows what became of each, and the whole text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.analysis.usage import ASIDE, OPEN, STATES, USED, usage
from sourcebook.sphinx.domain import anchor
from sourcebook.sphinx.nodes import Strip
from sourcebook.sphinx.words import in_language, plain, shown
from sourcebook.text.worded import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sourcebook.analysis.usage import ParagraphUse
    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.data.seeds import Paragraph

NOTICE = (
    "The whole text stands here for private study. It belongs to its publisher: "
    "do not pass this build on."
)


def overview(book: Book, source: str, full: bool) -> list[nodes.Node]:
    """Return the strip of a source's paragraphs with its legend, and the same in words.

    A cell leads to the first quotation of its paragraph, or to the paragraph in the whole text.
    """
    uses = usage(book, source)
    cells = []
    for one in uses:
        place = paragraph_anchor(source, one.number) if full else ""
        place = anchor("evidence", one.evidence[0]) if one.evidence else place
        cells.append((one.number, one.state, description(one), place))
    return [
        nodes.rubric("", "Paragraphs"),
        legend(uses),
        Strip(cells=cells),
        *in_words(uses),
    ]


def legend(uses: tuple[ParagraphUse, ...]) -> nodes.paragraph:
    """Return how many paragraphs are in each state, beside a cell of its kind."""
    counted = f"{len(uses)} {'paragraph' if len(uses) == 1 else 'paragraphs'}: "
    node = nodes.paragraph("", counted, classes=["legend"])
    counts = {state: sum(one.state == state for one in uses) for state in STATES}
    for at, state in enumerate(one for one in STATES if counts[one]):
        node += [nodes.Text(", ")] if at else []
        node += nodes.inline("", "", classes=["swatch", state])
        node += nodes.Text(f"{counts[state]} {STATES[state]}")
    node += nodes.Text(".")
    return node


def description(one: ParagraphUse) -> str:
    """Return in words what became of a paragraph."""
    if one.state == USED:
        count = len(one.evidence)
        return f"used, {count} {'quotation' if count == 1 else 'quotations'}"
    reason = plain(one.reason).replace("-", " ")
    return f"{STATES[one.state]} ({reason})" if one.state == ASIDE and reason else STATES[one.state]


def in_words(uses: tuple[ParagraphUse, ...]) -> list[nodes.Node]:
    """Return which paragraphs are set aside, by reason, and which are not used yet."""
    found: dict[str, list[str]] = {}
    for state in (ASIDE, OPEN):
        for one in uses:
            if one.state == state:
                found.setdefault(description(one), []).append(one.locator)
    lines = (f"{words.capitalize()}: {', '.join(places)}." for words, places in found.items())
    return [nodes.paragraph("", line, classes=["paragraphs-in-words"]) for line in lines]


def whole_text(book: Book, source: str) -> list[nodes.Node]:
    """Return every paragraph of a source with its number, the passages quoted marked in place."""
    quoted = book.quoted_from(source)
    body = nodes.container(classes=["whole-text"])
    for paragraph in book.seeds[source].paragraphs:
        place = paragraph_anchor(source, paragraph.number)
        body += nodes.paragraph(
            "",
            "",
            nodes.inline("", paragraph.locator, classes=["locator"]),
            nodes.Text(" "),
            *marked(paragraph, quoted),
            ids=[place],
            classes=in_language(worded(paragraph.text, paragraph.language)),
        )
    return [
        nodes.rubric("", "The whole text"),
        nodes.warning("", nodes.paragraph("", NOTICE)),
        body,
    ]


def marked(paragraph: Paragraph, quoted: Sequence[Evidence]) -> list[nodes.Node]:
    """Return the text of a paragraph; each passage quoted links to its quotation."""
    here = [one for one in quoted if one.start < paragraph.end and one.end > paragraph.start]
    edges = {place for one in here for place in (one.start, one.end)}
    inside = {place for place in edges if paragraph.start < place < paragraph.end}
    found: list[nodes.Node] = []
    for start, end in pairwise(sorted({paragraph.start, paragraph.end} | inside)):
        words = shown(paragraph.text[start - paragraph.start : end - paragraph.start])
        over = [one for one in here if one.start <= start and end <= one.end]
        if over:
            place = anchor("evidence", over[0].id)
            link = nodes.reference("", "", *words, refid=place, internal=True)
            link["classes"] = ["quoted"]
            words = [link]
        found += words
    return found


def paragraph_anchor(source: str, number: int) -> str:
    """Return the anchor of a paragraph in the whole text of its source."""
    return f"{anchor('source', source)}-paragraph-{number}"
