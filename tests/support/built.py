"""Built pages as tests read them: their words, what they load and link to."""

from __future__ import annotations

import re
from html.parser import HTMLParser

ABOUT_A_LIGHT = (
    "```{about} light skerry\n:with: question\n```\n\nThe board is {actor}`harbour-board`."
)


def text(html: str) -> str:
    """Return the words of HTML, one space between them."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


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
