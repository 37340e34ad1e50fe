"""The paragraphs that a row names: one, a range, or all."""

from __future__ import annotations

import pytest

from sourcebook.data.numbered import paragraphs_named


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [("3", [3]), ("3-5", [3, 4, 5]), ("3–5", [3, 4, 5]), ("all", [1, 2, 3, 4, 5]), ("5-5", [5])],
)
def test_numbers_are_read(cell: str, numbers: list[int]) -> None:
    assert [*paragraphs_named(cell, 5)] == numbers


@pytest.mark.parametrize("cell", ["", "0", "03", "6", "5-3", "3-6", "3-", "3,4", "every", "٣"])
def test_what_names_no_paragraph_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="a range such as 3-7, or all, from 1 to 5"):
        paragraphs_named(cell, 5)
