"""Figures for narrow screens: each page shows the picture that fits, print the wide one alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.lamps import cell

if TYPE_CHECKING:
    from conftest import TinyBook

IMAGE = re.compile(r"<img\b[^>]*>")


def test_a_figure_has_two_pictures_with_one_caption_and_one_file_of_data(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("lamps", cell("fig-lamps"))
    done = tiny.build("-W")
    assert done.code == 0, done.warnings
    page = done.page("notebooks/lamps.html")
    figure = page[page.index('id="fig-lamps"') : page.index("</figure>")]
    wide, narrow = IMAGE.findall(figure)
    assert "wide" in wide
    assert "narrow" in narrow
    assert all('alt="A lane of marks."' in one for one in (wide, narrow))
    assert figure.count("<figcaption") == figure.count("Data of this figure") == 1
    for one in (wide, narrow):
        file = re.search(r'src="\.\./([^"]+)"', one)
        assert file is not None
        assert (done.out / file[1]).is_file()
    style = done.page("_static/sourcebook.css")
    assert re.search(r"\nimg\.narrow \{\s*display: none", style)
    assert re.search(r"@media \(max-width[^{]*\{\s*img\.wide \{\s*display: none", style)


def test_print_has_the_wide_picture_alone(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("lamps", cell("fig-lamps"))
    done = tiny.build("-W", builder="pdf")
    assert done.code == 0, done.warnings
    assert done.page("pages/notebooks/lamps.typ").count("picture(") == 1
