"""How many words the pages of the book that ``--built`` names may show: nox -s printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from support.shape import BRIEF, FINDINGS, MOST, WORD, chapters


@pytest.fixture
def shown(request: pytest.FixtureRequest) -> dict[str, Tag]:
    """Return what each page of the book shows, by its name, hidden parts included."""
    site = Path(request.config.getoption("--built"), "html")
    found = {}
    for path in sorted(site.rglob("*.html")):
        page = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        if body := page.select_one("article") or page.select_one("main"):
            found[path.relative_to(site).with_suffix("").as_posix()] = body
    assert {BRIEF, FINDINGS, *chapters()} <= found.keys()
    return found


def test_no_page_is_longer_than_can_be_read(shown: dict[str, Tag]) -> None:
    read = {BRIEF, FINDINGS, *chapters()}
    lengths = {name: length(one) if name in read else prose(one) for name, one in shown.items()}
    long = {name: words for name, words in lengths.items() if words > most("of a page")}
    assert long == {}


def test_the_pages_together_repeat_little(shown: dict[str, Tag]) -> None:
    assert sum(map(length, shown.values())) <= most()


def most(of: str = "") -> float:
    return MOST[f"rendered words {of}".strip()]


def length(body: Tag) -> int:
    return len(WORD.findall(body.get_text(" ")))


def prose(body: Tag) -> int:
    """Return the words of a page beyond its tables."""
    tables = (one for one in body.select("table") if not one.find_parent("table"))
    return length(body) - sum(map(length, tables))
