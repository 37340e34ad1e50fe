"""The prose gate in a build: pages as shown, notebooks' output, counts, exemptions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.sphinx.prose import check, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest
    from conftest import TinyBook
    from docutils import nodes


def test_what_is_written_by_hand_fails_the_build_once_at_its_line(tiny: TinyBook) -> None:
    tiny.edit("docs/index.md", "ordered two lamps", "ordered\nnine lamps")
    done = tiny.build("-W", run=False)
    assert done.code == 1
    line = tiny.line("docs/index.md", "nine lamps")
    assert f"docs/index.md:{line}: WARNING: “nine” is a number" in done.warnings
    assert done.faults() == [("prose", "nine")]
    again = tiny.build("-W", run=False)
    assert again.faults() == [("prose", "nine")]
    tiny.edit("docs/index.md", "nine lamps", "two lamps")
    assert tiny.build("-W", run=False).code == 0


def test_an_exempt_page_says_so(tiny: TinyBook) -> None:
    tiny.append(
        "docs/free.md", "---\nprose-exempt: it shows <examples>\n---\n\n# Free\n\n99 lamps\n"
    )
    tiny.append("docs/index.md", "\n```{toctree}\nfree\n```\n")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = done.page("docs/free.html")
    assert "carried by evidence: it shows &lt;examples&gt;.</p>" in page
    assert "prose-exempt" not in done.page("docs/index.html")


def test_the_build_finds_what_check_finds_in_what_a_page_takes_in(tiny: TinyBook) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>95</text></svg>"
    tiny.append("docs/part.txt", "It had 91 lamps.\n\n```{include} further.txt\n```\n")
    tiny.append("docs/further.txt", "It had {file}`92` lamps.\n")
    tiny.append("docs/part.csv", "Lamps,93\n")
    tiny.append("docs/drawn.svg", svg)
    tiny.append("docs/old.rst", ":orphan:\n\nOld\n===\n\nIt had 90 lamps.\n")
    tiny.add_page(
        "shown",
        "```{include} part.txt\n```\n\n```{csv-table} Lamps\n:file: part.csv\n```\n\n"
        "It had {math}`94` lamps.\n\n![Lamps](drawn.svg)\n\n<p>It had 96 lamps.</p>\n\n"
        "> The lamps are green. {ev}`times-order`\n\n```{eval-rst}\nIt had 97 lamps.\n```\n",
    )
    done = tiny.build("-W", "--keep-going", run=False)
    assert done.code == 1
    told = re.findall(r"WARNING: “(.*?)” is a (?:number|quotation)", done.warnings)
    assert sorted(told) == [*map(str, range(91, 98)), "The lamps are green."]
    checked = {problem.place for problem in check_pages(Pages(read_book(tiny.root)))}
    places = ("docs/part.txt:1", "docs/further.txt:1", "docs/part.csv:1", "docs/drawn.svg:1")
    assert set(places) <= checked
    assert all(f"{place}: WARNING: “9" in done.warnings for place in places)
    assert len(re.findall(r"form that no check reads", done.warnings)) == 2


def test_what_was_shown_before_is_looked_through_again_where_what_it_is_held_to_changed(
    tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tiny.root / "looked.log"

    def looked() -> set[str]:
        """Build, and return which pages were looked through."""
        log.write_text("")
        assert tiny.build("-W", run=False).code == 0
        return {Path(one).stem for one in log.read_text("utf-8").split()}

    def shown_blocks(document: nodes.document) -> Iterator[shown.Shown]:
        with log.open("a", encoding="utf-8") as opened:
            opened.write(f"{document['source']}\n")
        return shown.shown_blocks(document)

    monkeypatch.setattr(check, "shown_blocks", shown_blocks)
    tiny.add_page("free", "Two lamps were ordered {ev}`times-order`.")
    tiny.add_page("counting", "There are {count}`orders where date = 2021-03` of them.")
    every = {"index", "objects", "second", "sources", "orders", "free", "counting"}
    assert looked() == every
    tiny.edit("data/orders.csv", "2021-03,stated", "2021,stated")
    assert looked() == {"counting"}  # it is read again
    tiny.edit("data/lights.csv", "Skerry lighthouse", "Skerry light")
    assert looked() == every
