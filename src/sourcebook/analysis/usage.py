"""Which paragraphs of a seed evidence quotes, which are set aside and why, and which are open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sourcebook.data import contract
from sourcebook.data.handed import made_once
from sourcebook.data.numbered import paragraphs_named

if TYPE_CHECKING:
    from sourcebook.data.book import Book

USED, ASIDE, OPEN = "used", "aside", "open"
STATES = {USED: "used", ASIDE: "set aside", OPEN: "not used yet"}


@dataclass(frozen=True)
class ParagraphUse:
    """What became of one paragraph.

    ``state`` is one of ``STATES``; ``reason`` is the one for setting it aside, or empty;
    ``evidence`` lists the ids of the quotations that touch it, in the order of the text.
    """

    number: int
    locator: str
    state: str
    reason: str
    evidence: tuple[str, ...]


def usage(book: Book, source: str) -> tuple[ParagraphUse, ...]:
    """Return what became of every paragraph of a source, in order.

    A paragraph that is quoted is used, even where the table of those set aside names it too; its
    reason then stays, so that the contradiction can be found.
    """
    seed = book.seeds[source]
    quoted: dict[int, list[str]] = {}
    for one in book.quoted_from(source):
        for paragraph in seed.paragraphs_between(one.start, one.end):
            quoted.setdefault(paragraph.number, []).append(one.id)
    reasons = _set_aside(book).get(source, {})
    return tuple(
        ParagraphUse(
            paragraph.number,
            paragraph.locator,
            _state(paragraph.number in quoted, paragraph.number in reasons),
            reasons.get(paragraph.number, ""),
            tuple(quoted.get(paragraph.number, ())),
        )
        for paragraph in seed.paragraphs
    )


@made_once
def _set_aside(book: Book) -> dict[str, dict[int, str]]:
    """Return the reasons for setting paragraphs aside, by their source and number."""
    found: dict[str, dict[int, str]] = {}
    for row in book.rows_of(contract.ASIDE).values():
        if seed := book.seeds.get(row.text("source")):
            numbers = paragraphs_named(row.text("paragraph"), len(seed.paragraphs))
            found.setdefault(seed.source, {}).update(dict.fromkeys(numbers, row.text("reason")))
    return found


def _state(quoted: bool, reasoned: bool) -> str:
    return USED if quoted else ASIDE if reasoned else OPEN
