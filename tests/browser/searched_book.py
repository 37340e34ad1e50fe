"""What people ask the book that ``--built`` names: a page for each among the first hits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CASES = Path(__file__).parents[1] / "cases/searches.tsv"
FIRST = 3


def test_a_question_that_the_book_answers_comes_first_where_it_is_asked(
    browser: Browser, request: pytest.FixtureRequest
) -> None:
    site = Path(request.config.getoption("--built"), "html").resolve()
    page = browser.new_context().new_page()
    first = {}
    for query in ("when was FK-3 delivered", "FK-3 delivered"):
        page.goto(f"{(site / 'search.html').as_uri()}?q={quote(query)}")
        page.wait_for_function("document.getElementById('found').textContent")
        first[query] = page.locator("#hits li a").first.inner_text()
    assert list(first.values()) == ["When was the FK-3 delivered?", "FK-3 delivered"]


def test_what_is_only_looked_up_comes_behind_what_is_said(
    browser: Browser, request: pytest.FixtureRequest
) -> None:
    site = Path(request.config.getoption("--built"), "html").resolve()
    page = browser.new_context().new_page()
    for query in ("price", "delivery", "question"):
        page.goto(f"{(site / 'search.html').as_uri()}?q={quote(query)}")
        page.wait_for_function("document.getElementById('found').textContent")
        links = page.locator("#hits li a").evaluate_all("all => all.map(one => one.href)")
        assert not [one for one in links[:FIRST] if "/dictionary.html" in one], query
        said = page.locator("#hits").inner_text()
        assert "Mentioned on" not in said
        assert " · certainty" not in said


def test_each_query_has_its_page_among_the_first_hits(
    browser: Browser, request: pytest.FixtureRequest
) -> None:
    site = Path(request.config.getoption("--built"), "html").resolve()
    page = browser.new_context().new_page()
    rows = [one.split("\t") for one in CASES.read_text("utf-8").splitlines()]
    assert len(rows) >= 40
    missed = {}
    for query, wanted in rows:
        page.goto(f"{(site / 'search.html').as_uri()}?q={quote(query)}")
        page.wait_for_function("document.getElementById('found').textContent")
        links = page.locator("#hits li a").evaluate_all("all => all.map(one => one.href)")
        for link in links:
            address = urlsplit(link)
            text = Path(address.path).read_text("utf-8")
            assert f'id="{address.fragment}"' in text, link
        found = [urlsplit(one).path.removeprefix(f"{site}/") for one in links[:FIRST]]
        if f"{wanted}.html" not in found:
            missed[query] = found
    assert missed == {}
