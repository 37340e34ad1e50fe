"""Sources that go back to one count once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.origins import rest_on, without_questions

from sourcebook.analysis.independence import corroboration, independent, origin
from sourcebook.checks.opening import open_book, read_book
from sourcebook.data.book import Book
from sourcebook.data.tables import Row

if TYPE_CHECKING:
    from conftest import TinyBook


BOTH = ("times-order", "gazette-three-lamps", "times-tower")


def with_origins(book: Book, **origins: str) -> Book:
    """Return the book with a column ``origin`` in its register of sources."""
    table = book.tables["sources"]
    rows = tuple(
        replace(row, cells={**row.cells, "origin": origins.get(row.text("id").split("-")[0], "")})
        for row in table.rows
    )
    return replace(book, tables={**book.tables, "sources": replace(table, rows=rows)})


def test_sources_with_origins_of_their_own_count_apart(book: Path) -> None:
    found = corroboration(open_book(book), BOTH)
    assert found.sources == ("harbour-times", "pilots-gazette")
    assert found.independent == 2


@pytest.mark.parametrize(
    "origins",
    [
        {"pilots": "harbour-times"},
        {"pilots": "a wire report", "harbour": "a wire report"},
        {"pilots": "harbour-times", "harbour": "pilots-gazette"},
        {"pilots": "harbour-times", "harbour": "a wire report"},
    ],
)
def test_sources_that_go_back_to_one_count_once(book: Path, origins: dict[str, str]) -> None:
    found = corroboration(with_origins(open_book(book), **origins), BOTH)
    assert len(found.sources) == 2
    assert found.independent == 1


def test_evidence_that_is_not_known_corroborates_nothing(book: Path) -> None:
    assert corroboration(open_book(book), ["no-such"]).independent == 0


@pytest.fixture
def tiny(tiny: TinyBook) -> TinyBook:
    """Return the tiny book without its questions."""
    return without_questions(tiny)


def test_an_origin_is_followed_from_source_to_source() -> None:
    sources = {key: source(key, before) for key, before in (("a", ""), ("b", "a"), ("c", "b"))}
    sources["d"] = source("d", "A paper")
    assert [origin(sources, key) for key in sources] == ["a", "a", "a", "A paper"]
    assert not independent(sources, "a", "c")
    assert independent(sources, "a", "d")


def test_origins_that_lead_in_a_circle_end_and_count_once() -> None:
    sources = {"a": source("a", "b"), "b": source("b", "a"), "c": source("c", "c")}
    assert origin(sources, "a") == origin(sources, "b")
    assert origin(sources, "c") == "c"


def test_a_source_that_is_its_own_origin_is_found(tiny: TinyBook) -> None:
    rest_on(tiny, "pilots-gazette")
    (problem,) = read_book(tiny.root).problems
    assert "is its own origin" in problem.what
    assert problem.place == "data/sources.csv:3"


def source(key: str, before: str) -> Row:
    return Row("data/sources.csv", 1, {"id": key, "origin": before})
