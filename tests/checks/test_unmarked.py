"""Designations without a marker: those of the page's evidence or subject pass, others do not."""

from __future__ import annotations

import pytest

from sourcebook.checks.unmarked import designated, subjects, unmarked
from sourcebook.data.tables import Row
from sourcebook.pages.blocks import blocks

REGISTERED = ("XQ-7", "AB-12C")
TUG = Row("data/tugs.csv", 2, {"id": "tug", "name": "AB-12C"})


def told(text: str) -> list[str]:
    page = blocks(text)
    named = designated(["The XQ 7 was sold."], [TUG] if "tug" in subjects(page) else [])
    return [one.words for _, one in unmarked(page, named, REGISTERED)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# The XQ-7\n\nIt was sold {ev}`one`.", []),
        ("# The AB-12C\n\nIt was sold {ev}`one`.", ["AB-12C"]),
        ("# Sold\n\nIt was sold {ev}`one`.\n\nMore on the AB-12C.", ["AB-12C"]),
        ("# The AB-12C\n\n```{about} tug tug\n```\n\nIt was sold {ev}`one`.", []),
        ("# The AB-12C\n\nNothing is cited.", []),
        ("The AB-12C beside a marker is held there {ev}`one`.", []),
    ],
)
def test_a_designation_is_one_of_the_evidence_or_of_the_subject(
    text: str, words: list[str]
) -> None:
    assert told(text) == words


def test_a_finding_has_its_line() -> None:
    page = blocks("# The AB-12C\n\nIt was sold {ev}`one`.")
    ((line, finding),) = unmarked(page, frozenset(), REGISTERED)
    assert line == 1
    assert "cite evidence that names it" in finding.do
