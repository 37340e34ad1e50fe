"""What became of each paragraph of a seed: used, set aside with a reason, or not used yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.analysis.usage import ASIDE, OPEN, USED, usage
from sourcebook.checks.opening import read_book

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


def states(root: Path, source: str) -> list[str]:
    return [one.state for one in usage(read_book(root), source)]


def test_every_paragraph_has_a_state_and_its_evidence(book: Path) -> None:
    found = usage(read_book(book), "harbour-times")
    assert [one.number for one in found] == [1, 2, 3, 4, 5, 6]
    assert {one.state for one in found} == {USED}
    assert found[4].locator == "¶5"
    assert found[4].evidence == ("times-arrival", "times-tower")


def test_a_paragraph_is_open_until_it_is_set_aside_with_a_reason(tiny: TinyBook) -> None:
    tiny.rewrite_seed("seeds/pilots_gazette.txt", seed_with(tiny, "Subscribe now.\n"))
    assert states(tiny.root, "pilots-gazette")[-1] == OPEN
    tiny.set_aside(("pilots-gazette", 5, "Subscribe", "boilerplate"))
    last = usage(read_book(tiny.root), "pilots-gazette")[-1]
    assert (last.state, last.reason, last.evidence) == (ASIDE, "boilerplate", ())
    assert states(tiny.root, "harbour-times") == [USED] * 6


def test_a_quoted_paragraph_is_used_and_keeps_a_reason_that_contradicts_it(
    tiny: TinyBook,
) -> None:
    tiny.set_aside(("harbour-times", 1, "New lamps", "duplicate"))
    first = usage(read_book(tiny.root), "harbour-times")[0]
    assert (first.state, first.reason) == (USED, "duplicate")


def test_a_quotation_across_paragraphs_uses_each(tiny: TinyBook) -> None:
    quoted = "New lamps for the Skerry light\nBy Ada Thorne, 4 May 2021"
    tiny.add_row(
        "data/evidence.csv", id="across", source="harbour-times", quotation=quoted, mode="apparatus"
    )
    found = usage(read_book(tiny.root), "harbour-times")
    assert ["across" in one.evidence for one in found[:3]] == [True, True, False]


def seed_with(tiny: TinyBook, text: str) -> str:
    return (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8") + f"\n{text}"
