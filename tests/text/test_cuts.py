"""Where a text may be cut: never inside what holds together, anywhere else between words."""

from __future__ import annotations

import pytest

from sourcebook.text.cuts import cut


def parted(text: str) -> str:
    """Return what is parted where a “|” stands."""
    return cut(text.replace("|", "", 1), text.index("|"))


@pytest.mark.cases("boundaries.tsv", whole="no")
def test_what_holds_together_is_not_parted(case: dict[str, str]) -> None:
    assert parted(case["marked"]) != ""


@pytest.mark.cases("boundaries.tsv", whole="yes")
def test_between_words_a_text_may_be_cut(case: dict[str, str]) -> None:
    assert parted(case["marked"]) == ""


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("held fewer than |5% of them", "fewer than 5%"),
        ("two hundred |and five steps", "two hundred and five"),
        ("in Phase |II it", "Phase II"),
        ("the keeper can|’t come", "can't"),
    ],
)
def test_the_whole_of_what_is_parted_is_told(text: str, whole: str) -> None:
    assert parted(text) == whole


def test_both_ends_of_a_text_are_no_cuts() -> None:
    assert cut("lamp", 0) == cut("lamp", 4) == cut("", 0) == ""
