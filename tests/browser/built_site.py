"""The book that ``--built`` names, page by page: a strict policy, weight, what moves, axe."""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

POLICY = "default-src 'self'"
FRONT = "docs/index.html"
WEIGHT, SHIFT = 100_000, 0.02
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 204_800}
SLOW_4G |= {"uploadThroughput": 96_000}
NOTED = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.refused.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => {
  if (!one.hadRecentInput) window.shifted += one.value;
})).observe({ type: "layout-shift", buffered: true });
"""


class Served(SimpleHTTPRequestHandler):
    """Serves files packed, under the policy, and says nothing."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in (".html", ".css", ".js") or not path.is_file():
            return super().do_GET()
        packed = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)
        return None

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def site(request: pytest.FixtureRequest) -> Path:
    return Path(request.config.getoption("--built"), "html").resolve()


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Served, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def opened(browser: Browser, **given: Any) -> Iterator[Page]:
    context = browser.new_context(**given)
    context.add_init_script(NOTED)
    yield context.new_page()
    context.close()


def pages(site: Path) -> list[str]:
    found = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    return sorted(one for one in found if one != "index.html" and not one.startswith("_static"))


def test_no_page_breaks_a_strict_policy_or_fails_in_a_script(
    browser: Browser, site: Path, address: str
) -> None:
    told = {}
    with opened(browser) as page:
        failed: list[str] = []
        page.on("pageerror", lambda error: failed.append(str(error)))
        for name in pages(site):
            page.goto(address + name)
            refused = page.evaluate("window.refused")
            if refused or failed:
                told[name] = [*refused, *failed]
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


def test_the_front_page_does_not_move_on_a_slow_line(browser: Browser, address: str) -> None:
    with opened(browser, viewport={"width": 390, "height": 844}) as page:
        tools = page.context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", SLOW_4G)
        page.goto(address + FRONT, wait_until="load")
        page.wait_for_timeout(500)
        assert page.evaluate("window.shifted") < SHIFT


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_on_any_page(
    browser: Browser, site: Path, address: str, scheme: Any, width: int
) -> None:
    told = {}
    size = {"width": width, "height": 844}
    with opened(browser, viewport=size, color_scheme=scheme, reduced_motion="reduce") as page:
        page.context.set_default_timeout(60_000)
        for name in pages(site):
            page.goto(f"file://{site / name}")
            found = Axe().run(page).response
            if found["violations"]:
                told[name] = {
                    one["id"]: [node["html"][:160] for node in one["nodes"][:3]]
                    for one in found["violations"]
                }
    assert told == {}
