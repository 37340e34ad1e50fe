"""Built pages as tests read them: their words, what they load and link to."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

ABOUT_A_LIGHT = (
    "```{about} light skerry\n:with: question\n```\n\nThe board is {actor}`harbour-board`."
)


def text(html: str) -> str:
    """Return the words of HTML, one space between them."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def registered(site: Path) -> dict[str, dict[str, list[Any]]]:
    """Return what the pop-ups of a site say of each quotation: by its id, by line, in parts."""
    found: dict[str, dict[str, list[Any]]] = {}
    for path in sorted((site / "_static/evidence").glob("*.js")):
        start, _, body = path.read_text("utf-8").partition("(")
        assert start == "sourcebook.evidence"
        for one in json.loads(body.rstrip().removesuffix(");")):
            assert one["id"] not in found
            found[one["id"]] = {line["class"]: line["parts"] for line in one["lines"]}
    return found


def told(site: Path) -> dict[str, dict[str, str]]:
    """Return the words that the pop-ups of a site say of each quotation, by its id, by line."""
    return {
        key: {
            line: "".join(one if isinstance(one, str) else one["text"] for one in parts)
            for line, parts in lines.items()
        }
        for key, lines in registered(site).items()
    }


class Resources(HTMLParser):
    """Collects what a page loads, and every id and link in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the addresses and the id of one tag."""
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        if tag == "a":
            self.links += [found.get("href", "")]
        elif tag == "link" and found.get("rel") == "canonical":
            return
        else:
            self.loaded += [found[name] for name in ("src", "href", "data") if name in found]
