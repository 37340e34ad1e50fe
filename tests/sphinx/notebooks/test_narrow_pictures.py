"""Figures for narrow screens: each page shows the picture that fits, print the wide one alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.lamps import cell

if TYPE_CHECKING:
    from conftest import TinyBook

DRAWING = re.compile(r'<div class="drawing (.*?)</div>', re.DOTALL)


def test_a_figure_has_two_pictures_with_one_caption_and_one_file_of_data(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("lamps", cell("fig-lamps"))
    done = tiny.build("-W")
    assert done.code == 0, done.warnings
    page = done.page("notebooks/lamps.html")
    figure = page[page.index('id="fig-lamps"') : page.index("</figure>")]
    wide, narrow = DRAWING.findall(figure)
    assert wide.startswith("wide")
    assert narrow.startswith("narrow")
    assert all("<desc" in one and "A lane of marks." in one for one in (wide, narrow))
    assert all(re.search(r"<text[^>]*>Board</text>", one) for one in (wide, narrow))
    assert "<img" not in figure
    assert "style=" not in figure
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert figure.count("<figcaption") == figure.count("Data of this figure") == 1
    assert '<th scope="col">Source</th>' in figure
    for suffix in (".csv", ".svg", ".png"):
        assert f'href="../figures/fig-lamps{suffix}"' in figure
        assert (done.out / f"figures/fig-lamps{suffix}").is_file()
    assert (done.out / "figures/fig-lamps.png").read_bytes().startswith(b"\x89PNG")


def test_print_has_the_wide_picture_alone(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("lamps", cell("fig-lamps"))
    done = tiny.build("-W", builder="pdf")
    assert done.code == 0, done.warnings
    assert done.page("pages/notebooks/lamps.typ").count("picture(") == 1
