"""A book as it is read: what could be read stands apart from why the rest could not."""

from __future__ import annotations

import csv
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.data.unchecked import read_unchecked
from sourcebook.problems import BookError
from sourcebook.project.new import new

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


def test_a_sound_book_is_read_whole(book: Path) -> None:
    read = read_unchecked(book)
    assert read.seeds.keys() == read.tables["sources"].by_key.keys()
    assert read.evidence.keys() == read.tables["evidence"].by_key.keys()
    assert not read.unlocated
    assert not [*read.in_tables, *read.in_seeds, *read.in_quotations, *read.in_context]


def test_a_quotation_that_stands_nowhere_leaves_the_others(tiny: TinyBook) -> None:
    found = next(iter(read_unchecked(tiny.root).evidence))
    cited = {"source": "pilots-gazette", "quotation": "no such words"}
    tiny.add_row("data/evidence.csv", id="nowhere", **cited)
    read = read_unchecked(tiny.root)
    assert read.unlocated == {"nowhere"}
    assert found in read.evidence
    assert [one.line for one in read.in_quotations] == [tiny.line("data/evidence.csv", "nowhere")]


def test_an_altered_seed_is_left_out_and_the_others_are_read(tiny: TinyBook) -> None:
    file = tiny.root / read_unchecked(tiny.root).tables["sources"].by_key["pilots-gazette"].text(
        "file"
    )
    file.write_bytes(file.read_bytes() + b"!")
    read = read_unchecked(tiny.root)
    assert read.tables["sources"].by_key.keys() - read.seeds.keys() == {"pilots-gazette"}
    assert len(read.in_seeds) == 1


def test_where_there_is_no_book_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="book"):
        read_unchecked(tmp_path)


@pytest.mark.parametrize(("column", "cell"), [("paragraphs", "wrapped"), ("first_page", "iv")])
def test_a_form_of_text_that_there_is_not_is_told(tiny: TinyBook, column: str, cell: str) -> None:
    tiny.add_column("sources", column, cell)
    read = read_unchecked(tiny.root)
    (problem,) = read.in_seeds
    assert cell in problem.found
    assert "lines or blank" in problem.expected
    assert problem.line == 2


def test_a_text_is_read_in_the_form_that_the_register_names(tiny: TinyBook) -> None:
    tiny.add_column("sources", "paragraphs", "blank")
    source, seed = next(iter(read_unchecked(tiny.root).seeds.items()))
    tiny.rewrite_seed(seed.file, seed.written.replace(" lamps", "\nlamps"))
    again = read_unchecked(tiny.root).seeds[source]
    assert len(again.written.splitlines()) > len(seed.written.splitlines())
    assert len(again.paragraphs) == len(seed.paragraphs)


GERMAN = (
    "Die Fähre fährt wieder\n\nAm 4. Juni 2024 fuhr sie mit 1.250 Leuten und kam nicht zurück.\n"
)


@pytest.fixture
def abroad(tmp_path: Path) -> Path:
    """Return a new book with a source in German."""
    root = tmp_path / "book"
    new(root)
    (root / "seeds/bote.txt").write_text(GERMAN, "utf-8")
    for table, cells in (
        (
            "sources",
            {
                "id": "bote",
                "file": "seeds/bote.txt",
                "short": "Bote",
                "language": "de",
                "sha256": sha256(GERMAN.encode()).hexdigest(),
                "reliability": "B",
                "reliability_reason": "Dated.",
                "evidence": "bote-trip",
            },
        ),
        (
            "evidence",
            {"id": "bote-trip", "source": "bote", "quotation": GERMAN.splitlines()[2]}
            | {"mode": "report"},
        ),
    ):
        append(root / f"data/{table}.csv", cells)
    return root


def append(path: Path, cells: dict[str, str]) -> None:
    columns = path.read_text("utf-8").splitlines()[0].split(",")
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.DictWriter(file, columns, lineterminator="\n").writerow(cells)


def told(root: Path, sentence: str = "") -> list[str]:
    with (root / "docs/index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{sentence}\n")
    book = read_book(root)
    return [str(one) for one in (*book.problems, *check_pages(Pages(book)))]


def test_prose_is_held_against_a_quotation_in_the_language_of_its_source(abroad: Path) -> None:
    true = "The ferry ran on 4 June 2024 with 1,250 people {ev}`bote-trip`."
    assert told(abroad, true) == []
    (false,) = told(abroad, "The ferry ran with 1.25 people {ev}`bote-trip`.")
    assert "“1.25” is a number" in false


def test_a_table_is_held_against_it_too(abroad: Path) -> None:
    row = {"id": "trip", "source": "bote", "step": "reopening", "date_basis": "stated"}
    append(abroad / "data/events.csv", row | {"date": "2024-06-04", "evidence": "bote-trip"})
    assert told(abroad) == []
    append(
        abroad / "data/events.csv",
        row | {"id": "b", "date": "2024-04-06"} | {"evidence": "bote-trip"},
    )
    assert any("2024-04-06 is not stated" in one for one in told(abroad))


def test_what_a_language_writes_in_one_is_not_cut(abroad: Path) -> None:
    path = abroad / "data/evidence.csv"
    path.write_text(
        path.read_text("utf-8").replace("Am 4. Juni 2024 fuhr", "Juni 2024 fuhr"), "utf-8"
    )
    assert any("is cut inside “4. Juni 2024”" in one for one in told(abroad))


def test_a_language_without_a_table_carries_no_number(abroad: Path) -> None:
    path = abroad / "data/sources.csv"
    path.write_text(path.read_text("utf-8").replace(",de,", ",pl,"), "utf-8")
    (told_of,) = told(abroad, "It ran with 1,250 people {ev}`bote-trip`.")
    assert "the source is in “pl”, whose numbers and dates are not read" in told_of


def test_a_language_that_is_no_tag_is_told(abroad: Path) -> None:
    path = abroad / "data/sources.csv"
    path.write_text(path.read_text("utf-8").replace(",de,", ",German_1,"), "utf-8")
    assert any("not clear what language source “bote” is in" in one for one in told(abroad))


def test_a_source_without_a_language_has_the_one_of_the_book(abroad: Path) -> None:
    path = abroad / "data/sources.csv"
    path.write_text(path.read_text("utf-8").replace(",de,", ",,"), "utf-8")
    assert read_unchecked(abroad).seeds["bote"].language == "en"
    (abroad / "sourcebook.toml").write_text('language = "de"\n', "utf-8")
    assert read_unchecked(abroad).seeds["bote"].language == "de"
