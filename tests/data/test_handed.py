"""What a book tells of when a part of it is taken, however it is taken."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from sourcebook import BookError, open_book
from sourcebook.data import handed
from sourcebook.data.state import state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import TinyBook

    from sourcebook.data.book import Book

DESCRIBED = {"data/datapackage.json", "data/context/datapackage.json"}
SETTINGS = {"sourcebook.toml", "pyproject.toml"}
QUOTED = {"data/evidence.csv", "data/sources.csv"}
SEEDS = {"seeds/harbour_times.txt", "seeds/pilots_gazette.txt"}
FIGURES = {f"data/context/{name}.csv" for name in ("comparisons", "publications", "reports")}
TAKEN: dict[str, tuple[Callable[[Any], object], set[str]]] = {
    "nothing": (lambda book: book.root, set()),
    "what a table is": (lambda book: [one.title for one in book.tables.values()], set()),
    "roles": (lambda book: book.roles["evidence"].fields, set()),
    "rows": (lambda book: book.rows("people"), {"data/people.csv"}),
    "a copied table": (lambda book: copy.copy(book.tables["people"]).rows, {"data/people.csv"}),
    "a row that is not there": (lambda book: book.row("people", "nobody"), {"data/people.csv"}),
    "the register": (lambda book: book.sources, {"data/sources.csv"}),
    "a quotation": (lambda book: book.cite("times-order"), QUOTED | {"seeds/harbour_times.txt"}),
    "an unknown quotation": (lambda book: book.cite("nobody"), QUOTED | SEEDS),
    "all quotations": (lambda book: dict(book.evidence), QUOTED | SEEDS),
    "how many quotations": (lambda book: len(book.evidence), QUOTED | SEEDS),
    "a seed": (
        lambda book: book.seeds["pilots-gazette"].text,
        QUOTED | {"seeds/pilots_gazette.txt"},
    ),
    "a figure": (
        lambda book: book.context.cite("almanac-range"),
        {"data/context/publications.csv", "data/context/reports.csv"},
    ),
    "all figures": (lambda book: list(book.context.entries), FIGURES),
    "publications": (lambda book: [*book.context.references], {"data/context/publications.csv"}),
    "settings": (lambda book: book.settings, {"sourcebook.toml", "pyproject.toml"}),
}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, str | None]]:
    """Return the files that are told of from now on, each with its digest."""
    told: list[tuple[Path, str | None]] = []
    monkeypatch.setattr(handed, "_listeners", [lambda *one: told.append(one)])
    return told


@pytest.mark.parametrize("part", TAKEN)
def test_what_is_taken_is_told_and_nothing_else(
    shared: TinyBook, told: list[tuple[Path, str | None]], part: str
) -> None:
    take, files = TAKEN[part]
    book = handed.handed(open_book(shared.root), {})
    told.clear()
    try:
        take(book)
    except BookError:
        assert "not there" in part or "unknown" in part
    assert {one.relative_to(shared.root).as_posix() for one, _ in told} == files


def test_notes_are_of_all_files_and_digests_are_those_of_the_opening(
    tiny: TinyBook, told: list[tuple[Path, str | None]]
) -> None:
    book = open_book(tiny.root)
    assert {one.relative_to(tiny.root).as_posix() for one, _ in told} == DESCRIBED | SETTINGS
    before = {path: digest for path, digest in told if digest}
    was = state(tiny.root)
    told.clear()
    tiny.append("data/people.csv", "\n")
    assert not book.notes
    digests = dict(told)
    assert {one for one in (tiny.root / "data").rglob("*") if one.is_file()} <= digests.keys()
    assert digests.items() >= before.items()
    assert digests[tiny.root / "data/people.csv"] == was["data/people.csv"]
    assert was != state(tiny.root)


def test_what_is_made_once_of_a_book_tells_alike_each_time(tiny: TinyBook) -> None:
    made = []

    @handed.made_once
    def work(book: Book) -> int:
        made.append(book.cite("times-order"))
        return len(book.settings)

    whole, digests = open_book(tiny.root), state(tiny.root)
    assert work(whole) == work(whole) == len(whole.settings)
    assert len(made) == 1
    expected = DESCRIBED | SETTINGS | QUOTED | {"seeds/harbour_times.txt"}
    for _ in range(2):
        taken: set[str] = set()
        assert work(handed.handed(whole, digests, taken.update)) == len(whole.settings)
        assert taken == expected
    assert len(made) == 2
