"""Running a page again: what it offers, and that all cells of what it offers run."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from bs4 import BeautifulSoup

from sourcebook.run.executing import Work

if TYPE_CHECKING:
    from conftest import Build

PAGE = "notebooks/orders.html"


def test_a_page_offers_its_notebook_its_source_and_what_it_read(built: Build) -> None:
    part = BeautifulSoup(built.page(PAGE), "html.parser").select_one("details.rerun")
    assert part is not None
    links = [str(one["href"]) for one in part.select("a")]
    assert links == [f"../notebooks-to-run/notebooks/orders.{kind}" for kind in ("ipynb", "md")]
    assert "data/orders.csv" in part.get_text()
    assert "It ran on " in part.get_text()
    assert "jupyter lab notebooks/orders.md" in part.get_text()
    assert "rerun" not in built.page("docs/index.html")


def test_the_notebook_has_its_outputs_and_all_its_cells_run(built: Build, book: Path) -> None:
    offered = built.out / "notebooks-to-run/notebooks/orders.ipynb"
    notebook = nbformat.read(offered, as_version=4)  # type: ignore[no-untyped-call]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert all(cell.outputs for cell in code)
    shutil.copy(offered, book / "notebooks")
    ran = Work("orders", notebook, book / "notebooks", book, 60).run()
    assert not ran.error


def test_the_source_is_that_of_the_book(built: Build, book: Path) -> None:
    offered = built.out / "notebooks-to-run/notebooks/orders.md"
    assert offered.read_bytes() == (book / "notebooks/orders.md").read_bytes()
