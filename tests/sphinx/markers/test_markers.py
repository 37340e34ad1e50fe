"""Markers: links to the quotations on the pages of their sources, named for those who hear them."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from sourcebook.checks.opening import read_book
from sourcebook.sphinx.markers.marker import grades, place_in_words

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, TinyBook


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def link(page: str, evidence: str) -> Any:
    """Return the first link of a page to a quotation."""
    links = BeautifulSoup(page, "html.parser").select("a.ev")
    return next(one for one in links if evidence in str(one["data-ev"]).split())


def test_what_a_marker_opens_are_links_first(built: Build) -> None:
    page = built.page("docs/index.html")
    assert link(page, "times-order")["href"] == "sources.html#ev-times-order"
    assert re.search(r"<script defer[^>]*popups\.js", page)


def test_a_marker_says_what_it_opens_to_those_who_hear_it(tiny: TinyBook) -> None:
    tiny.add_page("heard", "Two {ev}`times-tower, times-order, gazette-price`.")
    page = tiny.build("-W", run=False).page("docs/heard.html")
    times = "Harbour Times, paragraph 3"
    assert link(page, "times-order")["aria-label"] == f"Evidence: {times}"
    whole = f"Evidence, 3 quotations: {times}, paragraph 5; Gazette, paragraph 3"
    assert link(page, "times-order")["data-all"] == whole
    assert link(page, "times-tower")["aria-label"] == "Evidence: Harbour Times, paragraph 5"


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("¶3", "paragraph 3"),
        ("¶3–14", "paragraphs 3 to 14"),
        ("p. 3", "page 3"),
        ("pp. 3–14", "pages 3 to 14"),
    ],
)
def test_a_place_is_told_in_words(locator: str, words: str) -> None:
    assert place_in_words(locator) == words


def test_both_grades_are_told_apart(book: Path) -> None:
    read = read_book(book)
    order = read.cite("times-order")
    assert grades(read, order) == "source reliability B; credibility 4, doubtful"


def test_an_id_with_a_slash_or_quotes_is_only_an_id(tiny: TinyBook) -> None:
    key = """x/y"'<b>"""
    tiny.add_row(
        "data/evidence.csv",
        id=key,
        source="harbour-times",
        quotation="The first lamp arrived in April 2021.",
        mode="report",
    )
    tiny.add_page("odd", f"Odd {{ev}}`{key}`.")
    done = tiny.build(run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/odd.html")
    address, _, anchor = str(link(page, key)["href"]).partition("#")
    assert address == "sources.html"
    assert f'id="{anchor}"' in done.page("docs/sources.html")


def test_a_megabyte_in_one_line_does_not_hang_the_build(tiny: TinyBook) -> None:
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\nBegin {'lamps ' * 200_000}end.\n")
    done = tiny.build("-W", "-D", "sourcebook_full_text=1", run=False)
    assert done.code == 0, done.warnings
    assert "not used yet: ¶5" in words(done.page("docs/sources.html")).lower()
    assert len(done.page("docs/index.html")) < 100_000
