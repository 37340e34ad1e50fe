"""The data dictionary: as the package describes the tables, and nothing left undescribed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from sourcebook.checks.opening import read_book
from sourcebook.sphinx.views.dictionary import columns

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


def test_a_column_is_told_with_what_is_asked_of_it(book: Path) -> None:
    text = columns(read_book(book), "orders").text
    assert "* - Ordered `ordered`\n  - Number of lamps ordered\\." in text
    assert "whole number; a number that the evidence states; its evidence in `evidence`" in text
    assert "an id of [Sources](#table-sources)" in text
    assert "the row’s own id; never empty" in text
    assert "one of `report`, `quotation`" in columns(read_book(book), "evidence").text


def test_the_dictionary_is_a_section_for_each_table(tiny: TinyBook) -> None:
    tiny.add_page("columns", "```{dictionary}\n```")
    tiny.edit("docs/columns.md", "# columns", "---\nprose-exempt: columns\n---\n\n# columns")
    done = tiny.build("-W", run=False)
    assert done.code == 0, done.warnings
    page = BeautifulSoup(done.page("docs/columns.html"), "html.parser")
    names = list(read_book(tiny.root).tables)
    assert [one["id"] for one in page.select("section section")] == [f"table-{n}" for n in names]
    orders = page.select_one("#table-orders")
    assert orders
    assert "2 rows in data/orders.csv" in orders.get_text()
    assert orders.select_one('a[href="#table-sources"]')


def test_a_table_or_column_without_description_is_a_problem(tiny: TinyBook) -> None:
    tiny.edit("data/datapackage.json", '"Number of lamps ordered."', '""')
    tiny.edit("data/datapackage.json", '"description": "Who ordered."', '"rdfType": "x"')
    told = "\n".join(map(str, read_book(tiny.root).problems))
    assert "column “ordered” of “orders” is not described" in told
    assert "column “buyer” of “orders” is not described" in told
    assert told.count("is not described") == 2
