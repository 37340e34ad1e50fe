"""Figures of notebooks on pages: their data as files, the links to them, and what none may lack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.lamps import DRAW, HEAD, cell

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Build, TinyBook

HEADS = "Source,Step,Date (EDTF),Date in words,Basis,Note"
DATA = f"{HEADS}\nBoard,Lamps,1999,1999,stated,\nBoard,Lamps,,,,\n"


def files(build: Build) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (build.out / "figures").glob("*.csv")}


def times(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_a_figures_data_lie_beside_the_pages_and_are_linked_below_it(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("lamps", cell("fig-lamps"))
    tiny.add_notebook("more", cell("fig-more", "'2001',"))
    first = tiny.build("-W", "-j", "2")
    assert first.code == 0, first.warnings
    assert files(first)["fig-lamps.csv"] == DATA
    assert sorted(files(first)) == ["fig-lamps.csv", "fig-more.csv"]
    page = first.page("notebooks/lamps.html")
    figure = page[page.index('id="fig-lamps"') : page.index("</figure>")]
    assert re.search(r'href="\.\./figures/fig-lamps\.csv">Data of this figure \(CSV\)<', figure)

    before = times(first.out / "figures")
    again = tiny.build("-W")
    assert times(again.out / "figures") == before

    (tiny.root / "notebooks/more.md").unlink()
    tiny.edit("docs/index.md", "\n```{toctree}\n../notebooks/more\n```\n", "")
    tiny.append("notebooks/lamps.md", "\nAnd a word more.\n")
    gone = tiny.build("-W")
    assert "Executed notebook" not in gone.said
    assert files(gone) == {"fig-lamps.csv": DATA}


def test_a_figure_that_lacks_something_is_warned_of_at_its_cell(tiny: TinyBook) -> None:
    tiny.quieten()
    named = cell("fig-lamps")
    plain = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    without = {
        "bare": (DRAW.replace("DATES", "'1999',"), "caption and name and alternative text"),
        "blind": (
            named.replace("    alt: A lane of marks.\n", "    width: 80%\n"),
            "alternative text",
        ),
        "plain": (HEAD.replace("NAME", "fig-plain") + plain, "data"),
        "silent": (
            named.replace("caption: Lamps as the board dates them.", "align: left"),
            "caption",
        ),
    }
    cells = {name: code.replace("fig-lamps", f"fig-{name}") for name, (code, _) in without.items()}
    tiny.add_notebook("lacking", *cells.values())
    done = tiny.build("-W", "--keep-going")
    assert done.code == 1
    for name, (_, lacking) in without.items():
        line = tiny.line("notebooks/lacking.md", f"```{{code-cell}} python\n{cells[name]}")
        told = f"notebooks/lacking.md:{line}: WARNING: a figure lacks {lacking}\n"
        assert told in done.warnings, done.warnings
    assert done.warnings.count("[sourcebook.figure]") == len(without)
    assert not (done.out / "figures").exists()
    again = tiny.build("-W", "--keep-going")
    assert again.warnings.count("[sourcebook.figure]") == len(without)
