"""All sources in one table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_all_sources_stand_in_one_table_that_says_what_is_inferred(tiny: TinyBook) -> None:
    tiny.edit("data/sources.csv", ",2021-05-04,times-byline,stated", ",2021-05,,inferred: May 2021")
    tiny.append("docs/index.md", "\n```{sources} All of them\n```\n")
    page = tiny.build(run=False).page("docs/index.html")
    table = page[page.index("All of them") :]
    rows = re.findall(r"<tr.*?</tr>", table[: table.index("</table>")], re.DOTALL)
    texts = [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows[1:]]
    assert texts[0] == "Harbour Times New lamps for the Skerry light report May 2021 (inferred) B"
    assert texts[1].endswith("commentary not stated D")
    assert 'href="sources.html#source-harbour-times"' in rows[1]
