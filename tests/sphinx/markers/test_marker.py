"""Markers: joined, resolved, with the quotations behind them on the page and as footnotes."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from sourcebook.checks.opening import read_book
from sourcebook.sphinx.markers.marker import grades

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, TinyBook

NOTE = re.compile(r'<li class="([^"]*)" data-ev="([^"]*)"(?: value="(\d+)")?>(.*?)</li>', re.DOTALL)
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540000000004945"
    "4e44ae426082"
)
FOOTNOTE = re.compile(
    r"\\begin\{footnote\}\[(\d+)\]\\sphinxAtStartFootnote\n(.*?)\n%?\n?\\end", re.S
)


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def notes(page: str) -> dict[str, tuple[str, str]]:
    """Return the number and the words of each quotation listed at the end of a page."""
    return {key: (number, words(body)) for _, key, number, body in NOTE.findall(page)}


def markers(page: str) -> list[str]:
    found = re.findall(r'<span class="marker">(.*?)<span class="bracket">\]', page, re.DOTALL)
    return [words(one).removeprefix("[") for one in found]


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


def test_what_a_marker_opens_are_links_first(built: Build) -> None:
    page = built.page("docs/index.html")
    assert 'data-ev="times-order" data-note="1" href="sources.html#ev-times-order"' in page
    assert 'sourcebook.js" defer' in page or re.search(r"<script defer[^>]*sourcebook\.js", page)


def test_notes_of_a_sources_own_record_are_not_printed(built: Build) -> None:
    page = built.page("docs/sources.html")
    assert {css for css, *_ in NOTE.findall(page)} == {"note unprinted"}
    assert '<p class="rubric">Quotations</p>\n<ol>' not in page


def test_markers_side_by_side_are_one_and_name_each_paragraph_once(tiny: TinyBook) -> None:
    tiny.add_page(
        "joined",
        "One {ev}`times-tower` {ev}`gazette-price`{ev}`times-order`\n{ev}`times-arrival`.\n\n"
        "Apart {ev}`times-tower`, {ev}`gazette-price`.\n\n"
        "{quote}`times-keep-burning` {ev}`times-harbour-master`",
    )
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/joined.html")
    assert markers(page) == [
        "Harbour Times ¶3, ¶5; Gazette ¶3",
        "Harbour Times ¶5",
        "Gazette ¶3",
        "Harbour Times ¶4",
    ]
    assert 'data-ev="times-arrival times-tower" data-note="2, 3"' in page
    assert 'data-ev="times-keep-burning times-harbour-master"' in page
    assert page.count('class="target" id="marker--') == 4
    entry = done.page("docs/sources.html")
    entry = entry[entry.index('id="ev-times-arrival"') :]
    assert 'href="joined.html#marker--1"' in entry[: entry.index("</p>", entry.index("Cited in"))]


def test_both_grades_are_told_apart(book: Path) -> None:
    read = read_book(book)
    order = read.cite("times-order")
    assert grades(read, order) == "source reliability B; credibility 4, doubtful"


def test_an_id_with_a_slash_or_quotes_is_only_an_id(tiny: TinyBook) -> None:
    key = """x/y"'<b>"""
    tiny.add_row(
        "data/evidence.csv",
        id=key,
        source="harbour-times",
        quotation="The first lamp arrived in April 2021.",
        mode="report",
    )
    tiny.add_page("odd", f"Odd {{ev}}`{key}`.")
    done = tiny.build(run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/odd.html")
    assert 'data-ev="x/y&quot;\'&lt;b&gt;" data-note="1"' in page
    target = re.search(r'data-note="1" href="sources.html#([^"]+)"', page)
    assert target is not None
    assert f'id="{target[1]}"' in done.page("docs/sources.html")


def test_ten_megabytes_in_one_line_do_not_hang_the_build(tiny: TinyBook) -> None:
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\nBegin {'lamps ' * 1_700_000}end.\n")
    done = tiny.build("-W", "-D", "sourcebook_full_text=1", run=False)
    assert done.code == 0, done.warnings
    assert "not used yet: ¶5" in words(done.page("docs/sources.html")).lower()
    assert len(done.page("docs/index.html")) < 100_000


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


def test_the_strip_shows_what_became_of_each_paragraph(tiny: TinyBook) -> None:
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\nSubscribe now.\nMore to come.\n")
    tiny.set_aside(("pilots-gazette", 5, "Subscribe", "<b>boiler-plate"))
    done = tiny.build(run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/sources.html")
    strip = page[page.rindex('<ol class="strip"') :]
    cells = re.findall(r'<li class="(\w+)"><(?:a|span)(?: href="(.*?)")? title="(.*?)">', strip)
    assert cells[3:] == [
        ("used", "#ev-gazette-ships", "¶4: used, 1 quotation"),
        ("aside", "", "¶5: set aside (&lt;b&gt;boiler plate)"),
        ("open", "", "¶6: not used yet"),
    ]
    assert "6 paragraphs: 4 used, 1 set aside, 1 not used yet." in words(page)
    assert "Set aside (<b>boiler plate): ¶5. Not used yet: ¶6." in words(page)


def test_a_page_shows_passages_quoted_and_all_of_a_text_only_if_asked(tiny: TinyBook) -> None:
    tiny.add_row(
        "data/evidence.csv",
        id="times-first",
        source="harbour-times",
        quotation="The first lamp arrived in April 2021. The tower, 47 metres high",
        mode="report",
    )
    said = "last week that"
    assert said not in tiny.build("-W", run=False).page("docs/sources.html")
    done = tiny.build("-W", "-D", "sourcebook_full_text=1", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/sources.html")
    assert said in page
    assert "do not pass this build on" in page
    start = page.index('id="source-harbour-times-paragraph-5"')
    fifth = page[start : page.index("</p>", start)]
    assert re.findall(r'<a class="quoted[^>]*href="#(.*?)">(.*?)</a>', fifth) == [
        ("ev-times-arrival", "The first lamp arrived in April 2021."),
        ("ev-times-first", " "),
        ("ev-times-first", "The tower, 47 metres high"),
        ("ev-times-tower", ", has stood since 1874."),
    ]
    back = tiny.build("-W", run=False)
    assert said not in back.page("docs/sources.html")
