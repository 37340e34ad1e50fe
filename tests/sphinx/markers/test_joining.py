"""Markers that stand side by side become one."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def markers(page: str) -> list[str]:
    found = re.findall(r'<span class="marker">(.*?)<span class="bracket">\]', page, re.DOTALL)
    return [words(one).removeprefix("[") for one in found]


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
    assert 'data-ev="times-arrival times-tower"' in page
    assert 'data-ev="times-keep-burning times-harbour-master"' in page
    assert page.count('class="target" id="on-') == 4
    entry = done.page("docs/sources.html")
    entry = entry[entry.index('id="ev-times-arrival"') :]
    assert 'href="joined.html#on-gazette-price.' in entry[: entry.index("</p>", entry.index("→"))]


def test_a_remark_that_no_page_shows_leaves_no_gap_before_a_sign(tiny: TinyBook) -> None:
    tiny.add_page("gaps", "Words <!-- a -->. And *more* <!-- b -->, so <!-- c --> on.")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    shown = words(re.sub(r"<!--.*?-->", "", done.page("docs/gaps.html")))
    assert "Words. And more, so on." in shown
