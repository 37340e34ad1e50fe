"""Findings: what is wrong in a block of prose, or in what a page declares of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sourcebook.data.context import TIER
from sourcebook.pages.block import SECOND, Block
from sourcebook.pages.front_matter import EXEMPT, TIER_KEY, Page
from sourcebook.problems import Problem, Subtype


@dataclass(frozen=True)
class Finding:
    """What is wrong in a block: the words, where they stand in its text, and what to do.

    ``kind`` is ``prose`` for what is not carried, ``tone``, ``name``, ``count``, ``context``,
    ``named``, ``speaker``, ``negation``, ``strength`` or ``answer``. ``note`` tells that the rule
    cannot be sure, so that the writer has to say; ``slip`` that the words are wrong whatever is
    cited.
    """

    kind: Subtype
    words: str
    at: int
    what: str
    found: str
    expected: str
    do: str
    note: bool = False
    slip: bool = False

    def problem(self, file: str, line: int | None) -> Problem:
        """Return the finding as a problem of a file."""
        told = (self.what, self.found, self.expected, self.do)
        return Problem(file, line, *told, note=self.note, slip=self.slip)


def moved(found: Iterable[Finding], by: int) -> Iterator[Finding]:
    """Return findings in a part of a text by their places in the whole."""
    return (replace(one, at=one.at + by) for one in found)


def misplaced(block: Block) -> Iterator[Finding]:
    """Yield each marker of the second tier in a block of a page of the first."""
    for mark in block.marks:
        if mark.role == SECOND:
            yield Finding(
                "context",
                mark.content,
                mark.at,
                "a marker of the second tier stands on a page of the first",
                f"{{{SECOND}}}`{mark.content}`",
                f"only evidence, or “{TIER_KEY}: {TIER}” in the page's front matter",
                "move it to a page of the second tier, or cite evidence",
            )


def declared(page: Page) -> Iterator[Finding]:
    """Yield what is wrong in what a page declares of itself."""
    if page.exempt == "":
        yield Finding(
            "prose",
            EXEMPT,
            0,
            "the page is exempt from the prose gate without a reason",
            f"“{EXEMPT}:” and nothing after it",
            f"“{EXEMPT}: it describes the method” or another reason, which the page will show",
            "give the reason, or take the line out",
        )
    if page.tier not in ("", TIER):
        yield Finding(
            "context",
            page.tier,
            0,
            "the page names a tier that there is not",
            f"“{TIER_KEY}: {page.tier}”",
            f"“{TIER_KEY}: {TIER}”, or no such line for a page of the first tier",
            "correct the front matter",
        )
