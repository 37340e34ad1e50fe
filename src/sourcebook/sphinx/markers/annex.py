"""What print and the EPUB say of a quotation in the annex of evidence, and by which number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.sphinx.anchors import ANNEX
from sourcebook.sphinx.markers.marker import beyond_report, credibility, source_date
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from collections.abc import Set

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.sphinx.domain import BookDomain

TITLE = "The evidence"
PAGE = "evidence-annex"
SHOWN = ("source", "evidence")


def numbers(book: Book) -> dict[str, str]:
    """Return the number of every quotation, in the order of the sources and of their texts."""
    return {key: f"E{at}" for at, key in enumerate(book.evidence, start=1)}


def about_source(book: Book, source: str) -> tuple[str, str]:
    """Return the name of a source, and its date and its grade."""
    row = book.sources[source]
    first = book.quoted_from(source)[0]
    graded = plain(row.text("reliability"))
    said = [source_date(book, first), f"reliability {graded}" if graded else ""]
    return plain(row.text("short")), "; ".join(filter(None, said))


def about(book: Book, one: Evidence) -> str:
    """Return the place of a quotation, who speaks if not the source itself, and its grade."""
    told = [plain(book.label(one)), beyond_report(book, one), credibility(book, one)]
    return "; ".join(filter(None, told))


def in_place_of_pages(domain: BookDomain, left_out: Set[str]) -> dict[str, str]:
    """Return the entries of the annex by the places, on pages left out, that they stand for."""
    sources = {one.source: f"{ANNEX}{one.source}" for one in domain.book.evidence.values()}
    quoted = {key: f"{ANNEX}{number}" for key, number in numbers(domain.book).items()}
    entries = dict(zip(SHOWN, (sources, quoted), strict=True))
    found: dict[str, str] = {}
    for one in domain.targets():
        entry = entries.get(one.kind, {}).get(one.id)
        if entry and one.docname in left_out:
            found[f"{one.docname}#{one.anchor}"] = entry
            if one.kind == "source":
                found.setdefault(one.docname, entry)
    return found
