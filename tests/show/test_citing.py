"""How to cite: everything from CITATION.cff and the tables, and clear words where it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from support.citation import CFF, WHOLE

from sourcebook.checks.opening import read_book
from sourcebook.problems import BookError
from sourcebook.show.citing import cite, forms, read_citation

SCHEMAS = Path(__file__).parents[1] / "schemas"


@pytest.fixture
def citable(book: Path) -> Path:
    (book / "CITATION.cff").write_text(CFF, "utf-8")
    return book


def test_the_book_is_cited_by_its_authors_title_and_version(citable: Path) -> None:
    assert cite(read_book(citable), "book") == WHOLE
    (citable / "CITATION.cff").write_text(f"{CFF}date-released: 2026-01-02\nurl: https://x.org\n")
    book = read_book(citable)
    assert cite(book, "book") == f"{WHOLE} 2026-01-02. https://x.org."
    entry = cite(book, "bibtex")
    assert "author  = {{The sourcebook authors} and {Ada Thorne}}," in entry
    assert "title   = {{The Skerry light: a sourced book}}," in entry
    assert "date    = {2026-01-02}," in entry


def test_the_changelog_may_say_when_a_version_was_released(citable: Path) -> None:
    (citable / "CHANGELOG.md").write_text("# Changes\n\n## [1.2.0] - 2026-03-04\n", "utf-8")
    assert cite(read_book(citable), "book") == f"{WHOLE} 2026-03-04."


def test_a_place_is_cited_in_words_and_for_programs(citable: Path) -> None:
    (citable / "CITATION.cff").write_text(f"{CFF}date-released: 2026-01-02\n")
    found = forms(read_citation(read_book(citable)))
    assert found["plain"].startswith(
        "The sourcebook authors, Ada Thorne (2026). “«title»”, «place». In: "
    )
    assert "Version 1.2.0, 2026-01-02. «address» (accessed «day»)." in found["plain"]
    assert "  year    = {2026}," in found["bibtex"]
    assert found["bibtex"].startswith("@misc{handbook-«key»,")
    assert json.loads(found["csl"])[0]["section"] == "«place»"
    schema = json.loads((SCHEMAS / "csl-data.json").read_text("utf-8"))
    jsonschema.validate(json.loads(found["csl"]), schema)


def test_a_statement_is_cited_by_its_source_and_paragraph(citable: Path) -> None:
    found = cite(read_book(citable), "statement", "times-order")
    assert found.startswith("Ada Thorne, “New lamps for the Skerry light”, ")
    assert found.endswith(f"4 May 2021, ¶3. Quoted as times-order in: {WHOLE}")


def test_what_is_inferred_of_a_source_is_cited_as_inferred(citable: Path) -> None:
    book = read_book(citable)
    why = "inferred: the price is spoken of as new"
    book.sources["pilots-gazette"].cells.update(date="2021", date_basis=why)
    found = cite(book, "statement", "gazette-price")
    outlet = "Pilots' Gazette (inferred: named by the reader who sent the file)"
    assert f"too late”, {outlet}, 2021 ({why}), ¶3. Quoted as" in found


def test_a_page_is_cited_by_its_title_and_address(citable: Path) -> None:
    book = read_book(citable)
    assert cite(book, "page", "notebooks/orders") == f"“Orders”, notebooks/orders.html. In: {WHOLE}"


@pytest.mark.parametrize(
    "asked",
    [
        ("poem",),
        ("page", "notebooks/nothing"),
        ("statement", "times-ordr"),
    ],
)
def test_what_is_not_in_the_book_cannot_be_cited(citable: Path, asked: tuple[str, ...]) -> None:
    with pytest.raises(BookError):
        cite(read_book(citable), *asked)


def test_a_citation_file_that_does_not_serve_is_told(citable: Path) -> None:
    for text in ("title: x\n", "- a\n", "a: [\n"):
        (citable / "CITATION.cff").write_text(text, "utf-8")
        with pytest.raises(BookError, match=r"CITATION\.cff"):
            cite(read_book(citable), "book")
