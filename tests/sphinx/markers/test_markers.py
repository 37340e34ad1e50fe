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


def words(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", markup)).split())


def test_what_a_marker_opens_are_links_first(built: Build) -> None:
    page = built.page("docs/index.html")
    assert 'data-ev="times-order" data-note="1" href="sources.html#ev-times-order"' in page
    assert 'sourcebook.js" defer' in page or re.search(r"<script defer[^>]*sourcebook\.js", page)


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


def test_a_megabyte_in_one_line_does_not_hang_the_build(tiny: TinyBook) -> None:
    seed = (tiny.root / "seeds/pilots_gazette.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/pilots_gazette.txt", f"{seed}\nBegin {'lamps ' * 200_000}end.\n")
    done = tiny.build("-W", "-D", "sourcebook_full_text=1", run=False)
    assert done.code == 0, done.warnings
    assert "not used yet: ¶5" in words(done.page("docs/sources.html")).lower()
    assert len(done.page("docs/index.html")) < 100_000
