"""Examples on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_page_shows_the_example_with_its_marker_or_that_there_is_none(tiny: TinyBook) -> None:
    page = "A {example}`people where kind = person`, a {example}`evidence where mode = caption`."
    tiny.add_page("codes", f"{page}\n\nA {{example}}`people where kind = ghost`.")
    done = tiny.build(run=False)
    text = BeautifulSoup(done.page("docs/codes.html"), "html.parser").get_text()
    assert "A Ines Calder [Harbour Times ¶" in " ".join(text.split())
    assert "a no example in this book." in text
    line = tiny.line("docs/codes.md", "ghost")
    found = f"docs/codes.md:{line}: WARNING: “people where kind = ghost” does not say"
    assert found in done.warnings
