"""Links back from objects to the pages that mention them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Build, TinyBook


ABOUT = "```{about} light skerry\n:with: question\n```\n\nThe board is {actor}`harbour-board`."


def read_again(build: Build) -> tuple[int, int]:
    found = re.search(r"(\d+) added, (\d+) changed", build.said)
    assert found
    return int(found[1]), int(found[2])


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def entry(build: Build, anchor: str, page: str = "docs/objects.html") -> str:
    """Return the entry of an object on an index page."""
    html = build.page(page)
    html = html[html.index(f'id="{anchor}"') :]
    return html[: html.index("</dd>")]


def mentioned(build: Build, anchor: str) -> list[str]:
    found = entry(build, anchor).partition('class="cited-in"')[2]
    return re.findall(r'href="([^"]+)"', found)


def test_an_entry_has_name_line_marker_and_the_pages_that_mention_it(shown: Build) -> None:
    found = entry(shown, "entry-light-skerry")
    assert "Skerry lighthouse" in text(found)
    assert "lighthouse · 1874 [Harbour Times ¶3, ¶5]" in text(found)
    assert 'href="skerry.html#light-skerry"' in found
    assert mentioned(shown, "entry-light-skerry") == ["more.html#mention--1"]
    assert mentioned(shown, "entry-actor-harbour-board") == ["skerry.html#mention--3"]


def test_links_back_follow_pages_that_change_move_and_go(tiny: TinyBook) -> None:
    tiny.add_page("more", "See {light}`skerry`.")
    first = tiny.build("-W", run=False)
    assert mentioned(first, "entry-light-skerry") == ["more.html#mention--1"]

    tiny.add_page("skerry", ABOUT)
    moved = tiny.build("-W", run=False)
    assert 'href="skerry.html#light-skerry"' in moved.page("docs/more.html")
    assert 'href="skerry.html#light-skerry"' in entry(moved, "entry-light-skerry")
    assert read_again(moved) == (1, 1)

    tiny.edit("docs/more.md", "# more", "# Another title")
    titled = tiny.build("-W", run=False)
    assert read_again(titled) == (0, 1)
    assert "Mentioned on: Another title" in text(entry(titled, "entry-light-skerry"))

    (tiny.root / "docs/more.md").unlink()
    tiny.edit("docs/index.md", "\n```{toctree}\nmore\n```\n", "")
    gone = tiny.build("-W", run=False)
    assert mentioned(gone, "entry-light-skerry") == []
