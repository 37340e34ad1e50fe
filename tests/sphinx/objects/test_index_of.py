"""The lists of objects and of quotations: tables with a column for each thing that is told."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from support.built import text

if TYPE_CHECKING:
    from bs4 import Tag
    from conftest import Build, Once, TinyBook

ORDERS = {"kind": "order", "name": "id", "line": ["ordered", "date", "replaced_by"]}
MORE = {
    "light": "skerry",
    "source": "harbour-times",
    "price_unit": "EUR",
    "evidence": "times-order",
}


@pytest.fixture(scope="module")
def listed(once: Once) -> Build:
    """Return a build of the tiny book with its orders as objects, and lists of them and others."""

    def build(tiny: TinyBook) -> Build:
        path = tiny.root / "data/datapackage.json"
        package = json.loads(path.read_text("utf-8"))
        next(one for one in package["resources"] if one["name"] == "orders")["sourcebook"] = ORDERS
        path.write_text(json.dumps(package), "utf-8")
        tiny.add_row("data/orders.csv", id="spare", buyer="ines-calder", **MORE)
        tiny.add_page("all", "```{index-of} order\n```")
        tiny.add_page("words", "```{index-of} evidence\n```")
        tiny.add_page("mentions", "See {order}`spare`.")
        return tiny.build("-W", "-D", "html_theme=pydata_sphinx_theme", run=False)

    done = once("listed", build)
    assert done.code == 0, done.warnings
    return done


def shown(build: Build, name: str) -> tuple[Tag, dict[str, list[str]], list[list[str]]]:
    """Return the list of a page, what it can be filtered by, and the lines of its file."""
    found = BeautifulSoup(build.page(f"docs/{name}.html"), "html.parser").select_one(".data-table")
    assert found is not None
    file = build.out / f"tables/docs-{name}-1.csv"
    lines = list(csv.reader(file.read_text("utf-8").splitlines()))
    return found, json.loads(str(found["data-facets"])), lines


def test_an_object_is_a_row_with_a_column_for_each_thing_told_and_its_words(listed: Build) -> None:
    table, _, lines = shown(listed, "all")
    heads = ["Id", "Ordered", "Date", "Replaced by", "Source", "Evidence"]
    assert lines[0] == heads
    assert lines[1][:3] == ["skerry-lamps-times", "2", "3 March 2021"]
    assert lines[1][4:] == ["[Harbour Times ¶3, ¶6]", "times-order times-replaced"]
    assert lines[3][:4] == ["spare", "not stated", "not stated", "not stated"]
    rows = table.select("tbody tr")
    assert rows[0]["id"] == "row-orders.skerry-lamps-times"
    assert rows[0].select_one("#entry-order-skerry-lamps-times")
    assert "derived: 2021 + 10 years" in text(str(rows[0]))


def test_where_it_is_mentioned_stands_in_its_row_and_not_in_the_file(listed: Build) -> None:
    table, _, lines = shown(listed, "all")
    assert "Mentioned on: mentions" in text(str(table.select("tbody tr")[2]))
    assert "mentions" not in str(lines)


def test_rows_are_filtered_by_closed_columns_that_are_not_shown(listed: Build) -> None:
    _, facets, _ = shown(listed, "all")
    assert facets["Actor"] == ["Harbour board", "Ines Calder"]
    assert "Order" not in facets  # each row has its own
    assert "Price unit" not in facets  # it stands beside a price


def test_every_quotation_is_a_row_that_says_who_speaks_and_how(
    listed: Build, tiny: TinyBook
) -> None:
    table, facets, lines = shown(listed, "words")
    known = list(csv.DictReader((tiny.root / "data/evidence.csv").open(encoding="utf-8")))
    assert [line[-1] for line in lines[1:]] == [one["id"] for one in known]
    assert lines[0] == ["Words", "Who speaks", "How", "Credibility", "Source", "Evidence"]
    by_key = {line[-1]: line for line in lines[1:]}
    assert by_key["times-harbour-master"][1:3] == ["–", "reported by the source"]
    assert {"Source", "How", "Credibility"} <= facets.keys()
    assert all(one.select(".marker a.ev") for one in table.select("tbody tr"))


def test_what_links_back_is_not_searched(listed: Build) -> None:
    index = listed.page("_static/search-index.js")
    assert '"mentions"' in index
    assert "Mentioned on" not in index
