"""The annex of evidence: every quotation once, by number, with the printed pages that cite it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sourcebook.sphinx.anchors import ANNEX
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.annex import (
    TITLE,
    about,
    about_source,
    in_place_of_pages,
    numbers,
)
from sourcebook.sphinx.pdf.inline import Inline, Page
from sourcebook.sphinx.pdf.typst import Code, block, call
from sourcebook.sphinx.words import in_quotation_marks, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.environment import BuildEnvironment

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.sphinx.anchors import Places
    from sourcebook.sphinx.domain import BookDomain

SAID = (
    "Every quotation of this book, once, in the order of its source: number, place, who speaks if "
    "not the source itself, grade, words, and after an arrow the pages that cite it. One without "
    "pages is cited nowhere in print."
)


def stand_for_pages(domain: BookDomain, places: Places) -> None:
    """Have links to sources and quotations whose pages are not printed lead to the annex."""
    for place, entry in in_place_of_pages(domain, places.left_out).items():
        places.names.setdefault(place, entry)


def evidence(env: BuildEnvironment, places: Places, level: int) -> list[Code]:
    """Return the annex, its chapter at a level of headings."""
    book = book_domain(env).book
    numbered = numbers(book)
    pieces = [
        part
        for source, group in groupby(book.evidence.values(), key=lambda one: one.source)
        for part in (
            heading(book, source, level + 1),
            *(piece(env, places, one, numbered) for one in group),
        )
    ]
    head = call("chapter", TITLE, TITLE, "evidence", level)
    return [head, call("par", SAID), call("side-by-side-columns", block(pieces, between="\n"))]


def heading(book: Book, source: str, level: int) -> Code:
    """Return the name of a source as a heading, with its date and its grade below."""
    name, said = about_source(book, source)
    head = call("section", name, name, f"{ANNEX}{source}", level)
    return Code(f"{head.text}; {call('styled', 'note', said).text}")


def piece(
    env: BuildEnvironment, places: Places, one: Evidence, numbered: Mapping[str, str]
) -> Code:
    """Return one quotation: its number, its place, what is told of it, its words, and its pages."""
    domain = book_domain(env)
    words = Inline(Page("", 0, places)).words(in_quotation_marks(one.quotation))
    cited = (f"{each.docname}#{each.anchor}" for each in domain.citations(one.id))
    return call(
        "piece",
        numbered[one.id],
        about(domain.book, one),
        words,
        plain(one.note),
        [places.names[each] for each in cited if each in places.names],
    )
