"""What the cells of a table sort by."""

from __future__ import annotations

import pytest

from sourcebook.sphinx.site.facets import LAST, sort_keys


@pytest.mark.parametrize(
    ("column", "keys"),
    [
        (["4 May 2019", "2020", "not stated"], ["2019-05-04", "2020-01-01", LAST]),
        (["10", "9", "1,200"], ["0000000000010.000000", "0000000000009.000000"]),
        (["“Aft”", "Čapek", "Zinc", "–"], ["Aft”", "Capek", "", LAST]),
    ],
)
def test_days_and_numbers_sort_by_what_they_are(column: list[str], keys: list[str]) -> None:
    assert sort_keys(column)[: len(keys)] == keys
