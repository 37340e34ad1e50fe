"""Running a page again: what it offers, and that all cells of what it offers run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from bs4 import BeautifulSoup

from sourcebook.checks.opening import read_book
from sourcebook.drawing import WEB
from sourcebook.run.executing import Work
from sourcebook.sphinx.notebooks.rerun import complete

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


def test_the_notebook_has_its_outputs_and_runs_in_any_folder_of_a_copy(
    built: Build, book: Path
) -> None:
    offered = built.out / "notebooks-to-run/notebooks/orders.ipynb"
    notebook = nbformat.read(offered, as_version=4)  # type: ignore[no-untyped-call]
    where, first, *code = [
        cell for cell in notebook.cells if "outputs" in cell or cell.id == "cell-1"
    ]
    assert "any folder inside a copy" in where.source
    assert not first.outputs
    assert code
    assert all(cell.outputs for cell in code)
    (book / "notebooks/beside.py").write_text("", "utf-8")
    notebook.cells.append(nbformat.v4.new_code_cell("import beside"))  # type: ignore[no-untyped-call]
    (book / "elsewhere/deep").mkdir(parents=True)
    ran = Work("orders", notebook, book / "elsewhere/deep", book, 60).run()
    assert not ran.error


def test_what_a_page_alone_shows_has_a_form_that_jupyterlab_shows(built: Build) -> None:
    offered = built.out / "notebooks-to-run/notebooks/orders.ipynb"
    notebook = nbformat.read(offered, as_version=4)  # type: ignore[no-untyped-call]
    outputs = [one.data for cell in notebook.cells for one in cell.get("outputs", [])]
    tables = [one for one in outputs if "text/markdown" in one]
    assert tables
    for one in tables:
        assert "<table>" in one["text/html"]
        assert "{ev}" not in one["text/html"]


def test_a_figure_has_a_picture_that_needs_no_trust(book: Path) -> None:
    form: Any = nbformat.v4
    drawn = {WEB: json.dumps({"wide": "<svg/>", "png": "iVBORw=="}), "image/svg+xml": "<svg/>"}
    cell = form.new_code_cell("x", outputs=[form.new_output("execute_result", drawn)])
    complete(form.new_notebook(cells=[cell]), read_book(book))
    assert cell.outputs[0].data["image/png"] == "iVBORw=="


def test_the_source_is_that_of_the_book(built: Build, book: Path) -> None:
    offered = built.out / "notebooks-to-run/notebooks/orders.md"
    assert offered.read_bytes() == (book / "notebooks/orders.md").read_bytes()
