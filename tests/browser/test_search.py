"""Search in a browser: what is found, from a file and under a strict policy, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from conftest import Build
    from playwright.sync_api import Browser, Page, Route

KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True}
OWN = ("minisearch.js", "search-index.js", "search.js")


def sought(browser: Browser, built: Build, query: str, **context: Any) -> Page:
    page = browser.new_context(**context).new_page()
    page.goto(f"{(built.out / 'search.html').as_uri()}?q={query}")
    page.wait_for_function("document.getElementById('found').textContent")
    return page


@pytest.mark.parametrize("query", ["Ines", "ines calder", "Calder", "CALDÉR"])
def test_an_object_comes_first_however_it_is_written(
    browser: Browser, built: Build, query: str
) -> None:
    page = sought(browser, built, query)
    first = page.locator("#hits li").first
    assert first.get_attribute("class") == "object"
    assert first.locator("a").inner_text() == "Ines Calder"
    assert "actor" in first.inner_text()


def test_a_hit_opens_its_section_with_the_words_marked(browser: Browser, built: Build) -> None:
    page = sought(browser, built, "lamps")
    link = page.locator("#hits li:not(.object) a").first
    anchor = urlsplit(link.get_attribute("href") or "").fragment
    link.click()
    page.wait_for_selector(".highlighted")
    assert page.locator(f"[id='{anchor}']").count() == 1
    assert urlsplit(page.url).fragment == anchor
    assert "lamps" in {one.lower() for one in page.locator(".highlighted").all_inner_texts()}


def test_what_is_not_there_is_said_aloud(browser: Browser, built: Build) -> None:
    page = sought(browser, built, "xylophone")
    assert page.get_by_role("status").inner_text() == "No hits for “xylophone”"
    assert page.locator("#hits li").count() == 0


def test_the_keyboard_alone_searches_from_any_page(browser: Browser, built: Build) -> None:
    page = browser.new_context().new_page()
    page.goto((built.out / "docs/index.html").as_uri())
    page.keyboard.press("Control+k")
    page.wait_for_selector("#pst-search-dialog", state="visible")
    page.keyboard.type("lamps")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hits li")
    assert page.evaluate("document.activeElement.id") == "sought"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('#hits li a')")


def test_hits_follow_what_is_typed(browser: Browser, built: Build) -> None:
    page = sought(browser, built, "xylophone")
    page.get_by_label("Words to find").fill("lamps")
    page.wait_for_selector("#hits li")
    assert page.url.endswith("q=lamps")


def test_a_search_asks_for_three_files_and_a_page_for_none(browser: Browser, built: Build) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path.rpartition("/")[2]))
    page.goto((built.out / "docs/index.html").as_uri())
    assert [one for one in asked if "search" in one or one == "language_data.js"] == []
    page.goto(f"{(built.out / 'search.html').as_uri()}?q=lamps")
    page.wait_for_selector("#hits li")
    scripts = [one for one in asked if "search" in one and one.endswith(".js")]
    assert sorted(scripts) == sorted(OWN)


def test_it_searches_under_a_strict_policy(browser: Browser, built: Build) -> None:
    page = browser.new_context().new_page()

    def serve(route: Route) -> None:
        path = built.out / urlsplit(route.request.url).path.lstrip("/")
        if not path.is_file():
            route.fulfill(status=404)
            return
        headers = {"Content-Security-Policy": "default-src 'self'"}
        headers["Content-Type"] = KINDS.get(path.suffix, "application/octet-stream")
        route.fulfill(body=path.read_bytes(), headers=headers)

    page.route("http://book.example/**", serve)
    page.goto("http://book.example/search.html?q=lamps")
    page.wait_for_selector("#hits li mark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [{}, PHONE])
def test_axe_finds_nothing_in_hits(
    browser: Browser, built: Build, scheme: Any, screen: dict[str, Any]
) -> None:
    page = sought(browser, built, "lamps", color_scheme=scheme, **screen)
    found = Axe().run(page, context={"include": [[".sought"], ["#found"], ["#hits"]]})
    assert found.violations_count == 0, found.generate_report()
    width = page.evaluate("innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
