"""The annex of evidence: every quotation once, by number, with the printed pages that cite it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sourcebook.sphinx.anchors import ANNEX
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import beyond_report, credibility, source_date
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

TITLE = "The evidence"
SAID = (
    "Every quotation of this book, once, in the order of its source: number, place, who speaks if "
    "not the source itself, grade, words, and after an arrow the pages that cite it. One without "
    "pages is cited nowhere in print."
)
SHOWN = ("source", "evidence")


def numbers(book: Book) -> dict[str, str]:
    """Return the number of every quotation, in the order of the sources and of their texts."""
    return {key: f"E{at}" for at, key in enumerate(book.evidence, start=1)}


def stand_for_pages(domain: BookDomain, places: Places) -> None:
    """Have links to sources and quotations whose pages are not printed lead to the annex."""
    sources = {one.source: f"{ANNEX}{one.source}" for one in domain.book.evidence.values()}
    quoted = {key: f"{ANNEX}{number}" for key, number in numbers(domain.book).items()}
    entries = dict(zip(SHOWN, (sources, quoted), strict=True))
    for one in domain.targets():
        entry = entries.get(one.kind, {}).get(one.id)
        if entry and one.docname in places.left_out:
            places.names[f"{one.docname}#{one.anchor}"] = entry
            if one.kind == "source":
                places.names.setdefault(one.docname, entry)


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
    row = book.sources[source]
    first = next(one for one in book.evidence.values() if one.source == source)
    graded = plain(row.text("reliability"))
    said = [source_date(book, first), f"reliability {graded}" if graded else ""]
    name = plain(row.text("short"))
    head = call("section", name, name, f"{ANNEX}{source}", level)
    return Code(f"{head.text}; {call('styled', 'note', '; '.join(filter(None, said))).text}")


def piece(
    env: BuildEnvironment, places: Places, one: Evidence, numbered: Mapping[str, str]
) -> Code:
    """Return one quotation: its number, its place, what is told of it, its words, and its pages."""
    domain = book_domain(env)
    told = [
        plain(domain.book.label(one)),
        beyond_report(domain.book, one),
        credibility(domain.book, one),
    ]
    words = Inline(Page("", 0, places)).words(in_quotation_marks(one.quotation))
    cited = (f"{each.docname}#{each.anchor}" for each in domain.citations(one.id))
    return call(
        "piece",
        numbered[one.id],
        "; ".join(filter(None, told)),
        words,
        plain(one.note),
        [places.names[each] for each in cited if each in places.names],
    )
