"""Markers in a browser: keyboard, touch, edges of the screen, no scripts, contrast, no host."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, TinyBook
    from playwright.sync_api import Browser, FloatRect, Locator, Page, Route

POPUP = "#sourcebook-popup"
SEVERAL = ".marker:has(.between) a.ev"
CONTROL = ".marker a.ev"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True}
LEAST, WIDEST, HIGHEST = 24, 360, 240  # pixels
PAGES = ["docs/index.html", "notebooks/orders.html", "docs/sources.html"]


def opened(browser: Browser, built: Build, page: str = "docs/index.html", **context: Any) -> Page:
    shown = browser.new_context(
        **{"viewport": {"width": 1280, "height": 800}, **context}
    ).new_page()
    shown.goto((built.out / page).as_uri())
    return shown


def is_open(page: Page) -> bool:
    return page.locator(POPUP).is_visible()


def wait_open(page: Page) -> None:
    page.wait_for_selector(POPUP, state="visible")


def cites(evidence: str) -> str:
    """Return what selects the control of the markers that cite a piece of evidence."""
    return f'a.ev[data-ev~="{evidence}"], a.ev:has([data-ev~="{evidence}"])'


def focused(page: Page) -> str:
    told = "document.activeElement.dataset.ev || document.activeElement.id"
    return str(page.evaluate(f"{told} || document.activeElement.className"))


def tab_to(page: Page, evidence: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{cites(evidence)}')"):
            return
    pytest.fail(f"the Tab key does not reach {evidence}")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_moves_into_and_closes(browser: Browser, built: Build, key: str) -> None:
    page = opened(browser, built)
    tab_to(page, "times-order")
    page.wait_for_timeout(400)
    assert not is_open(page)
    page.keyboard.press(key)
    wait_open(page)
    assert "The harbour board ordered 2 lamps" in page.locator(POPUP).inner_text()
    marker = page.locator(cites("times-order")).first
    assert marker.get_attribute("aria-expanded") == "true"
    assert focused(page) == "sourcebook-popup"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Harbour Times ¶3"
    page.keyboard.press("Escape")
    assert not is_open(page)
    assert marker.get_attribute("aria-expanded") == "false"
    assert focused(page) == "times-order"


def test_a_marker_is_one_stop_and_says_what_it_opens(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    for marker in page.locator(".marker").all():
        assert marker.locator("a").count() == 1
    several = page.locator(SEVERAL).first
    assert several.inner_text() == "Gazette ¶2, ¶3"
    said = "Evidence, 2 quotations: Gazette, paragraph 2, paragraph 3"
    assert several.get_attribute("aria-label") == said
    assert several.get_attribute("role") == "button"
    assert several.get_attribute("aria-haspopup") == "dialog"
    several.click()
    wait_open(page)
    assert page.locator(f"{POPUP} article").count() == 2
    assert page.locator(f"{POPUP} .number").inner_text() == "2 quotations"
    assert page.get_by_role("dialog", name=said).is_visible()


def test_a_label_that_is_clicked_is_shown_among_its_fellows(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    page.locator(f"{SEVERAL} .cited").nth(1).click()
    wait_open(page)
    assert page.locator(f"{POPUP} .asked").count() == 1
    assert page.locator(f"{POPUP} .asked").get_attribute("data-ev") == "gazette-price"


def test_tab_leaves_the_pop_up_for_what_follows_its_marker(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    tab_to(page, "times-order")
    page.keyboard.press("Enter")
    wait_open(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "close"
    page.keyboard.press("Tab")
    assert focused(page) == "cite"
    page.keyboard.press("Tab")
    assert not is_open(page)
    assert page.evaluate(f"document.activeElement.matches('{cites('gazette-three-lamps')}')")
    page.keyboard.press("Enter")
    wait_open(page)
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(f"document.activeElement.matches('{cites('gazette-three-lamps')}')")
    assert not is_open(page)


def test_the_pointer_may_rest_on_the_pop_up_and_escape_dismisses_it(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built)
    page.locator(SEVERAL).first.hover()
    wait_open(page)
    page.locator(f"{POPUP} .words").first.hover()
    page.wait_for_timeout(600)
    assert is_open(page)
    page.keyboard.press("Escape")
    assert not is_open(page)
    page.mouse.move(5, 700)
    page.locator(SEVERAL).first.hover()
    wait_open(page)
    page.mouse.move(5, 700)
    page.wait_for_selector(POPUP, state="hidden")


def test_a_tap_opens_and_a_second_or_the_button_or_a_tap_elsewhere_closes(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built, **PHONE)
    marker = page.locator(SEVERAL).first
    for close in (marker, page.locator(f"{POPUP} .close"), page.locator("h1").first):
        marker.tap()
        wait_open(page)
        close.tap()
        assert not is_open(page)


def test_a_quotation_can_be_selected_with_its_reference(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    page.locator(cites("times-order")).first.click()
    wait_open(page)
    page.evaluate(f"getSelection().selectAllChildren(document.querySelector('{POPUP} article'))")
    copied = page.evaluate("getSelection().toString()")
    assert "“The harbour board ordered 2 lamps" in copied
    assert "Harbour Times ¶3, 4 May 2021" in copied


@pytest.mark.parametrize("opening", ["click", "hover"])
@pytest.mark.parametrize("width", [768, 1280, 1600])
@pytest.mark.parametrize("height", [400, 640])
@pytest.mark.parametrize("name", PAGES)
def test_a_pop_up_stands_beside_its_line_or_below_and_is_small(
    browser: Browser, built: Build, opening: str, width: int, height: int, name: str
) -> None:
    page = opened(browser, built, name, viewport={"width": width, "height": height})
    for marker in page.locator(CONTROL).all():
        marker.scroll_into_view_if_needed()
        getattr(marker, opening)()
        wait_open(page)
        box, line = on_screen(page, page.locator(POPUP)), on_screen(page, marker.locator(".."))
        right, low = box["x"] + box["width"], box["y"] + box["height"]
        beside = box["x"] >= line["x"] + line["width"] or right <= line["x"]
        below, above = box["y"] >= line["y"] + line["height"], low <= line["y"]
        assert below or (opening == "hover" and (beside or above))
        assert box["width"] <= WIDEST
        assert box["height"] <= HIGHEST
        page.keyboard.press("Escape")
        page.mouse.move(1, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 360, 390])
@pytest.mark.parametrize("height", [400, 640])
@pytest.mark.parametrize("name", PAGES)
def test_on_a_phone_a_sheet_opens_below_the_line(
    browser: Browser, built: Build, width: int, height: int, name: str
) -> None:
    phone = {**PHONE, "viewport": {"width": width, "height": height}}
    page = opened(browser, built, name, **phone)
    for marker in page.locator(CONTROL).all():
        marker.tap()
        wait_open(page)
        box, line = on_screen(page, page.locator(POPUP)), on_screen(page, marker.locator(".."))
        assert (box["x"], box["width"]) == (0, width)
        assert box["y"] + box["height"] == height
        assert box["y"] >= line["y"] + line["height"]
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def on_screen(page: Page, one: Locator) -> FloatRect:
    """Return where something stands, all of which is to be seen."""
    box, screen = one.bounding_box(), page.viewport_size
    assert box
    assert screen
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= screen["width"]
    assert box["y"] + box["height"] <= screen["height"]
    return box


def test_the_words_of_a_long_quotation_scroll(browser: Browser, tiny: TinyBook) -> None:
    long = f"Begin {'lamps ' * 300}end."
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{long}\n")
    tiny.add_row(
        "data/evidence.csv", id="long", source="pilots-gazette", quotation=long, mode="report"
    )
    tiny.add_page("much", "Much {ev}`long`.")
    page = opened(browser, tiny.build(run=False), "docs/much.html")
    page.locator(CONTROL).first.click()
    wait_open(page)
    box = page.locator(POPUP).bounding_box()
    assert box is not None
    assert box["height"] == HIGHEST
    assert page.locator(f"{POPUP} .quotations").evaluate("it => it.scrollHeight > it.clientHeight")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_what_a_finger_hits_is_large_enough(
    browser: Browser, built: Build, width: int, name: str
) -> None:
    page = opened(browser, built, name, viewport={"width": width, "height": 800})
    page.locator(CONTROL).first.click()
    wait_open(page)
    for hit in page.locator(f"{CONTROL}, {POPUP} a, {POPUP} button:visible").all():
        box = hit.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= LEAST, hit.inner_text()


def test_words_are_fetched_once_and_not_before_they_are_wanted(
    browser: Browser, built: Build
) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built.out / "docs/index.html").as_uri())
    assert [one for one in asked if "/evidence/" in one] == []
    for _ in range(2):
        page.locator(cites("times-order")).first.click()
        wait_open(page)
        page.keyboard.press("Escape")
    assert [one.rpartition("/")[2] for one in asked if "/evidence/" in one] == ["harbour-times.js"]


def test_a_pop_up_opens_under_a_strict_policy(browser: Browser, built: Build) -> None:
    page = browser.new_context().new_page()
    refused: list[str] = []
    kinds = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}

    def serve(route: Route) -> None:
        path = built.out / urlsplit(route.request.url).path.lstrip("/")
        if not path.is_file():
            route.fulfill(status=404)
            return
        headers = {"Content-Security-Policy": "default-src 'self'"}
        headers["Content-Type"] = kinds.get(path.suffix, "application/octet-stream")
        route.fulfill(body=path.read_bytes(), headers=headers)

    page.route("http://book.example/**", serve)
    page.on("console", lambda said: refused.append(f"{said.text} {said.location}"))
    page.goto("http://book.example/docs/index.html")
    page.locator(SEVERAL).first.click()
    wait_open(page)
    assert "three lamps" in page.locator(POPUP).inner_text()
    own = ("popups.js", "placing.js", "evidence")
    assert [one for one in refused if any(name in one for name in own)] == []


def test_where_words_cannot_be_fetched_the_link_is_followed(
    browser: Browser, built: Build, tmp_path: Path
) -> None:
    copy = tmp_path / "html"
    shutil.copytree(built.out, copy)
    shutil.rmtree(copy / "_static/evidence")
    page = opened(browser, replace(built, out=copy))
    page.locator(cites("times-order")).first.click()
    page.wait_for_url("**/docs/sources.html#ev-times-order")


def test_without_scripts_a_marker_is_a_link_to_its_quotation(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built, java_script_enabled=False)
    page.locator('a.ev[data-ev="times-order"]').first.click()
    assert page.url.endswith("/docs/sources.html#ev-times-order")
    shown = page.locator(".quotation:has(:target)")
    assert "The harbour board ordered 2 lamps" in shown.inner_text()
    assert shown.evaluate("it => getComputedStyle(it).boxShadow") != "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["docs/index.html", "docs/sources.html"])
def test_axe_finds_nothing_in_markers_pop_ups_and_strips(
    browser: Browser, built: Build, scheme: Any, name: str
) -> None:
    page = opened(browser, built, name, color_scheme=scheme, reduced_motion="reduce")
    page.locator(CONTROL).first.click()
    wait_open(page)
    parts = [[one] for one in (POPUP, ".marker", ".strip", ".legend") if page.locator(one).count()]
    found = Axe().run(page, context={"include": parts})
    assert found.violations_count == 0, found.generate_report()


def test_motion_is_reduced_on_request(browser: Browser, built: Build) -> None:
    page = opened(browser, built, reduced_motion="reduce")
    page.locator(CONTROL).first.click()
    wait_open(page)
    assert page.locator(POPUP).evaluate("it => getComputedStyle(it).animationName") == "none"


def test_paper_shows_where_a_statement_comes_from(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    page.locator(cites("times-order")).first.click()
    wait_open(page)
    page.emulate_media(media="print")
    assert not is_open(page)
    marker = page.locator(".marker:has(a.ev)").first
    assert marker.inner_text() == "[Harbour Times ¶3]"


def test_nothing_is_asked_of_another_host(browser: Browser, built: Build) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((built.out / "docs/index.html").as_uri())
    page.locator(SEVERAL).first.click()
    page.wait_for_timeout(200)
    assert asked
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_a_source_cannot_act_in_a_pop_up(browser: Browser, tiny: TinyBook) -> None:
    hostile = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>"
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{hostile}\n")
    row = {"source": "pilots-gazette", "quotation": hostile, "mode": "report"}
    tiny.add_row("data/evidence.csv", id="hostile", **row)
    tiny.add_page("quoted", "Quoted {ev}`hostile`.")
    done = tiny.build(run=False)
    assert done.code == 0, done.warnings
    page = opened(browser, done, "docs/quoted.html")
    page.locator(CONTROL).first.click()
    wait_open(page)
    assert hostile in page.locator(f"{POPUP} .words").inner_text()
    assert page.locator(f"{POPUP} img").count() == 0
    assert page.title() != "hit"
