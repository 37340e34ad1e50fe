"""The book that ``--built`` names, page by page: a strict policy, weight, what moves, axe."""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from browser.accessible import faults
from support.serving import SLOW_4G, served

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

FRONT, FIRST = "docs/index.html", ("docs/index.html", "docs/findings.html")
WEIGHT, SHIFT = 100_000, 0.02
BEFORE_PAINT = ["_static/book.css", "_static/light.js"]
WEIGHT_BEFORE_PAINT = 30_000
REFRESH = '<meta http-equiv="refresh"'
COLOURS = ("color-contrast", "link-in-text-block")
LOOKS = (  # the second theme differs in its colours alone
    ("light", {"width": 1280, "height": 4000}, ()),  # so tall that nothing in the sidebar is cut
    ("dark", {"width": 1280, "height": 4000}, COLOURS),
    ("light", {"width": 390, "height": 844}, ()),
    ("dark", {"width": 390, "height": 844}, COLOURS),
)
NOTED = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) window.shifted += one.value;
})).observe({ type: "layout-shift", buffered: true });
"""
PRIVATE_SIGNS = """() => [...document.querySelectorAll("body *")].flatMap((one) =>
  ["::before", "::after"].filter((part) => {
    const { content, display } = getComputedStyle(one, part);
    return display !== "none" && /[\\ue000-\\uf8ff]/.test(content);
  }).map((part) => `${one.outerHTML.slice(0, 120)} ${part}`))"""


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest) -> Path:
    return Path(request.config.getoption("--built"), "html").resolve()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@contextmanager
def opened(browser: Browser, **given: Any) -> Iterator[Page]:
    context = browser.new_context(**given)
    context.add_init_script(NOTED)
    yield context.new_page()
    context.close()


def pages(site: Path) -> list[str]:
    found = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    return sorted(one for one in found if one != "index.html" and not one.startswith("_static"))


def test_no_page_breaks_a_strict_policy_fails_in_a_script_or_shows_a_sign_that_no_font_has(
    browser: Browser, site: Path, address: str
) -> None:
    told: dict[str, list[str]] = {}
    with opened(browser) as page:
        failed: list[str] = []
        page.on("pageerror", lambda error: failed.append(str(error)))
        for name in pages(site):
            if REFRESH in (site / name).read_text("utf-8"):
                continue  # leads on at once, and has no script
            page.goto(address + name)
            refused = page.evaluate("window.refused")
            signs = page.evaluate(PRIVATE_SIGNS)
            if refused or failed or signs:
                told[name] = [*refused, *failed, *signs]
                failed.clear()
    assert told == {}


def test_the_choice_of_light_or_dark_is_remembered_and_holds_from_the_first(
    browser: Browser, address: str
) -> None:
    with opened(browser, color_scheme="light") as page:
        page.goto(address + FRONT)
        page.evaluate("localStorage.setItem('mode', 'dark')")
        page.route("**/pydata-sphinx-theme.js*", lambda route: route.abort())
        page.goto(address + FRONT)
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_contents_of_a_page_can_be_reached_before_its_text(
    browser: Browser, address: str
) -> None:
    with opened(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(f"{address}{FIRST[1]}#main-content")
        page.keyboard.press("Tab")
        reached = "document.activeElement.textContent"
        while page.evaluate("document.activeElement.closest('.bd-header-article') !== null"):
            page.keyboard.press("Tab")
        assert page.evaluate(reached) == "Skip to “On this page”"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.matches('#pst-page-toc-nav a')")
        page.set_viewport_size({"width": 390, "height": 844})
        assert not page.locator(".to-contents").is_visible()


def test_the_front_page_is_light(browser: Browser, site: Path, address: str) -> None:
    asked: set[str] = set()
    with opened(browser) as page:
        page.on("request", lambda request: asked.add(urlsplit(request.url).path.lstrip("/")))
        page.goto(address + FRONT, wait_until="networkidle")
    files = {name: site / name for name in asked if not name.endswith((".woff2", ".woff"))}
    weights = {
        name: len(gzip.compress(path.read_bytes())) for name, path in files.items() if path.exists()
    }
    assert sum(weights.values()) <= WEIGHT, weights


def test_nothing_but_one_sheet_and_the_theme_holds_up_the_first_paint(
    browser: Browser, site: Path, address: str
) -> None:
    with opened(browser) as page:
        for name in FIRST:
            page.goto(address + name, wait_until="load")
            found = page.evaluate(
                """() => performance.getEntriesByType("resource")
                  .filter((one) => one.renderBlockingStatus === "blocking")
                  .map((one) => new URL(one.name).pathname.slice(1))"""
            )
            assert sorted(found) == BEFORE_PAINT
    files = [(site / name).read_bytes() for name in BEFORE_PAINT]
    assert sum(len(gzip.compress(one)) for one in files) <= WEIGHT_BEFORE_PAINT


@pytest.mark.parametrize("name", FIRST)
def test_a_page_does_not_move_on_a_slow_line(browser: Browser, address: str, name: str) -> None:
    with opened(browser, viewport={"width": 390, "height": 844}) as page:
        tools = page.context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", SLOW_4G)
        page.goto(address + name, wait_until="load")
        page.wait_for_timeout(500)
        assert page.evaluate("window.shifted") < SHIFT


def test_a_contrast_that_axe_leaves_open_is_still_told_where_it_is_too_low(
    browser: Browser,
) -> None:
    drawing = """<!doctype html><html lang="en"><title>Drawn</title><main><h1>Drawn</h1>
      <svg width="200" height="100"><rect width="200" height="100" fill="#333"></rect>
      <text x="9" y="40" fill="#fff">good</text><text x="9" y="80" fill="#888">lost</text></svg>"""
    with opened(browser) as page:
        page.set_content(drawing)
        told = faults(page)
    assert [one.partition("</text>")[0][-4:] for one in told["undecided"]] == ["lost"]


@pytest.mark.parametrize(("scheme", "size", "rules"), LOOKS)
def test_axe_finds_nothing_on_any_page(
    browser: Browser, site: Path, scheme: Any, size: Any, rules: tuple[str, ...]
) -> None:
    told = {}
    with opened(browser, viewport=size, color_scheme=scheme, reduced_motion="reduce") as page:
        page.context.set_default_timeout(120_000)
        page.route("**/*.html", stay)
        for name in pages(site):
            page.goto((site / name).as_uri())
            if found := faults(page, rules):
                told[name] = {rule: each[:3] for rule, each in found.items()}
    assert told == {}


def stay(route: Route) -> None:
    """Have a page that leads on to another be looked at itself."""
    path = Path(unquote(urlsplit(route.request.url).path))
    text = path.read_text("utf-8")
    if REFRESH in text:
        route.fulfill(body=text.replace(REFRESH, "<meta"), content_type="text/html")
    else:
        route.continue_()
