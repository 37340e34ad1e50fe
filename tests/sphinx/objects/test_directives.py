"""Pages of objects: what they show, and what refers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.built import ABOUT_A_LIGHT, text

if TYPE_CHECKING:
    from conftest import Build, TinyBook


def test_the_page_of_an_object_says_what_refers_to_it(shown: Build) -> None:
    page = shown.page("docs/skerry.html")
    questions = "Questions: How many lamps were ordered? · In what words is the price given?"
    assert questions in text(page)
    assert shown.mentioned("entry-question-how-many") == ["skerry.html#mention--1"]
    assert "Mentioned on: more" in text(page)


def test_what_refers_to_an_object_can_be_listed(tiny: TinyBook) -> None:
    tiny.add_page("skerry", ABOUT_A_LIGHT + "\n\n```{related} question light skerry\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/skerry.html")
    found = page[page.index('<ul class="related') :]
    assert text(found[: found.index("</ul>")]).startswith("How many lamps were ordered?")


def test_a_list_of_what_refers_to_nothing_known_names_the_nearest(tiny: TinyBook) -> None:
    tiny.add_page("skerry", "```{related} question light skery\n```")
    assert "did you mean “skerry”" in tiny.build(run=False).warnings


def test_an_object_shown_twice_is_warned_of_with_both_places(tiny: TinyBook) -> None:
    tiny.add_page("one", ABOUT_A_LIGHT)
    tiny.add_page("two", ABOUT_A_LIGHT)
    done = tiny.build("-W", run=False)
    found = done.warning("twice", f"docs/two.md:{tiny.line('docs/two.md', '{about}')}")
    assert f"docs/one.md:{tiny.line('docs/one.md', '{about}')}" in found
