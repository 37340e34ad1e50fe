"""Links back from objects to the pages that mention them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.built import ABOUT_A_LIGHT, text

if TYPE_CHECKING:
    from conftest import Build, TinyBook


def test_an_entry_has_name_line_marker_and_the_pages_that_mention_it(shown: Build) -> None:
    found = shown.entry("entry-light-skerry")
    assert "Skerry lighthouse" in text(found)
    assert "lighthouse 1874 [Harbour Times ¶3, ¶5]" in text(found)
    assert 'href="skerry.html#light-skerry"' in found
    assert shown.mentioned("entry-light-skerry") == ["more.html#mention--1"]
    assert shown.mentioned("entry-actor-harbour-board") == ["skerry.html#mention--3"]


def test_links_back_follow_pages_that_change_move_and_go(tiny: TinyBook) -> None:
    tiny.add_page("more", "See {light}`skerry`.")
    first = tiny.build("-W", run=False)
    assert first.mentioned("entry-light-skerry") == ["more.html#mention--1"]

    tiny.add_page("skerry", ABOUT_A_LIGHT)
    moved = tiny.build("-W", run=False)
    assert 'href="skerry.html#light-skerry"' in moved.page("docs/more.html")
    assert 'href="skerry.html#light-skerry"' in moved.entry("entry-light-skerry")
    assert moved.read_again() == (1, 1)

    tiny.edit("docs/more.md", "# more", "# Another title")
    titled = tiny.build("-W", run=False)
    assert titled.read_again() == (0, 1)
    assert "Mentioned on: Another title" in text(titled.entry("entry-light-skerry"))

    (tiny.root / "docs/more.md").unlink()
    tiny.edit("docs/index.md", "\n```{toctree}\nmore\n```\n", "")
    gone = tiny.build("-W", run=False)
    assert gone.mentioned("entry-light-skerry") == []
