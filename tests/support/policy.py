"""A built site as a browser meets it under a strict Content-Security-Policy, without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

TOP = "http://book.example/"
STRICT = "default-src 'self'"
KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".csv": "text/csv"}


def under_policy(page: Page, site: Path) -> list[str]:
    """Serve a site at ``TOP`` to a page; return where what the browser refuses will be told."""
    refused: list[str] = []

    def serve(route: Route) -> None:
        path = site / urlsplit(route.request.url).path.lstrip("/")
        if not path.is_file():
            route.fulfill(status=404)
            return
        kind = KINDS.get(path.suffix, "application/octet-stream")
        headers = {"Content-Security-Policy": STRICT, "Content-Type": kind}
        route.fulfill(body=path.read_bytes(), headers=headers)

    page.route(f"{TOP}**", serve)
    page.on("console", lambda said: refused.append(f"{said.text} {said.location}"))
    page.on("pageerror", lambda error: refused.append(str(error)))
    return refused
