"""The text of a source on its page: the strip, the passages, all of it if asked."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def test_the_strip_shows_what_became_of_each_paragraph(tiny: TinyBook) -> None:
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\nSubscribe now.\nMore to come.\n")
    tiny.set_aside(("pilots-gazette", 5, "Subscribe", "<b>boiler-plate"))
    done = tiny.build(run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/sources.html")
    strip = page[page.rindex('<ol class="strip"') :]
    pattern = r'<li class="(\w+)"><(?:a|span)(?: href="(.*?)")? title="(.*?)"[ >]'
    cells = re.findall(pattern, strip)
    assert 'aria-label="4: used, 1 quotation">4</a>' in strip
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
