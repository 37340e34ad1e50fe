"""Markers in a browser: keyboard, touch, edges of the screen, no scripts, contrast, no other host.

They want a Chromium: its path in the variable CHROMIUM, or one of the usual names.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Build, TinyBook
    from playwright.sync_api import Browser, Page

ADVICE = "install one (Debian: apt install chromium), or name its path in CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
POPUP = "#sourcebook-popup"
SEVERAL = ".marker:has(.between) a.ev"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        pytest.fail(f"no Chromium here: {ADVICE}")
    with sync_playwright() as playwright:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        launched = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"] if root else []
        )
        yield launched
        launched.close()


def opened(browser: Browser, built: Build, page: str = "docs/index.html", **context: Any) -> Page:
    shown = browser.new_context(
        **{"viewport": {"width": 1280, "height": 800}, **context}
    ).new_page()
    shown.goto((built.out / page).as_uri())
    return shown


def is_open(page: Page) -> bool:
    return page.locator(POPUP).is_visible()


def focused(page: Page) -> str:
    told = "document.activeElement.dataset.ev || document.activeElement.id"
    return str(page.evaluate(f"{told} || document.activeElement.className"))


def tab_to(page: Page, evidence: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page) == evidence:
            return
    pytest.fail(f"the Tab key does not reach {evidence}")


def test_the_keyboard_opens_moves_into_and_closes(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    tab_to(page, "gazette-three-lamps")
    assert is_open(page)
    assert "The board bought three lamps" in page.locator(POPUP).inner_text()
    marker = page.locator('a.ev[data-ev="gazette-three-lamps"]').first
    assert marker.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not is_open(page)
    assert marker.get_attribute("aria-expanded") == "false"
    assert focused(page) == "gazette-three-lamps"

    page.keyboard.press("Enter")
    assert focused(page) == "sourcebook-popup"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Gazette ¶2"
    page.keyboard.press("Escape")
    assert not is_open(page)
    assert focused(page) == "gazette-three-lamps"


def test_tab_leaves_the_pop_up_for_what_follows_its_marker(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    tab_to(page, "times-order")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert focused(page) == "close"
    page.keyboard.press("Tab")
    assert focused(page) == "gazette-three-lamps"
    assert "The board bought three lamps" in page.locator(POPUP).inner_text()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "times-order"
    assert not is_open(page)


def test_the_pointer_may_rest_on_the_pop_up_and_escape_dismisses_it(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built)
    page.locator(SEVERAL).first.hover()
    page.wait_for_selector(POPUP, state="visible")
    page.locator(f"{POPUP} .words").first.hover()
    page.wait_for_timeout(600)
    assert is_open(page)
    page.keyboard.press("Escape")
    assert not is_open(page)
    page.locator(SEVERAL).first.hover()
    page.mouse.move(5, 700)
    page.wait_for_selector(POPUP, state="hidden")


def test_a_tap_opens_and_a_second_or_the_button_or_a_tap_elsewhere_closes(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built, **PHONE)
    marker = page.locator(SEVERAL).first
    for close in (marker, page.locator(f"{POPUP} .close"), page.locator("h1").first):
        marker.tap()
        assert is_open(page)
        close.tap()
        assert not is_open(page)


def test_a_quotation_can_be_selected_with_its_reference(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    page.locator('a.ev[data-ev="times-order"]').first.click()
    page.evaluate(f"getSelection().selectAllChildren(document.querySelector('{POPUP} article'))")
    copied = page.evaluate("getSelection().toString()")
    assert "“The harbour board ordered 2 lamps" in copied
    assert "Harbour Times ¶3, 4 May 2021" in copied


@pytest.mark.parametrize("width", [320, 360, 390, 1280])
@pytest.mark.parametrize("name", ["docs/index.html", "notebooks/orders.html", "docs/sources.html"])
def test_a_pop_up_is_never_off_the_screen(
    browser: Browser, built: Build, width: int, name: str
) -> None:
    page = opened(browser, built, name, viewport={"width": width, "height": 500})
    for marker in page.locator(".marker a.ev").all():
        marker.focus()
        marker.click()
        box = page.locator(POPUP).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 500
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_a_marker_is_a_link_to_its_quotation(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built, java_script_enabled=False)
    assert not page.locator(".notes").is_visible()
    page.locator('a.ev[data-ev="times-order"]').first.click()
    assert page.url.endswith("/docs/sources.html#ev-times-order")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["docs/index.html", "docs/sources.html"])
def test_axe_finds_nothing_in_markers_pop_ups_and_strips(
    browser: Browser, built: Build, scheme: Any, name: str
) -> None:
    page = opened(browser, built, name, color_scheme=scheme, reduced_motion="reduce")
    page.locator(".marker a.ev").first.click()
    assert is_open(page)
    parts = [[one] for one in (POPUP, ".marker", ".strip", ".legend") if page.locator(one).count()]
    found = Axe().run(page, context={"include": parts})
    assert found.violations_count == 0, found.generate_report()


def test_motion_is_reduced_on_request(browser: Browser, built: Build) -> None:
    page = opened(browser, built, reduced_motion="reduce")
    page.locator(".marker a.ev").first.click()
    assert page.locator(POPUP).evaluate("it => getComputedStyle(it).animationName") == "none"


def test_paper_shows_numbers_and_the_quotations(browser: Browser, built: Build) -> None:
    page = opened(browser, built)
    page.emulate_media(media="print")
    assert page.locator(".notes").is_visible()
    marker = page.locator('a.ev[data-ev="times-order"]').first
    assert marker.evaluate("it => getComputedStyle(it, '::after').content") == '"1"'
    assert not marker.locator("span").is_visible()


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
    page.locator(".marker a.ev").first.click()
    page.wait_for_timeout(200)
    assert hostile in page.locator(f"{POPUP} .words").inner_text()
    assert page.locator(f"{POPUP} img").count() == 0
    assert page.title() != "hit"
