"""Pages of objects: what they show, and what refers to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Build, TinyBook


ABOUT = "```{about} light skerry\n:with: question\n```\n\nThe board is {actor}`harbour-board`."


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


def test_the_page_of_an_object_says_what_refers_to_it(shown: Build) -> None:
    page = shown.page("docs/skerry.html")
    questions = "Questions: How many lamps were ordered? · In what words is the price given?"
    assert questions in text(page)
    assert mentioned(shown, "entry-question-how-many") == ["skerry.html#mention--1"]
    assert "Mentioned on: more" in text(page)


def test_what_refers_to_an_object_can_be_listed(tiny: TinyBook) -> None:
    tiny.add_page("skerry", ABOUT + "\n\n```{related} question light skerry\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/skerry.html")
    found = page[page.index('<ul class="related') :]
    assert text(found[: found.index("</ul>")]).startswith("How many lamps were ordered?")


def test_a_list_of_what_refers_to_nothing_known_names_the_nearest(tiny: TinyBook) -> None:
    tiny.add_page("skerry", "```{related} question light skery\n```")
    assert "did you mean “skerry”" in tiny.build(run=False).warnings


def test_an_object_shown_twice_is_warned_of_with_both_places(tiny: TinyBook) -> None:
    tiny.add_page("one", ABOUT)
    tiny.add_page("two", ABOUT)
    done = tiny.build("-W", run=False)
    found = done.warning("twice", f"docs/two.md:{tiny.line('docs/two.md', '{about}')}")
    assert f"docs/one.md:{tiny.line('docs/one.md', '{about}')}" in found
