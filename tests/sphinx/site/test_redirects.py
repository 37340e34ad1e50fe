"""Old addresses: each leads on without a script, and one that leads nowhere is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Build, Once, TinyBook

SOUND = """old,new
docs/old/lights,docs/index
docs/lights,docs/sources#ev-times-order
docs/index#order,docs/index#on-times-order
"""
WRONG = """old,new
docs/second,docs/index
docs/gone,docs/never
docs/gone,docs/index#never
docs/index#order,docs/second#never
../up,docs/index
"""


@pytest.fixture(scope="module")
def moved(once: Once) -> Build:
    def build(tiny: TinyBook) -> Build:
        tiny.append("docs/redirects.csv", SOUND)
        return tiny.build("-W", run=False)

    return once("moved", build)


def test_an_old_page_leads_to_the_new_one(moved: Build) -> None:
    assert moved.code == 0, moved.warnings
    page = moved.page("docs/old/lights.html")
    assert '<meta http-equiv="refresh" content="0; url=../index.html">' in page
    assert '<link rel="canonical" href="../index.html">' in page
    assert '<a href="../index.html">The Skerry light</a>' in page
    assert "<script" not in page
    assert "url=sources.html#ev-times-order" in moved.page("docs/lights.html")


def test_an_old_name_of_a_place_stands_beside_the_new_one(moved: Build) -> None:
    assert 'id="order"' in moved.page("docs/index.html")


def test_what_leads_nowhere_is_told_at_its_line(tiny: TinyBook) -> None:
    tiny.append("docs/redirects.csv", WRONG)
    done = tiny.build(run=False)
    place = f"{tiny.root}/docs/redirects.csv"
    assert "a page that there is" in done.warning("redirect", f"{place}:2")
    assert "no page" in done.warning("redirect", f"{place}:3")
    twice = done.warnings[done.warnings.index(f"{place}:4") :]
    assert "two places" in twice
    assert "no place on its page" in twice
    assert "leads off its page" in done.warnings
    assert "the name of no page" in done.warning("redirect", f"{place}:6")
    assert "refresh" not in done.page("docs/second.html")
