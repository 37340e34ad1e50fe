"""Citing in a browser: shown on hover and focus, copied, under a strict policy, on a phone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from support.policy import TOP, under_policy

if TYPE_CHECKING:
    from conftest import Build
    from playwright.sync_api import Browser, Page

PAGE = "docs/index.html"
STATEMENT = "on-times-order"
CITE = "Cite this statement"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True}


def opened(browser: Browser, built: Build, page: str = PAGE, **context: Any) -> Page:
    shown = browser.new_context(**context).new_page()
    shown.goto((built.out / page).as_uri())
    return shown


def cite(page: Page) -> None:
    page.locator(f".marker:has(#{STATEMENT})").hover()
    page.get_by_role("button", name=CITE).click()


def test_a_statement_that_is_pointed_at_gives_its_address_and_citation(
    browser: Browser, built: Build
) -> None:
    page = opened(browser, built)
    assert page.get_by_role("button", name=CITE).count() == 0
    cite(page)
    address = page.get_by_label("Lasting address").input_value()
    assert address.endswith(f"{PAGE}#{STATEMENT}")
    words = page.get_by_label("Citation", exact=True).last
    assert "“The Skerry light”. In: " in words.input_value()
    assert re.search(rf"#{STATEMENT} \(accessed \d{{4}}-\d\d-\d\d\)\.$", words.input_value())
    form = page.locator("#citing-form")
    form.select_option("bibtex")
    assert words.input_value().startswith("@misc{handbook,\n")
    form.select_option("csl")
    item = json.loads(words.input_value())[0]
    assert (item["title"], item["URL"]) == ("The Skerry light", address)


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
    page.goto(address)
    shown = page.locator("tr:target")
    assert shown.evaluate("it => getComputedStyle(it).outlineStyle") == "solid"


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
