"""Tables of a built site: what their rows sort and filter by, and their files."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from bs4 import Tag
    from conftest import Build

PAGE = "docs/things.html"


@pytest.fixture(scope="module")
def holder(tabled: Build) -> Tag:
    found = BeautifulSoup(tabled.page(PAGE), "html.parser").select_one(".data-table")
    assert found is not None
    return found


def test_a_table_says_by_what_its_rows_can_be_filtered(holder: Tag) -> None:
    facets = json.loads(str(holder["data-facets"]))
    assert facets["Source"] == ["Gazette", "Harbour Times"]
    assert facets["Year"] == ["2019", "2020", "2021", "2022"]
    assert facets["Actor"] == ["Harbour board", "Ines Calder"]
    assert "Thing" not in facets
    order = list(facets)
    first = str(holder.select("tbody tr")[0]["data-in"]).split()
    assert f"{order.index('Actor')}.1" in first
    assert f"{order.index('Year')}.2" in first


def test_its_file_holds_what_is_shown_with_the_ids_of_its_evidence(
    tabled: Build, holder: Tag
) -> None:
    link = holder.select_one(".table-file a")
    assert link is not None
    assert link["href"] == "../tables/docs-things-1.csv"
    rows = list(csv.reader((tabled.out / "tables/docs-things-1.csv").open(encoding="utf-8")))
    assert rows[0] == ["Thing", "When", "How many", "Words", "Evidence"]
    assert rows[1] == ["Ines Calder", "12 March 2021", "9", "[Harbour Times ¶3]", "times-order"]
    assert rows[3][0] == rows[2][0]
    assert rows[5][0] == "'=2+2"


def test_a_wide_table_names_the_column_of_each_cell_before_any_script(holder: Tag) -> None:
    table = holder.select_one("table.labelled[role=table]")
    assert table is not None
    cells = table.select("tbody tr[role=row]")[1].select("td[role=cell]")
    assert [one["data-column"] for one in cells] == ["Thing", "When", "How many", "Words"]
    assert cells[1]["data-sort"]


def test_only_a_table_of_many_rows_keeps_a_place_for_what_filters_it(
    tabled: Build, holder: Tag
) -> None:
    assert holder.select(".table-place")
    page = BeautifulSoup(tabled.page("docs/sources.html"), "html.parser")
    assert not page.select(".table-place")


def test_scripts_of_tables_are_loaded_only_where_there_is_one(tabled: Build) -> None:
    assert "tables.js" in tabled.page(PAGE)
    assert "tablesort.js" not in tabled.page("docs/second.html")
    assert not (tabled.out / "tables/docs-second-1.csv").exists()
