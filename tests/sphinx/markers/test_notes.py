"""The notes of a page: each quotation that it cites, once."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Build, TinyBook


NOTE = re.compile(r'<li class="([^"]*)" data-ev="([^"]*)"(?: value="(\d+)")?>(.*?)</li>', re.DOTALL)


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def notes(page: str) -> dict[str, tuple[str, str]]:
    """Return the number and the words of each quotation listed at the end of a page."""
    return {key: (number, words(body)) for _, key, number, body in NOTE.findall(page)}


def test_a_page_holds_each_quotation_it_cites_once_with_its_attribution(built: Build) -> None:
    found = notes(built.page("docs/index.html"))
    assert [*found] == [
        "times-order",
        "gazette-three-lamps",
        "gazette-price",
        "times-keep-burning",
    ]
    assert found["times-keep-burning"] == (
        "4",
        "“We shall keep the light burning whatever the weather,” Ines Calder; direct quotation "
        "Harbour Times ¶4, 4 May 2021; source reliability B; credibility 3, possibly true",
    )
    assert "no date stated; source reliability D" in found["gazette-price"][1]


def test_notes_of_a_sources_own_record_are_not_printed(built: Build) -> None:
    page = built.page("docs/sources.html")
    assert {css for css, *_ in NOTE.findall(page)} == {"note unprinted"}
    assert '<p class="rubric">Quotations</p>\n<ol>' not in page


def test_a_pop_up_shows_the_beginning_of_a_quotation_that_is_very_long(tiny: TinyBook) -> None:
    long = f"Begin {'lamps ' * 10_000}end."
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{long}\n")
    row = {"source": "pilots-gazette", "quotation": long, "mode": "report"}
    tiny.add_row("data/evidence.csv", id="long", **row)
    tiny.add_page("much", "Much {ev}`long`.")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    _, said = notes(done.page("docs/much.html"))["long"]
    assert "[…] The rest stands on the page of the source." in said
    assert len(said) < 1500
    assert long in done.page("docs/sources.html")
