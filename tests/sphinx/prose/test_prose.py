"""The prose gate in a build: pages as shown, notebooks' output, counts, exemptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages

if TYPE_CHECKING:
    from conftest import TinyBook


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
    check = {problem.place for problem in check_pages(Pages(read_book(tiny.root)))}
    places = ("docs/part.txt:1", "docs/further.txt:1", "docs/part.csv:1", "docs/drawn.svg:1")
    assert set(places) <= check
    assert all(f"{place}: WARNING: “9" in done.warnings for place in places)
    assert len(re.findall(r"form that no check reads", done.warnings)) == 2
