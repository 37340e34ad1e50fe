"""When a phone on a slow line first shows something of each of some pages, and how far it moves.

Run by ``nox -s bench -- paint`` over the pages that ``nox -s html`` built. The line is the
browser's own slow 4G, of 0.56 seconds a round trip, the processor four times as slow; each round
opens every page with an empty cache, and the median of the rounds counts.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from browser.chromium import launched
from support.serving import SLOW_4G, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SITE = Path(__file__).resolve().parents[1] / "_build/html"
PAGES = ("docs/index.html", "docs/findings.html", "notebooks/register.html")
PHONE = {"width": 390, "height": 844}
ROUNDS, SLOWER = 5, 4
LATEST, SHIFT = 2.0, 0.02
NOTED = """
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) window.shifted += one.value;
})).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = """() => new Promise((done) => {
  new PerformanceObserver((list) => {
    for (const one of list.getEntriesByName("first-contentful-paint")) done(one.startTime / 1000);
  }).observe({ type: "paint", buffered: true });
})"""


def first_paint(browser: Browser, address: str) -> tuple[float, float]:
    """Return the seconds until something is shown, and how far what is shown moves after that."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    context.add_init_script(NOTED)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_4G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    found = page.evaluate(PAINTED), page.evaluate("window.shifted")
    context.close()
    return found


def bench() -> int:
    """Print the median first paint and the worst shift of each page; return 1 for a missed aim."""
    missed = False
    with launched() as browser, served(SITE) as address:
        first_paint(browser, address + PAGES[0])
        rounds = [[first_paint(browser, address + name) for name in PAGES] for _ in range(ROUNDS)]
        for name, found in zip(PAGES, zip(*rounds, strict=True), strict=True):
            painted, moved = median(one for one, _ in found), max(one for _, one in found)
            missed |= painted > LATEST or moved >= SHIFT
            print(f"{painted:.2f} s, at most {LATEST}; moved {moved:.3f}, under {SHIFT}: {name}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(bench())
