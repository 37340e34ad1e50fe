"""Citing in a browser: shown on hover and focus, copied, under a strict policy, on a phone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from support.citation import CFF
from support.lamps import cell
from support.policy import TOP, under_policy

if TYPE_CHECKING:
    from conftest import Build, TinyBook
    from playwright.sync_api import Browser, Page

PAGE = "docs/index.html"
STATEMENT = "on-times-order"
CITE = "Cite this statement"
POPUP = "#sourcebook-popup"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True}


def opened(browser: Browser, built: Build, page: str = PAGE, **context: Any) -> Page:
    shown = browser.new_context(**context).new_page()
    shown.goto((built.out / page).as_uri())
    return shown


def cite(page: Page) -> None:
    page.locator(f".marker:has(#{STATEMENT})").hover()
    page.locator(POPUP).get_by_role("button", name=CITE).click()


def said_as(page: Page, form: str) -> str:
    page.locator("#citing-form").select_option(form)
    return page.get_by_label("Citation", exact=True).last.input_value()


def test_a_statement_that_is_pointed_at_gives_its_address_and_citation(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built)
    assert page.get_by_role("button", name=CITE).count() == 0
    cite(page)
    address = page.get_by_label("Lasting address").input_value()
    assert address.endswith(f"{PAGE}#{STATEMENT}")
    words = said_as(page, "plain")
    assert "“The Skerry light”, paragraph 1. In: " in words
    assert re.search(rf"#{STATEMENT} \(accessed \d{{4}}-\d\d-\d\d\)\.$", words)
    key = f"handbook-docs-index-{STATEMENT}"
    assert said_as(page, "bibtex").startswith(f"@misc{{{key},\n")
    item = json.loads(said_as(page, "csl"))[0]
    assert (item["id"], item["title"], item["URL"]) == (key, "The Skerry light", address)
    assert item["section"] == "paragraph 1"


def test_a_pressed_marker_still_offers_it_and_gets_the_focus_back(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built)
    page.locator(f".marker:has(#{STATEMENT}) a.ev").click()
    page.locator(POPUP).get_by_role("button", name=CITE).click()
    page.get_by_role("dialog", name="Link and citation").wait_for()
    assert not page.locator(POPUP).is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate(
        f"document.activeElement.closest('.marker').querySelector('#{STATEMENT}') !== null"
    )


def test_the_keyboard_reaches_it_behind_its_marker_and_comes_back(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built)
    page.locator(f".marker:has(#{STATEMENT}) a.ev").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == CITE
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Link and citation").wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == CITE
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('a.ev')")


def test_a_row_is_cited_by_its_key(browser: Browser, built: Build) -> None:
    page = opened(browser, built, "notebooks/orders.html")
    page.locator("tbody tr").first.locator("td").first.hover()
    page.get_by_role("button", name="Cite this row").click()
    address = page.get_by_label("Lasting address").input_value()
    assert address.endswith("#row-orders.skerry-lamps-times")
    assert "”, row “Harbour Times”. In: " in said_as(page, "plain")
    key = "handbook-notebooks-orders-row-orders.skerry-lamps-times"
    assert said_as(page, "bibtex").startswith(f"@misc{{{key},\n")
    page.goto(address)
    shown = page.locator("tr:target")
    assert shown.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"


def test_a_figure_is_cited_in_every_form_by_its_absolute_address(
    browser: Browser, tiny: TinyBook
) -> None:
    tiny.quieten()
    (tiny.root / "CITATION.cff").write_text(CFF, "utf-8")
    cited = cell("fig-lamps").replace("dates them.", "dates them {ev}`times-order`.")
    tiny.add_notebook("lamps", cited)
    top = "https://book.example/"
    options = ("-D", "html_theme=pydata_sphinx_theme", "-D", f"html_baseurl={top}")
    page = opened(browser, tiny.build(*options), "notebooks/lamps.html")
    button = page.get_by_role("button", name="Cite this figure")
    button.click()
    address = f"{top}notebooks/lamps.html#fig-lamps"
    assert page.get_by_label("Lasting address").input_value() == address
    assert "“Lamps as the board dates them”, Figure 1. In: The" in said_as(page, "plain")
    key = "handbook-notebooks-lamps-fig-lamps"
    assert said_as(page, "bibtex").startswith(f"@misc{{{key},\n")
    assert json.loads(said_as(page, "csl"))[0]["URL"] == address
    page.keyboard.press("Escape")
    assert button.evaluate("it => it === document.activeElement")


def test_under_a_strict_policy_both_are_copied(browser: Browser, built: Build) -> None:
    page = browser.new_context().new_page()
    refused = under_policy(page, built.out)
    page.goto(f"{TOP}{PAGE}")
    page.evaluate(
        "document.addEventListener('copy', () => { window.copied = `${getSelection()}`; })"
    )
    cite(page)
    for button, said in (("Copy link", "The link is copied."), ("Copy citation", "The citation")):
        page.get_by_role("button", name=button).click()
        page.get_by_role("status").filter(has_text=said).wait_for()
    assert [one for one in refused if "cit" in one.partition("{")[2]] == []


def test_on_a_phone_a_tap_on_the_marker_offers_it(browser: Browser, built: Build) -> None:
    page = opened(browser, built, **PHONE)
    page.locator(f".marker:has(#{STATEMENT}) a.ev").tap()
    page.get_by_role("button", name=CITE).tap()
    page.get_by_role("dialog", name="Link and citation").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("context", [PHONE, {"viewport": {"width": 1280, "height": 800}}])
def test_axe_finds_nothing(
    browser: Browser, built: Build, context: dict[str, Any], scheme: Any
) -> None:
    page = opened(browser, built, color_scheme=scheme, **context)
    page.locator(f".marker:has(#{STATEMENT}) a.ev").focus()
    page.get_by_role("button", name=CITE).click()
    page.get_by_role("dialog", name="Link and citation").wait_for()
    found = Axe().run(page, context=".citing")
    assert found.response["violations"] == [], found.generate_report()
    page.keyboard.press("Escape")
    found = Axe().run(page, context="article")
    assert found.response["violations"] == [], found.generate_report()
