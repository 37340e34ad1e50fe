"""Drawings on web pages: what a line of a figure opens, and how to cite a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.lamps import cell

if TYPE_CHECKING:
    from conftest import TinyBook


def test_a_line_of_a_figure_opens_its_evidence_and_an_unknown_one_is_told(tiny: TinyBook) -> None:
    tiny.quieten()
    (tiny.root / "CITATION.cff").write_text("title: Log\nversion: 1\nauthors: [{name: Board}]\n")
    cited = cell("fig-lamps").replace('"basis": "stated"', '"basis": "stated", "evidence": "KEY"')
    tiny.add_notebook("lamps", cited.replace("KEY", "times-order, gazette-price"))
    tiny.add_notebook("unknown", cited.replace("KEY", "nothing-such").replace("lamps", "other"))
    done = tiny.build("-D", "html_baseurl=https://book.example/")
    assert "nothing-such" in done.warnings
    page = done.page("notebooks/lamps.html")
    links = re.findall(r'<a class="ev"[^>]*>.*?</a>', page[page.index('class="drawings"') :])
    assert 'href="../docs/sources.html#ev-times-order"' in links[0]
    heard = "Evidence, 2 quotations: Harbour Times, paragraph 3; Gazette, paragraph 3"
    assert f'aria-label="{heard}"' in links[0]
    assert re.findall(r'data-ev="([^"]+)"', links[0]) == ["times-order", "gazette-price"]
    address = "https://book.example/notebooks/lamps.html#fig-lamps"
    assert f"“Lamps as the board dates them”, {address}. In: Board." in page
