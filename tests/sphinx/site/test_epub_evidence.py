"""The annex of an EPUB: each quotation once, by number, with links both ways."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.epub import ANNEX, without_record

from sourcebook.checks.opening import read_book
from sourcebook.sphinx.markers.annex import numbers

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_quotation_stands_once_by_number_with_links_both_ways(tiny: TinyBook) -> None:
    tiny.add_page("again", "Two lamps, again {ev}`times-order`.")
    pages = without_record(tiny)
    number = numbers(read_book(tiny.root))["times-order"]
    every = " ".join(pages.values())
    assert len(re.findall(r"The harbour board ordered 2 lamps", every)) == 1
    assert f'href="../{ANNEX}#evidence-{number}">{number}</a>]' in pages["docs/again.xhtml"]
    assert not re.search(r"<sup|doc-noteref|footnote-reference", pages["docs/again.xhtml"])
    entry = pages[ANNEX].partition(f'id="evidence-{number}"')[2].partition("quotation-head")[0]
    back = re.findall(r'href="docs/(\w+)\.xhtml#(on-[\w.-]+)">', entry)
    assert {"again", "index"} <= {page for page, _ in back}
    for page, place in back:
        assert f'id="{place}"' in pages[f"docs/{page}.xhtml"]
