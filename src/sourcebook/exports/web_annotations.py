"""Evidence as W3C Web Annotations: each quotation by its words and by its place in its seed."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sourcebook.analysis.grades import Grade, credibilities
from sourcebook.text.in_words import MODES

if TYPE_CHECKING:
    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32


def serialise(book: Book, links: Mapping[str, str]) -> bytes:
    """Return the collection as the bytes of a JSON-LD file."""
    return (json.dumps(collection(book, links), ensure_ascii=False, indent=1) + "\n").encode()


def collection(book: Book, links: Mapping[str, str]) -> dict[str, Any]:
    """Return all evidence, in reading order, as an annotation collection of one page.

    ``links`` leads from the id of a piece of evidence to its place on a page of the book.
    """
    grades = credibilities(book)
    items = [
        annotation(book, one, grades[one.id], links.get(one.id, ""))
        for one in book.evidence.values()
    ]
    name = evidence_uri(book, "")
    page = {"id": f"{name}#page", "type": "AnnotationPage", "partOf": name, "startIndex": 0}
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": book.package.get("title", "Evidence"),
        "total": len(items),
        "first": {**page, "items": items},
        "last": page["id"],
    }


def annotation(book: Book, evidence: Evidence, grade: Grade, link: str) -> dict[str, Any]:
    """Return one piece of evidence as an annotation of its seed."""
    return {
        "id": evidence_uri(book, evidence.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": _bodies(book, evidence, grade, link),
        "target": {
            "type": "SpecificResource",
            "source": seed_uri(book.sources[evidence.source].text("sha256")),
            "selector": selectors(book, evidence),
        },
    }


def selectors(book: Book, evidence: Evidence) -> list[dict[str, Any]]:
    """Return the quotation by its words, with those around them, and by its code points."""
    text, start, end = book.seeds[evidence.source].text, evidence.start, evidence.end
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def _bodies(book: Book, evidence: Evidence, grade: Grade, link: str) -> list[dict[str, str]]:
    said = [("identifying", evidence.id), ("identifying", book.label(evidence))]
    said += [("classifying", evidence.mode), ("describing", MODES.get(evidence.mode, ""))]
    said += [("tagging", f"speaker: {evidence.speaker}")] if evidence.speaker else []
    said += [("commenting", evidence.note)] if evidence.note else []
    reliability = book.sources[evidence.source].text("reliability")
    said += [("assessing", f"reliability of the source: {reliability}")] if reliability else []
    graded = [f"{grade.number}, {grade.words}", *(part.words for part in grade.confirmed)]
    said += [("assessing", f"credibility: {one}") for one in graded]
    bodies = [_text(purpose, words) for purpose, words in said if words]
    if link:
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": link})
    return bodies


def _text(purpose: str, words: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain"}


def evidence_uri(book: Book, key: str) -> str:
    """Return the URN of a piece of evidence, made from the package's name and its own id."""
    named = f"urn:sourcebook:{book.package.get('name', 'book')}:evidence:{key}"
    return uuid.uuid5(uuid.NAMESPACE_URL, named).urn


def seed_uri(sha256: str) -> str:
    """Return the name of a file by its SHA-256 (RFC 6920), which no other file has."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
