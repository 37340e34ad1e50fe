"""Addresses of statements and rows: made from evidence and keys, and kept when words change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Build, TinyBook

PAGE = "Two {ev}`times-order`. Three {ev}`gazette-price, times-order`.\n\nTwo {ev}`times-order`."
MANY = "times-order, times-tower, times-arrival, gazette-price"


@pytest.fixture(scope="module")
def named(shared: TinyBook) -> tuple[list[str], list[str]]:
    shared.add_page("said", f"{PAGE}\n\nMany {{ev}}`{MANY}`.")
    before = anchors(shared.build("-W", run=False))
    shared.edit("docs/said.md", "Two {ev}`times-order`. Three", "Old {ev}`times-tower`. Three")
    return before, anchors(shared.build(run=False))


def anchors(build: Build) -> list[str]:
    return re.findall(r'class="target" id="([^"]+)"', build.page("docs/said.html"))


def test_a_statement_is_named_by_its_evidence(named: tuple[list[str], list[str]]) -> None:
    *first, many = named[0]
    assert first == ["on-times-order", "on-gazette-price.times-order", "on-times-order--2"]
    assert re.fullmatch(r"on-gazette-price\.[0-9a-f]{8}", many)


def test_rewording_changes_no_name(
    named: tuple[list[str], list[str]],
) -> None:
    before, after = named
    assert after == ["on-times-tower", before[1], "on-times-order", before[3]]


def test_a_row_and_what_it_says_are_named_by_its_key(built: Build) -> None:
    page = built.page("notebooks/orders.html")
    row = page[page.index('id="row-orders.skerry-lamps-times"') :]
    assert 'id="on-orders.skerry-lamps-times.times-order' in row[: row.index("</tr>")]
    assert "skerry-lamps-times`" not in page
