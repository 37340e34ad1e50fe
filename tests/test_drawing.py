"""What figures and pages agree on: each colour of a figure is one of the page’s."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook import drawing
from sourcebook.sphinx.notebooks.inlining import NAMED

STYLE = Path(drawing.__file__).parent / "sphinx/site/static/sourcebook.css"
OWN = [getattr(drawing, name) for name in ("INK", "MUTED", "FAINT", "RULE", "WASH", "PAPER")]


def test_no_two_meanings_have_one_colour() -> None:
    every = [*OWN, *drawing.COLOURS, drawing.CONTEXT]
    assert len(set(every)) == len(every)
    assert set(every) == NAMED.keys()


@pytest.mark.parametrize("name", NAMED.values())
def test_every_colour_has_a_style_on_the_page(name: str) -> None:
    assert f".fill-{name} {{" in STYLE.read_text("utf-8")
