"""Statements and the quotations they rest on as schema.org JSON-LD, in a file beside a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sourcebook.data.basis import STATED, read_basis
from sourcebook.data.cells import name
from sourcebook.data.contract import PERSON, SPEAKERS
from sourcebook.exports.web_annotations import evidence_uri, seed_uri

if TYPE_CHECKING:
    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.data.tables import Row

CONTEXT = "https://schema.org"
DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def claim(address: str, words: str, book: Book, cited: Iterable[str]) -> dict[str, Any]:
    """Return a statement at an address as a claim that cites its quotations."""
    citations = [{"@type": "Quotation", "@id": evidence_uri(book, one)} for one in cited]
    return {"@type": "Claim", "@id": address, "text": words, "citation": citations}


def quotation(
    book: Book, evidence: Evidence, address: str, claims: Iterable[str] = ()
) -> dict[str, Any]:
    """Return a quotation with its speaker, source and place, and the addresses of its claims."""
    said = {
        "@type": "Quotation",
        "@id": evidence_uri(book, evidence.id),
        "identifier": evidence.id,
        "text": evidence.quotation,
        "isPartOf": article(book.sources[evidence.source]),
    }
    speaker = _speaker(book, evidence)
    about = [{"@type": "Claim", "@id": one} for one in claims]
    more = {"url": address, "spokenByCharacter": speaker, "subjectOf": about}
    return said | {name: value for name, value in more.items() if value}


def article(row: Row) -> dict[str, Any]:
    """Return a source: the file by its checksum, and what the file itself states of its origin."""
    known = {
        "identifier": seed_uri(row.text("sha256")),
        "name": row.text("short"),
        "headline": _stated(row, "title"),
        "datePublished": _stated(row, "date"),
    }
    if not DATE.fullmatch(known["datePublished"]):
        known["datePublished"] = ""
    named = {"author": ("Person", "author"), "publisher": ("Organization", "outlet")}
    agents = {
        name: {"@type": kind, "name": _stated(row, column)}
        for name, (kind, column) in named.items()
        if _stated(row, column)
    }
    return {"@type": "Article", **{key: value for key, value in known.items() if value}, **agents}


def serialise(graph: Iterable[dict[str, Any]], page: str) -> bytes:
    """Return nodes as the bytes of a file whose addresses count from a page beside it."""
    context = [CONTEXT, {"@base": page}]
    found = {"@context": context, "@graph": list(graph)}
    return (json.dumps(found, ensure_ascii=False) + "\n").encode()


def _speaker(book: Book, evidence: Evidence) -> dict[str, str]:
    row = book.rows_of(SPEAKERS).get(evidence.speaker)
    if row is None:
        return {}
    kind = "Person" if row.text("kind") == PERSON else "Organization"
    return {"@type": kind, "name": name(book.roles[SPEAKERS.name], row)}


def _stated(row: Row, column: str) -> str:
    """Return a cell only where the file itself states it: nothing inferred leaves the book."""
    return row.text(column) if read_basis(row.text(f"{column}_basis")).kind == STATED else ""
