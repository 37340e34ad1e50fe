"""Computed cells in print: a table says once that they are computed, a single number by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    from conftest import TinyBook

CELL = """from sourcebook.show.render import Myst, computed, table

rows = [["oil", computed("2")], ["gas", computed("3")]]
Myst(f"All in all {computed('5')}.") + table(["Kind", "Lamps"], rows, "Lamps by kind")"""


def test_a_table_says_once_that_its_cells_are_computed(tiny: TinyBook) -> None:
    tiny.quieten()
    tiny.add_notebook("lamps", CELL)
    done = tiny.build("-W", builder="pdf")
    assert done.code == 0, done.warnings
    pages = PdfReader(done.out.parent / "handbook.pdf").pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Lamps by kind (computed)" in words
    assert "oil 2 gas 3" in words
    assert "All in all 5 (computed)" in words
