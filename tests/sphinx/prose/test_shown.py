"""What a notebook puts out is prose too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import TinyBook


def test_what_a_notebook_puts_out_is_held_against_its_markers(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook(
        "output",
        'from sourcebook.show.render import Myst, computed, marker, table\n'
        'lamps = str(40 + 7) + " metres"\n'
        'Myst("It is " + lamps + " high " + marker(["times-tower"]) + ".")',
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
    assert sorted(done.faults()) == wanted
    line = tiny.line("notebooks/output.md", "```{code-cell} python\ntable(")
    assert f"notebooks/output.md:{line}: WARNING: “48”" in done.warnings
    page = done.page("notebooks/output.html")
    note = '<span class="computed-note"> (computed)</span>'
    assert f'<span class="computed">61{note}</span>' in page
