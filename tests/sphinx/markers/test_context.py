"""The second tier in a build: markers, banner, bibliography, and nothing of it anywhere else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from sourcebook.checks.opening import open_book
from sourcebook.exports import contents

if TYPE_CHECKING:
    from conftest import Build, TinyBook

ELSEWHERE = ("almanac", "leaflet", "Coast Almanac", "more than 25")


def soup(build: Build, name: str) -> BeautifulSoup:
    return BeautifulSoup(build.page(name), "html.parser")


def test_a_marker_names_badge_publisher_date_and_grade_and_leads_to_the_address(
    built: Build,
) -> None:
    page = soup(built, "docs/second.html")
    marker = page.select_one(".context-marker")
    assert marker
    assert marker.text == "[context Coast Almanac, May 2019, A]"
    link = marker.select_one("a")
    assert link
    assert link["href"] == "#context-almanac-range"
    assert "18 to 22 km" in str(link["title"])
    place = page.find(id="context-almanac-range")
    assert place
    listed = place.find_parent(class_="context-reference")
    assert listed
    assert listed.select_one('a[href="https://almanac.example/skerry"]')
    assert "Coast Almanac, May 2019; grade A" in listed.text
    assert "ev" not in (link.get("class") or [])


def test_its_pages_say_what_they_are_and_no_other_does(built: Build) -> None:
    page = soup(built, "docs/second.html")
    banner = page.select_one("section.tier-context > h1 + .context-banner")
    assert banner
    assert banner.text.strip().startswith("Context, not evidence.")
    for name in ("docs/index.html", "docs/sources.html", "notebooks/orders.html"):
        assert not soup(built, name).select(".context-banner, .tier-context, .context-marker")


def test_nothing_of_it_stands_on_pages_of_the_first_tier_or_in_its_files(
    built: Build, shared: TinyBook
) -> None:
    for path in built.out.rglob("*.html"):
        if path.name not in ("second.html", "genindex.html", "search.html"):
            text = path.read_text("utf-8")
            assert [one for one in ELSEWHERE if one in text] == [], path
    for name, data in contents(open_book(shared.root)).items():
        assert [one for one in ELSEWHERE if one.encode() in data] == [], name
    for path in (built.out / "exports").rglob("*"):
        if path.is_file() and path.suffix != ".zip":
            assert [one for one in ELSEWHERE if one in path.read_text("utf-8")] == [], path


def test_what_its_pages_cite_is_no_claim_and_no_source_leads_back(built: Build) -> None:
    assert '"Claim"' in built.page("docs/index.jsonld")
    assert not (built.out / "docs/second.jsonld").exists()
    assert "second.html" not in str(soup(built, "docs/sources.html").select(".cited-in"))
    assert 'class="ev reference' in built.page("docs/second.html")
    mentions = soup(built, "docs/objects.html").select(".mentioned-on a")
    assert not [one for one in mentions if "second.html" in str(one["href"])]


def test_a_notebook_may_not_bring_it_into_the_first_tier(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook(
        "strayed", "from sourcebook.show.render import Myst\nMyst('Five {context}`leaflet-lamps`.')"
    )
    done = tiny.build("-W")
    assert done.code == 1
    assert "a marker of the second tier stands on a page of the first" in done.warnings
    assert "“Five” is a number without evidence" in done.warnings


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{context}`almanac-range`", "{context}`almanac-rang`", "names nothing"),
        ("```{context-references}\n```", "", "a marker leads nowhere"),
        ("18 to 22", "18 to 23", "“18 to 23|“23|a number that the evidence"),
    ],
)
def test_markers_to_nothing_and_slips_fail_the_build(
    tiny: TinyBook, old: str, new: str, message: str
) -> None:
    tiny.edit("docs/second.md", old, new)
    done = tiny.build("-W", run=False)
    assert done.code == 1
    assert re.search(message, done.warnings)
