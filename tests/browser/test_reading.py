"""Reading a source in a browser: by keys alone, and with the pointer."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from sourcebook.checks.opening import read_book
from sourcebook.project.reading.desk import Desk
from sourcebook.project.reading.server import HERE, server

if TYPE_CHECKING:
    from conftest import TinyBook
    from playwright.sync_api import Browser, Page


OPEN = "\nNobody quotes the gull 🐦 that came. It left.\n"


@pytest.fixture
def desk(tiny: TinyBook) -> Iterator[tuple[Path, str]]:
    """Serve a copy of the tiny book with two open sentences; give its root and the address."""
    book = tiny.root
    text = (book / "seeds/harbour_times.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/harbour_times.txt", text + OPEN)
    with server(Desk(book), 0) as serving:
        thread = Thread(target=serving.serve_forever)
        thread.start()
        yield book, f"http://{HERE}:{serving.server_port}/"
        serving.shutdown()
        thread.join()


def opened(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    page.goto(address)
    page.wait_for_selector(".sentence")
    return page


def last(root: Path) -> dict[str, str]:
    *_, row = csv.DictReader((root / "data/evidence.csv").read_text("utf-8").splitlines())
    return row


def test_an_open_sentence_is_quoted_by_keys_alone(browser: Browser, desk: tuple[Path, str]) -> None:
    root, address = desk
    page = opened(browser, address)
    page.keyboard.press("n")
    page.keyboard.press("j")
    words = page.evaluate("document.activeElement.textContent")
    assert not page.evaluate("Boolean(document.activeElement.querySelector('mark'))")
    page.keyboard.press("Enter")
    page.wait_for_selector("#row:not([hidden])")
    page.keyboard.type("-read")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_selector("#said:has-text('Added as')")
    row = last(root)
    assert row["quotation"] == words.strip() == "It left."
    assert page.evaluate("document.activeElement.querySelector('mark').textContent") == words
    assert not read_book(root).problems
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className") == "sentence"


def test_several_sentences_are_quoted_as_one(browser: Browser, desk: tuple[Path, str]) -> None:
    page = opened(browser, desk[1])
    for key in ("n", "Shift+J", "Enter"):
        page.keyboard.press(key)
    page.wait_for_selector("#row:not([hidden])")
    chosen = page.locator(".chosen").all_text_contents()
    assert len(chosen) == 2
    assert page.text_content("#quotation") == "Nobody quotes the gull 🐦 that came. It left."
    page.keyboard.press("Escape")
    assert page.is_hidden("#row")
    assert page.locator(".chosen").count() == 0


def test_words_chosen_with_the_pointer_are_quoted_where_they_stand(
    browser: Browser, desk: tuple[Path, str]
) -> None:
    root, address = desk
    page = opened(browser, address)
    box = page.evaluate(
        """() => {
          const piece = [...document.querySelectorAll(".piece")]
            .find((one) => one.textContent.includes("harbour board ordered"));
          const at = piece.firstChild.data.indexOf("harbour board");
          const range = document.createRange();
          range.setStart(piece.firstChild, at);
          range.setEnd(piece.firstChild, at + "harbour board ordered 2 lamps".length);
          const found = [...range.getClientRects()];
          const [first, end] = [found[0], found.at(-1)];
          return [first.left + 1, first.top + 5, end.right - 1, end.top + 5];
        }"""
    )
    page.mouse.move(box[0], box[1])
    page.mouse.down()
    page.mouse.move(box[2], box[3])
    page.mouse.up()
    page.wait_for_selector("#row:not([hidden])")
    assert page.text_content("#quotation") == "harbour board ordered 2 lamps"
    page.select_option("select[name=mode]", "paraphrase")
    page.click("button[type=submit]")
    page.wait_for_selector("#said:has-text('Added as')")
    assert (last(root)["quotation"], last(root)["mode"]) == (
        "harbour board ordered 2 lamps",
        "paraphrase",
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_stands_in_anyones_way(
    browser: Browser, desk: tuple[Path, str], scheme: str, width: int
) -> None:
    page = opened(browser, desk[1], color_scheme=scheme, viewport={"width": width, "height": 844})
    refused: list[str] = []
    page.on("console", lambda one: refused.append(one.text) if one.type == "error" else None)
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.wait_for_selector("#row:not([hidden])")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not refused
