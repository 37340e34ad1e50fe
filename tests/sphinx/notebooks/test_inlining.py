"""Drawings within a page: text stays text, colours are classes, and nothing is styled in place."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, fromstring

import pytest
from matplotlib.figure import Figure

from sourcebook.figures import matrix, who_says_when
from sourcebook.figures.style import as_svg
from sourcebook.sphinx.notebooks.inlining import inline

if TYPE_CHECKING:
    from collections.abc import Callable

TOLD = [
    {"source": "Board", "step": "order", "date": "2020", "evidence": "board-a, board-b"},
    {"source": "Press", "step": "order", "date": "2021-05-04", "evidence": ""},
]


def linked(ids: list[str]) -> Element:
    return Element("a", {"href": "#there", "data-ev": " ".join(ids)})


def drawn(draw: Callable[[], Figure], prefix: str = "fig") -> str:
    return inline(as_svg(draw())[1], prefix, "Two lanes & more.", linked)


def dates() -> Figure:
    return who_says_when(TOLD)


def cells() -> Figure:
    rows = [{"row": "A", "column": "B", "value": "for", "evidence": "one"}]
    return matrix(rows, categories={"for": "in favour"})


@pytest.mark.parametrize("draw", [dates, cells])
def test_a_drawing_has_classes_and_text_and_no_style_or_colour(draw: Callable[[], Figure]) -> None:
    svg = drawn(draw)
    assert "style" not in svg
    assert not re.search(r'(?:fill|stroke)="#', svg)
    assert {"fill-ink", "stroke-rule"} <= set(re.findall(r'class="([a-z-]+)"', svg))
    assert "<metadata" not in svg
    assert fromstring(svg).findtext("desc") == "Two lanes & more."
    assert max(len(one) for one in re.findall(r"\d\.(\d+)", svg)) <= 2


def test_words_can_be_read_and_are_as_large_as_they_were_drawn() -> None:
    texts = {one.text: one.get("font-size") for one in fromstring(drawn(dates)).iter("text")}
    assert texts["Board"] == "8.5"
    assert texts["4 May 2021"] == "8"


def test_two_drawings_of_a_page_share_no_id_and_refer_to_their_own() -> None:
    first, second = drawn(dates, "one"), drawn(dates, "two")
    ids = [re.findall(r'\bid="([^"]*)"', svg) for svg in (first, second)]
    assert ids[0]
    assert not set(ids[0]) & set(ids[1])
    assert len(ids[0]) == len(set(ids[0]))
    asked = re.findall(r"(?:url\(|href=\")#(one[^)\"]+)", first)
    assert asked
    assert set(asked) <= set(ids[0])


def test_a_line_with_evidence_is_one_link_over_all_others_and_one_without_is_none() -> None:
    root = fromstring(drawn(dates))
    assert root.get("role") == "group"
    links = list(root.iter("a"))
    assert [one.get("data-ev") for one in links] == ["board-a board-b"]
    assert [one.get("class") for one in links[0].iter("path")] == ["area"]
    assert root[-1].get("class") == "marker"
    unlinked = fromstring(drawn(lambda: who_says_when([{**one, "evidence": ""} for one in TOLD])))
    assert unlinked.get("role") == "img"


def test_a_figure_is_a_picture_where_nobody_has_set_the_style() -> None:
    script = """
from IPython.core.interactiveshell import InteractiveShell
from sourcebook.figures import who_says_when

figure = who_says_when([{"source": "Board", "step": "order", "date": "2020"}])
shown, _ = InteractiveShell.instance().display_formatter.format(figure)
assert shown["image/svg+xml"].startswith("<?xml"), shown
assert "2020" in shown["text/csv"]
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
