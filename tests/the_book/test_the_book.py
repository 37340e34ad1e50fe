"""The book itself, whatever its topic: it is sound, and no digit of its tables can be changed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from mutants.code import put_out
from support.books import read_once

from sourcebook.checks.opening import open_book, read_book
from sourcebook.checks.prose import Gate, page_findings
from sourcebook.data.book import Book, find_root
from sourcebook.pages.blocks import blocks
from sourcebook.pages.front_matter import read_page
from sourcebook.pages.markers import named
from sourcebook.pages.written import written_files

ROOT = find_root(Path(__file__).parents[2])
TABLES = sorted(path.name for path in (ROOT / "data").glob("*.csv"))
PAGES = {
    path.relative_to(ROOT).as_posix(): read_page(path.read_text("utf-8"))
    for path in written_files(ROOT)
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the book's data, seeds and pages."""
    root = tmp_path_factory.mktemp("the-book")
    for folder in ("data", "seeds", "docs", "notebooks"):
        shutil.copytree(ROOT / folder, root / folder)
    return root


def test_the_book_is_sound() -> None:
    book = open_book(ROOT)
    assert book.seeds
    assert all(any(one.source == source for one in book.evidence.values()) for source in book.seeds)


def test_every_page_and_notebook_that_cites_is_known_to_the_check() -> None:
    texts = (path.read_text("utf-8") for path in written_files(ROOT))
    assert [one for text in texts for one in named(blocks(text))]


@pytest.mark.walks
@pytest.mark.parametrize("table", TABLES)
def test_no_digit_of_a_table_can_be_changed(table: str, copy: Path) -> None:
    path = copy / "data" / table
    text = path.read_text("utf-8")
    digits = list(sample(text))
    unnoticed: list[str] = []
    try:
        for at in digits:
            other = str((int(text[at]) + 1) % 10)
            path.write_text(text[:at] + other + text[at + 1 :], "utf-8")
            if not read_book(copy).problems:
                unnoticed.append(text[max(0, at - 40) : at + 20])
    finally:
        path.write_text(text, "utf-8")
    assert not unnoticed


def sample(text: str) -> Iterator[int]:
    """Yield digits spread over the text: one in every so many, so that the test stays quick."""
    places = [at for at, letter in enumerate(text) if letter.isascii() and letter.isdigit()]
    step = max(1, len(places) // 12)
    yield from places[::step]


def test_only_pages_on_the_book_itself_are_exempt_from_the_prose_gate() -> None:
    exempt = {page for page, read in PAGES.items() if read.exempt is not None}
    pages = ("method", "codebook", "dictionary", "glossary", "bibliography", "data", "cite")
    others = {one for one in exempt if not one.startswith("docs/reference/")}
    assert others <= {f"docs/{page}.md" for page in pages}


@pytest.fixture(scope="module")
def gate() -> Gate:
    """Return the gate that holds the book's prose against its markers."""
    return Gate(read_once(ROOT))


def test_no_page_is_stopped_by_the_prose_gate(gate: Gate) -> None:
    found = {page: page_findings(gate, (ROOT / page).read_text("utf-8")) for page in PAGES}
    assert {page: findings for page, findings in found.items() if findings} == {}


@pytest.mark.walks(6)
@pytest.mark.parametrize("page", [page for page, read in PAGES.items() if read.exempt is None])
def test_no_digit_of_the_prose_can_be_changed(page: str, gate: Gate) -> None:
    assert not [*slips(gate, (ROOT / page).read_text("utf-8"))]


def slips(gate: Gate, text: str) -> Iterator[str]:
    """Yield the places where a digit of the prose, changed, is not noticed; a sample of them."""
    prose = [block.text for block in blocks(text)]
    for at in sample(text):
        other = str((int(text[at]) + 1) % 10)
        changed = text[:at] + other + text[at + 1 :]
        if [block.text for block in blocks(changed)] != prose and not page_findings(gate, changed):
            yield text[max(0, at - 40) : at + 20]


def test_every_output_has_a_form_for_the_window_of_its_notebook(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = read_once(ROOT)
    monkeypatch.setattr(Book, "latest", book)
    shown = []
    for path in written_files(ROOT):
        found = put_out(book, path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        shown += [one._repr_html_() for one in found if hasattr(one, "_repr_markdown_")]
    assert len(shown) > 10
    raw = re.compile(r"\{[\w-]+\}`|\{[\w-]+\} |`|unknown\]")
    assert [one for one in shown if raw.search(one)] == []
