"""What became of each paragraph of a seed: used, set aside with a reason, or not used yet."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.book import read_book
from sourcebook.usage import ASIDE, OPEN, USED, usage

if TYPE_CHECKING:
    from conftest import TinyBook

COLUMNS = ("id", "source", "paragraph", "begins", "reason")


def add_aside(root: Path, *rows: tuple[str, int, str, str]) -> None:
    """Give a book a table of paragraphs set aside."""
    path = root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    types = {"paragraph": "integer"}
    fields = [{"name": name, "type": types.get(name, "string")} for name in COLUMNS]
    schema = {"fields": fields, "primaryKey": "id"}
    described = {"name": "aside", "type": "table", "path": "aside.csv", "schema": schema}
    kept = [one for one in package["resources"] if one["name"] != "aside"]
    path.write_text(json.dumps({**package, "resources": [*kept, described]}), "utf-8")
    with (root / "data/aside.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([COLUMNS, *((f"aside-{at}", *row) for at, row in enumerate(rows))])


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
    add_aside(tiny.root, ("pilots-gazette", 5, "Subscribe", "boilerplate"))
    last = usage(read_book(tiny.root), "pilots-gazette")[-1]
    assert (last.state, last.reason, last.evidence) == (ASIDE, "boilerplate", ())
    assert states(tiny.root, "harbour-times") == [USED] * 6


def test_a_quoted_paragraph_is_used_and_keeps_the_reason_that_contradicts_it(book: Path) -> None:
    add_aside(book, ("harbour-times", 1, "New lamps", "duplicate"))
    first = usage(read_book(book), "harbour-times")[0]
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
