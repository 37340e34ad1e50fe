"""Names for programs that hold wherever the book is published: of quotations and of seeds."""

from __future__ import annotations

import base64
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sourcebook.data.book import Book


def evidence_uri(book: Book, key: str) -> str:
    """Return the URN of a piece of evidence, made from the package's name and its own id."""
    named = f"urn:sourcebook:{book.package.get('name', 'book')}:evidence:{key}"
    return uuid.uuid5(uuid.NAMESPACE_URL, named).urn


def seed_uri(sha256: str) -> str:
    """Return the name of a file by its SHA-256 (RFC 6920), which no other file has."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"
