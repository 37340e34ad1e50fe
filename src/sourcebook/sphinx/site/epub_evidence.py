"""The annex of an EPUB: every quotation once, by number, with links to the places that cite it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sourcebook.sphinx.anchors import ANNEX
from sourcebook.sphinx.backlinks import title
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.annex import PAGE, TITLE, about, about_source, numbers
from sourcebook.sphinx.words import in_quotation_marks, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from sphinx.builders.html import StandaloneHTMLBuilder

    from sourcebook.data.evidence import Evidence

SAID = (
    "Every quotation of this book, once, in the order of its source: number, place, who speaks if "
    "not the source itself, grade, words, and after an arrow the places that cite it. One without "
    "an arrow is cited nowhere in this book."
)


def annex(builder: StandaloneHTMLBuilder, left_out: Set[str]) -> dict[str, Any]:
    """Return the page of the annex, as the template of pages takes it."""
    book = book_domain(builder.env).book
    whole = nodes.section("", nodes.title("", TITLE), nodes.paragraph("", SAID), ids=["evidence"])
    for source, group in groupby(book.evidence.values(), key=lambda one: one.source):
        name, said = about_source(book, source)
        part = nodes.section("", nodes.title("", name), ids=[f"{ANNEX}{source}"])
        part += nodes.paragraph("", said, classes=["note"])
        part += [piece for one in group for piece in entry(builder, one, left_out)]
        whole += part
    words = builder.render_partial(whole)["fragment"]
    return {"title": TITLE, "body": words}


def entry(
    builder: StandaloneHTMLBuilder, one: Evidence, left_out: Set[str]
) -> Iterator[nodes.Element]:
    """Yield one quotation: its number and what is told of it, its words, and who cites it."""
    book = book_domain(builder.env).book
    number = numbers(book)[one.id]
    head = nodes.paragraph("", "", ids=[f"{ANNEX}{number}"], classes=["quotation-head"])
    head += [nodes.strong("", number), nodes.Text(f" {about(book, one)}")]
    yield head
    words = nodes.paragraph("", "", *in_quotation_marks(one.quotation))
    yield nodes.block_quote("", words)
    if one.note:
        yield nodes.paragraph("", plain(one.note), classes=["note"])
    if back := links_back(builder, one, left_out):
        yield nodes.paragraph("", "→ ", *back, classes=["cited-in"])


def links_back(
    builder: StandaloneHTMLBuilder, one: Evidence, left_out: Set[str]
) -> list[nodes.Node]:
    """Return a link to each page that cites a quotation, with a number for each further place."""
    cited = [
        each
        for each in book_domain(builder.env).citations(one.id)
        if each.anchor and each.docname not in left_out
    ]
    found: list[nodes.Node] = []
    for docname, places in groupby(cited, key=lambda each: each.docname):
        found += [nodes.Text("; ")] if found else []
        for at, place in enumerate(places, start=1):
            words = title(builder.env, docname) if at == 1 else str(at)
            address = f"{builder.get_relative_uri(PAGE, docname)}#{place.anchor}"
            found += [nodes.Text(" ")] if at > 1 else []
            found.append(nodes.reference("", words, refuri=address, internal=True))
    return found
