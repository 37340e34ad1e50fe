"""The page of a source: its record, its quotations and where each is cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unittest.mock import MagicMock

import docutils.core
import docutils.utils
from bs4 import BeautifulSoup

from sourcebook.data.evidence import Evidence
from sourcebook.sphinx.nodes import CitedIn
from sourcebook.sphinx.sources.source_page import introduction, passage
from sourcebook.text.worded import worded

if TYPE_CHECKING:
    from conftest import Build, TinyBook


def test_the_page_of_a_source_says_what_is_stated_inferred_and_unknown(built: Build) -> None:
    text = re.sub(r"<[^>]+>", "", built.page("docs/sources.html"))
    assert "Ada Thorne (stated in the file) [Harbour Times ¶2]" in text
    assert "Pilots' Gazette (inferred: named by the reader who sent the file)" in text
    assert "4 May 2021 (stated in the file)" in text
    assert "the file does not say, and nothing is inferred" in text
    assert "D – Rests on one speaker it does not name" in text
    assert "The file begins with an empty line." in text


def test_the_page_of_a_source_says_what_its_text_was_extracted_from(tiny: TinyBook) -> None:
    tiny.add_column("sources", "extractor", "encoding cp1252")
    tiny.add_column("sources", "original", "seeds/originals/times.txt")
    page = " ".join(
        re.sub(r"<[^>]+>", " ", tiny.build(run=False).page("docs/sources.html")).split()
    )
    assert "Extracted from : seeds/originals/times.txt" in page
    assert "Extracted by : encoding cp1252" in page
    assert page.count("Extracted by") == 1


def test_a_quotation_in_another_language_says_so_to_a_browser() -> None:
    words = worded("Die Fähre fährt wieder.", "de-AT")
    said = Evidence("e", "s", words, "", "", 0, 23, "¶1", "", "report", "")
    page = docutils.utils.new_document("page")
    page += passage(MagicMock(docname="page"), MagicMock(), [said], {"e": ""})
    for place in page.findall(CitedIn):
        place.parent.remove(place)
    html = docutils.core.publish_from_doctree(page, writer_name="html5").decode()
    assert '<blockquote class="words" lang="de-AT">' in html


def test_quotations_stand_in_the_order_of_the_text_in_the_files_own_characters(
    built: Build,
) -> None:
    page = built.page("docs/sources.html")
    anchors = re.findall(r'id="ev-(times-[^"]+)"', page)
    assert anchors[:4] == ["times-title", "times-byline", "times-order", "times-keep-burning"]
    assert "£1.2\u00a0million" in page


def test_a_quotation_lists_the_places_that_cite_it(built: Build) -> None:
    page = built.page("docs/sources.html")
    entry = page[page.index('id="ev-times-order"') :]
    cited = entry[entry.index("→") : entry.index("</p>", entry.index("→"))]
    assert re.findall(r'href="([^"]+)"', cited) == [
        "index.html#on-times-order",
        "../notebooks/orders.html#on-times-order",
    ]


def test_a_source_cannot_write_markup_or_unseen_characters(tiny: TinyBook) -> None:
    hostile = (
        "<script>alert(1)</script> ```{eval-rst} {ev}`x` "
        "**bold** $a$ &amp; \u202eback\u202c \x07 end"
    )
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{hostile}\n")
    tiny.add_row(
        "data/evidence.csv",
        id="hostile",
        source="pilots-gazette",
        quotation=hostile,
        mode="report",
    )
    tiny.add_page("quoted", "{quote}`hostile`\n\n```{quotation} hostile\n```")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    safe = (
        "&lt;script&gt;alert(1)&lt;/script&gt; ```{eval-rst} {ev}`x` **bold** $a$ &amp;amp; "
        '<span class="unseen">[U+202E RIGHT-TO-LEFT OVERRIDE]</span>back'
        '<span class="unseen">[U+202C POP DIRECTIONAL FORMATTING]</span> '
        '<span class="unseen">[U+0007 BELL]</span> end'
    )
    assert f"<p>{safe}</p>" in done.page("docs/sources.html")
    assert f"“{safe}”" in done.page("docs/quoted.html")
    for path in (done.out / "docs").glob("*.html"):
        text = path.read_text("utf-8")
        assert "<script>alert" not in text
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", text)


def test_a_megabyte_in_one_line_is_read_and_quoted_as_text(tiny: TinyBook) -> None:
    seed = "seeds/pilots_gazette.txt"
    opening = "It began with <script>alert(1)</script> and {ev}`nothing`"
    line = f"{opening} " + "and **went** on " * 70_000
    assert len(line) > 1_000_000
    tiny.rewrite_seed(seed, (tiny.root / seed).read_text("utf-8") + "\n" + line + "\n")
    tiny.add_row(
        "data/evidence.csv",
        id="gazette-long",
        source="pilots-gazette",
        quotation=opening,
        mode="report",
    )
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/sources.html")
    assert "It began with &lt;script&gt;alert(1)&lt;/script&gt; and {ev}`nothing`" in page
    assert "<script>alert(1)" not in page
    assert len(page) < 1_000_000


def test_what_holds_of_many_quotations_is_said_once(tiny: TinyBook) -> None:
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    lines = {"one": "The lamps are dim.", "two": "The lamps are old.", "three": "The sea is loud."}
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{' '.join(lines.values())}\n")
    for key, words in lines.items():
        mode = "opinion" if key == "three" else "report"
        tiny.add_row(
            "data/evidence.csv", id=key, source="pilots-gazette", quotation=words, mode=mode
        )
    page = BeautifulSoup(tiny.build(run=False).page("docs/sources.html"), "html.parser")
    heads = {
        one: " ".join(page.select(f".quotation-head:has(#ev-{one})")[0].get_text().split())
        for one in lines
    }
    unconfirmed = "no independent source confirms or contradicts it"
    assert heads["one"] == "¶5 credibility 3"
    assert heads["two"] == "¶5 likewise"
    assert heads["three"] == "¶5 opinion; credibility 6"
    alone = page.select(".quotation-head:has(#ev-gazette-three-lamps)")[0].get_text()
    assert "unnamed speaker; credibility 4, doubtful (" in alone
    text = page.get_text()
    assert f"Credibility without a reason: 3, possibly true ({unconfirmed})" in text


def test_reasons_of_one_grade_are_told_apart_by_mode() -> None:
    usual = {
        ("opinion", 6): ("a judgement",),
        ("apparatus", 6): ("the file itself",),
        ("report", 3): ("nobody else says so",),
        ("quotation", 3): ("nobody else says so",),
    }
    assert introduction(2, usual).endswith(
        "Credibility without a reason: 3, possibly true (nobody else says so); 6, truth cannot be "
        "judged (apparatus of publication: the file itself; opinion: a judgement)."
    )
    assert "without a reason" not in introduction(1, {})
    assert introduction(1, {}).startswith("1 passage quoted,")


def test_quotations_that_overlap_stand_in_one_passage(tiny: TinyBook) -> None:
    words = "The lamps of the tower are dim and the sea below it is loud."
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\n{words} It rained.\n")
    parts = {
        "left": "The lamps of the tower are dim and the sea",
        "right": "the sea below it is loud.",
        "rain": "It rained.",
    }
    for key, part in parts.items():
        tiny.add_row(
            "data/evidence.csv", id=key, source="pilots-gazette", quotation=part, mode="report"
        )
    page = BeautifulSoup(tiny.build(run=False).page("docs/sources.html"), "html.parser")
    one, *others = page.select(".quotation:has(#ev-left)")
    assert not others
    assert [block.get_text().strip() for block in one.select("blockquote")] == [words]
    heads = [" ".join(head.get_text().split()) for head in one.select(".quotation-head")]
    assert heads[0].startswith("¶5 “The lamps of the … and the sea” ")
    assert heads[1].startswith("¶5 “the sea below it is loud.” ")
    assert not one.select("#ev-rain")
