"""The second tier on the tiny book: read with its faults told, kept apart, and held as strictly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sourcebook.analysis.counts import count
from sourcebook.checks.opening import open_book, read_book
from sourcebook.checks.prose import Gate, page_findings
from sourcebook.cli import main
from sourcebook.data.context import Context
from sourcebook.problems import BookError

if TYPE_CHECKING:
    from conftest import TinyBook


BOOK = Path(__file__).parents[1] / "book"


HEAD = "---\ntier: context\n---\n\n"


DATA = "data/context"


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(open_book(BOOK))


def told(gate: Gate, text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for _, one in page_findings(gate, text)]


def test_entries_state_their_cells_and_name_publisher_date_and_grade(gate: Gate) -> None:
    entry = gate.book.context.cite("almanac-range")
    assert entry.quotation == "Skerry light; range of the lamp; 2018; 18 to 22 km"
    assert entry.label == "Coast Almanac, May 2019, A"
    assert gate.book.context.cite("leaflet-lamps").label == "Harbour leaflet, date not recorded, C"
    with pytest.raises(BookError, match="did you mean “almanac-range”"):
        gate.book.context.cite("almanac-rang")


def test_a_book_without_a_second_tier_has_an_empty_one(tiny: TinyBook) -> None:
    (tiny.root / DATA / "datapackage.json").unlink()
    (tiny.root / "docs/second.md").unlink()
    assert open_book(tiny.root).context == Context()


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message"),
    [
        ("publications", "https://almanac.example/skerry", "", "publications.csv:2", "no address"),
        ("publications", "2019-05", "", "publications.csv:2", "has no date"),
        ("publications", "2019-05", "May 2019", "publications.csv:2", "has no date"),
        ("publications", "2019-05,A", "2019-05,", "publications.csv:2", "has no grade"),
        ("publications", "Coast Almanac", "", "publications.csv:2", "has no outlet"),
        ("reports", "almanac,A", "almanack,A", "reports.csv:2", "did you mean “almanac”"),
        ("reports", "almanac,A", "almanac,", "reports.csv:2", "the row has no grade"),
        ("reports", "18 to 22,km,18,22", ",km,,", "reports.csv:2", "the row has no value"),
        ("reports", "18 to 22,km,18,22", "18 to 22,km,18,23", "reports.csv:2", "“high” holds"),
        ("reports", "range,skerry,Skerry light,range of the lamp,2018", "range,skerri,x,x,2018",
         "reports.csv:2", "did you mean “skerry”"),
        ("reports", "lamp,2018", "lamp,last year", "reports.csv:2", "“period” holds no date"),
        ("reports", "leaflet-lamps", "times-order", "reports.csv:4", "one of the first tier's"),
        ("comparisons", ",skerry-lamps-times", ",skerry-lamp", "comparisons.csv:2", "no such row"),
        ("comparisons", "more-lamps,orders", "more-lamps,order", "comparisons.csv:2", "such table"),
        ("comparisons", "times-order,", "times-orders,", "comparisons.csv:2", "evidence that"),
        ("comparisons", ",leaflet-lamps", ",leaflet-lamp", "comparisons.csv:2", "names nothing"),
        ("comparisons", "counts 5", "counts 6", "comparisons.csv:2", "neither tier's rows"),
        ("datapackage", '"name": "grade", "type": "string", "holds"', '"name": "g", "holds"',
         "reports.csv:1", "the columns are not those"),
        ("datapackage", '{"role": "references"}', '{"role": ""}', "datapackage.json",
         "no readable table “references”"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(
    tiny: TinyBook, file: str, old: str, new: str, place: str, message: str
) -> None:
    name = f"{file}.json" if file == "datapackage" else f"{file}.csv"
    tiny.edit(f"{DATA}/{name}", old, new)
    problems = [str(one) for one in read_book(tiny.root).problems]
    assert any(one.startswith(f"{DATA}/{place}") and message in one for one in problems), problems


@pytest.mark.parametrize(
    "text",
    [
        "It reaches 18 to 22 km {context}`almanac-range`.",
        "It reached that in 2018 {context}`almanac-range`; 5 came {context}`leaflet-lamps`.",
        "Two were ordered {ev}`times-order`, and 5 came {context}`leaflet-lamps`.",
        "The Zephyr is in no seed {context}`leaflet-range`.",
        "More than 25 km {context}`leaflet-range`",
    ],
)
def test_on_its_own_pages_the_second_tier_carries_what_it_states(gate: Gate, text: str) -> None:
    assert told(gate, HEAD + text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It reaches 19 km {context}`almanac-range`.", "19 km"),
        ("It reaches 25 km {context}`leaflet-range`.", "25 km"),
        ("In 2019 {context}`almanac-range`.", "2019"),
        ("Five came {ev}`times-order`.", "Five"),
        ("Two came {context}`leaflet-lamps`.", "Two"),
        ("“Range of a lamp” {context}`almanac-range`.", "“Range of a lamp”"),
        ("Nobody said 5.", "5"),
    ],
)
def test_it_carries_nothing_else(gate: Gate, text: str, words: str) -> None:
    assert told(gate, HEAD + text) == [("prose", words)]


def test_a_fault_names_the_entry_that_would_carry_it(gate: Gate) -> None:
    ((_, one),) = page_findings(gate, HEAD + "It reaches more than 25 km {context}`almanac-range`.")
    assert "{context}`leaflet-range` (Harbour leaflet, date not recorded, C)" in one.do


def test_on_any_other_page_its_markers_are_refused_and_carry_nothing(gate: Gate) -> None:
    text = "Five came {context}`leaflet-lamps`."
    assert told(gate, text) == [("context", "leaflet-lamps"), ("prose", "Five")]
    exempt = "---\nprose-exempt: it shows examples\n---\n\n"
    assert told(gate, exempt + text) == [("context", "leaflet-lamps")]
    mixed = "More than 25 km {context}`leaflet-range` {ev}`times-order`."
    assert ("prose", "25 km") in told(gate, mixed)
    assert told(gate, "The lights of Zephyr.") == [("name", "Zephyr")]
    ((_, one), _) = page_findings(gate, text)
    assert one.what == "a marker of the second tier stands on a page of the first"
    assert "tier: context" in one.expected


def test_a_tier_that_there_is_not_is_refused(gate: Gate) -> None:
    assert told(gate, "---\ntier: contxt\n---\n\nNothing.") == [("context", "contxt")]


def test_the_check_tells_of_markers_to_nothing_and_of_markers_out_of_place(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.append("docs/second.md", "\nSee {context}`almanac-rage`.\n")
    tiny.append("docs/sources.md", "\nSee {context}`almanac-range`.\n")
    assert main(["--book", str(tiny.root), "check"]) == 1
    said = capsys.readouterr().err
    lost = tiny.line("docs/second.md", "almanac-rage")
    strayed = tiny.line("docs/sources.md", "almanac-range")
    assert f"docs/second.md:{lost}: a marker names context that does not exist" in said
    assert (
        f"docs/sources.md:{strayed}: a marker of the second tier stands on a page of the first"
        in said
    )


def test_nothing_of_it_is_counted_or_among_the_books_tables(gate: Gate) -> None:
    assert not set(gate.book.context.tables) & set(gate.book.tables)
    assert not set(gate.book.context.entries) & set(gate.book.evidence)
    for asked in ("reports", "publications", "sources of almanac-range"):
        with pytest.raises(BookError):
            count(gate.book, asked)
