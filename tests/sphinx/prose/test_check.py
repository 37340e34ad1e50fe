"""The prose gate in a build: pages as shown, notebooks' output, counts, exemptions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Build, TinyBook


def faults(build: Build) -> list[tuple[str, str]]:
    """Return the subtype and the words of each warning of the gate."""
    pattern = r"WARNING: (?:“(.*?)” |[^“]).*?\[sourcebook\.(prose|tone|name|count)\]"
    found = re.findall(pattern, build.warnings, re.DOTALL)
    return [(kind, words) for words, kind in found]


def test_what_is_written_by_hand_fails_the_build_once_at_its_line(tiny: TinyBook) -> None:
    tiny.edit("docs/index.md", "ordered two lamps", "ordered\nnine lamps")
    done = tiny.build("-W", run=False)
    assert done.code == 1
    line = tiny.line("docs/index.md", "nine lamps")
    assert f"docs/index.md:{line}: WARNING: “nine” is a number" in done.warnings
    assert faults(done) == [("prose", "nine")]
    again = tiny.build("-W", run=False)
    assert faults(again) == [("prose", "nine")]
    tiny.edit("docs/index.md", "nine lamps", "two lamps")
    assert tiny.build("-W", run=False).code == 0


def test_what_a_notebook_puts_out_is_held_against_its_markers(tiny: TinyBook) -> None:
    tiny.add_notebook(
        "output",
        'from sourcebook.show.render import Myst, computed, marker, table\n'
        'lamps = str(40 + 7)\n'
        'Myst("It is " + lamps + " metres high " + marker(["times-tower"]) + ".")',
        'table(("Tower", "Said"), [(lamps, marker(["times-tower"])), ("48", "here")], "Towers")',
        'Myst("All in all " + computed("61") + " words.")',
        'print("printed 62")',
        'import pandas as pd\npd.DataFrame({"a": [63]})',
        'Myst("By Zork the ship.")',
    )  # fmt: skip
    tiny.add_page("by-hand", "Not by hand: {computed}`64`.")
    done = tiny.build("-W")
    assert done.code == 1
    wanted = [("name", "Zork"), *(("prose", one) for one in ("0", "48", "62", "63", "64"))]
    assert sorted(faults(done)) == wanted
    line = tiny.line("notebooks/output.md", "```{code-cell} python\ntable(")
    assert f"notebooks/output.md:{line}: WARNING: “48”" in done.warnings
    page = done.page("notebooks/output.html")
    note = '<span class="computed-note"> (computed by this notebook)</span>'
    assert f'<span class="computed">61{note}</span>' in page


def test_the_books_own_things_are_counted_with_a_capital_where_a_sentence_begins(
    tiny: TinyBook,
) -> None:
    tiny.add_page(
        "counted", "{count}`sources` speak. Of {count}`sources`, *{count}`orders` order*."
    )
    tiny.add_page("uncounted", "There are {count}`sauces`.")
    done = tiny.build(run=False)
    text = re.sub(r"<[^>]+>", "", done.page("docs/counted.html"))
    assert "Two speak. Of two, two order." in text
    assert "[sauces: unknown]" in done.page("docs/uncounted.html")
    assert done.warnings.count("“sauces” does not say") == 1


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
