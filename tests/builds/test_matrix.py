"""Whatever changes, by whatever builders and however interrupted: the output is a clean build's."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from builds.conftest import Walk
    from conftest import TinyBook

BUILDERS = ("html", "pdf", "epub")
TOC = "\n```{{toctree}}\n{}\n```\n"


def add_page(tiny: TinyBook) -> None:
    tiny.add_page("added", "The tower is 47 metres high {ev}`times-tower`.")


def remove_page(tiny: TinyBook) -> None:
    (tiny.root / "docs/picture.md").unlink()
    tiny.edit("docs/index.md", TOC.format("picture"), "")


def rename_page(tiny: TinyBook) -> None:
    (tiny.root / "docs/picture.md").rename(tiny.root / "docs/drawing.md")
    tiny.edit("docs/index.md", TOC.format("picture"), TOC.format("drawing"))


def remove_notebook(tiny: TinyBook) -> None:
    (tiny.root / "notebooks/lamps.md").unlink()
    tiny.edit("docs/index.md", TOC.format("../notebooks/lamps"), "")


def change_seed(tiny: TinyBook) -> None:
    text = (tiny.root / "seeds/harbour_times.txt").read_text("utf-8")
    tiny.rewrite_seed("seeds/harbour_times.txt", text + "\nOne line more.\n")


def rename_table(tiny: TinyBook) -> None:
    (tiny.root / "data/traffic.csv").rename(tiny.root / "data/ships.csv")
    tiny.edit("data/datapackage.json", '"traffic.csv"', '"ships.csv"')


def remove_row(tiny: TinyBook) -> None:
    path = tiny.root / "data/answers.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "what-price" not in line), "utf-8")
    puzzles = tiny.root / "data/puzzles.csv"
    kept = [one for one in puzzles.read_text("utf-8").splitlines(True) if "what-price" not in one]
    puzzles.write_text("".join(kept), "utf-8")


def edit(file: str, old: str, new: str):  # type: ignore[no-untyped-def]
    return lambda tiny: tiny.edit(file, old, new)


def append(file: str, text: str):  # type: ignore[no-untyped-def]
    return lambda tiny: tiny.append(file, text)


CHANGES = {
    "a word of a page": edit("docs/second.md", "is said to reach", "is believed to reach"),
    "the title of a page": edit("docs/second.md", "# What others report", "# What they report"),
    "a marker": edit("docs/index.md", "{ev}`times-order`;", "{ev}`times-order, times-title`;"),
    "a page more": add_page,
    "a page less": remove_page,
    "a page renamed": rename_page,
    "a notebook less": remove_notebook,
    "a cell of a table": edit("data/people.csv", "person,harbour master", "person,master"),
    "a kind in a table": edit(
        "data/people.csv", "Harbour board,organisation", "Harbour board,office"
    ),
    "a row less": remove_row,
    "a table renamed": rename_table,
    "a title in the package": edit("data/datapackage.json", '"Lights"', '"Lighthouses"'),
    "a note on evidence": edit("data/evidence.csv", "is not spoken of again", "is forgotten"),
    "a seed": change_seed,
    "the bibliography": edit("data/references.bib", "{Thorne, Ada}", "{Thorne, Adela}"),
    "the second tier": edit("data/context/reports.csv", "names no Zephyr", "is brief"),
    "the code of a notebook": edit("notebooks/lamps.md", '"date": "1999"', '"date": "2001"'),
    "a text that a notebook reads": edit("notebooks/words.txt", "Lamps of the board", "Lamps"),
    "a picture": edit("docs/dot.svg", 'width="9"', 'width="8"'),
    "a style": append("docs/_static/own.css", "p { margin: 0 }\n"),
    "a template": append("docs/_templates/layout.html", '{% extends "!layout.html" %}\n<!-- -->\n'),
    "a setting": edit("docs/conf.py", 'project = "The Skerry light"', 'project = "The light"'),
    "the lock": append("requirements.lock", "lens==2\n"),
}
DAMAGED = {
    "a page": "_build/html/docs/second.html",
    "the search index": "_build/html/_static/search-index.js",
    "the inventory": "_build/html/objects.inv",
    "a style sheet": "_build/html/_static/own.css",
    "a picture of a page": "_build/html/_images/dot.svg",
    "an export": "_build/html/exports/annotations.jsonld",
    "the words of a pop-up": "_build/html/_static/evidence/harbour-times.js",
    "a doctree": "_build/doctrees/docs/second.doctree",
    "the environment": "_build/doctrees/environment.pickle",
    "what a notebook drew": "_build/jupyter_execute/*.svg",
    "outputs in the cache": "_build/.jupyter_cache/*/**/base.ipynb",
    "the database of the cache": "_build/.jupyter_cache/*/**/global.db",
    "the PDF": "_build/handbook.pdf",
    "the PDF in its folder": "_build/pdf/handbook.pdf",
    "the EPUB": "_build/handbook.epub",
    "a page of the EPUB": "_build/epub/docs/second.xhtml",
    "a stamp of an output": "_build/.html.stamp",
    "the stamp of what was read": "_build/doctrees/stamp.json",
}
ROUND = (("html", "pdf"), ("pdf", "epub"), ("epub", "html"))
HARMS = [(one, pair, end) for one in DAMAGED for pair in ROUND for end in ("empty", "half", "gone")]


def name(value: object) -> str:
    return re.sub(r"\W+", "-", "-".join(value) if isinstance(value, tuple) else str(value))


@pytest.mark.walks(0)
@pytest.mark.parametrize("stop", [False, True], ids=("whole", "stopped"))
@pytest.mark.parametrize("first", BUILDERS)
@pytest.mark.parametrize("change", CHANGES, ids=name)
def test_every_change_reaches_every_output(walk: Walk, change: str, first: str, stop: bool) -> None:
    clean = walk.clean_after(change, CHANGES[change], BUILDERS)
    walk.restore()
    CHANGES[change](walk.tiny)
    if stop:
        walk.interrupt(first, random.Random(f"{change} {first}"))
    else:
        walk.sound(first)
        assert not walk.differs(first, clean)
    kept = walk.keep()
    for second in BUILDERS:
        walk.restore(kept)
        for builder in (second, first):
            walk.sound(builder)
            assert not walk.differs(builder, clean)


@pytest.mark.walks(0)
@pytest.mark.parametrize(("what", "pair", "end"), HARMS, ids=name)
def test_every_damage_is_healed(walk: Walk, what: str, pair: tuple[str, str], end: str) -> None:
    clean = walk.clean_after("nothing", lambda _: None, pair)
    walk.restore()
    found = sorted(walk.tiny.root.glob(DAMAGED[what]))
    assert found, f"{what} is not where it was"
    for path in found:
        half = path.read_bytes()[: path.stat().st_size // 2]
        path.write_bytes(half if end == "half" else b"")
        if end == "gone":
            path.unlink()
    for builder in pair:
        walk.sound(builder)
        assert not walk.differs(builder, clean)
