"""Roles that a screen reader knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from conftest import TinyBook

PAGE = """# Works

See [Lamp 2020].

```{eval-rst}
.. [Lamp2020] On lamps.
.. [Lamp2021] On more lamps.
```
"""


def test_entries_of_a_bibliography_are_items_of_their_list(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_page("works", PAGE)
    page = BeautifulSoup(tiny.build(run=False).page("docs/works.html"), "html.parser")
    entries = page.select("div[role=list].citation-list > div.citation")
    assert [one["role"] for one in entries] == ["listitem", "listitem"]
