"""Warnings: every subtype that this extension gives, what it means, and the one way to give it."""

from __future__ import annotations

from sphinx.util import logging

SUBTYPES = {
    "book": "something is wrong with the seeds, the evidence or the tables",
    "evidence": "a marker, quotation or notebook output names evidence that does not exist",
    "source": "a page names a source that does not exist",
    "object": "a page names an object, or a kind of object, that does not exist",
    "value": "a page names a table, row or column that does not exist",
    "twice": "a source or another object is shown on two pages, so that links have two places",
    "nowhere": "a page cites or names what no page shows, so that its link leads nowhere",
    "prose": "a number, date, designation or quotation that the evidence cited does not carry",
    "tone": "a word of certainty beside a source that hedges, or confidence with a likelihood",
    "name": "a name in prose that no seed, table, bibliography or glossary knows",
    "count": "something is to be counted that the tables do not hold",
    "figure": "a figure of a notebook lacks its caption, name, alternative text or data",
    "context": "a marker of the second tier that names nothing, or stands on a page of the first",
    "link": "an address that no page may link to",
    "file": "a page takes in something that is no file of the book",
    "nesting": "parts of a page, or of a notebook's output, stand too deep within one another",
    "overtaken": "a file changed while the book was being built from it",
    "output": "a folder of output holds what no build put there",
    "reference": "there is no such part of the reference, or what it lists does not say what it is",
    "notebook": "a notebook fails, never ends, or cannot be read",
}

LOGGER = logging.getLogger(__name__)


def warn(subtype: str, message: str, location: str | tuple[str, int | None] | None) -> None:
    """Give a warning of type ``sourcebook``; raises ``KeyError`` for a subtype that is not listed.

    ``location`` is ``file:line``, or the name of a page with a line.
    """
    SUBTYPES[subtype]
    LOGGER.warning(message, type="sourcebook", subtype=subtype, location=location)
