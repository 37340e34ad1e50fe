"""Where a text may be cut: never inside what holds together, anywhere else between words."""

from __future__ import annotations

from itertools import product

import pytest

from sourcebook.text import cuts
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


WORDS = (
    *(
        "bought",
        "approx",
        "million",
        "lamps",
        "May",
        "January",
        "no",
        "5",
        "No",
        "IV",
        "USD",
        "U.S",
    ),
    *("non", "thousand", "Mrd", "euros", "Sept", "dozen", "km", "it's", "crore", "p", "Half", "A"),
)


@pytest.mark.parametrize("end", [".", "!", ".”", "?'"])
def test_where_a_sentence_plainly_ends_nothing_was_parted_anyway(
    end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"{a} {b}{end} {c} {d}" for a, b, c, d in product(WORDS, WORDS, WORDS[::2], WORDS[:3])]
    plain = [one for one in texts if cuts._between_sentences(one, one.index(end) + len(end))]
    assert len(plain) > 100
    monkeypatch.setattr(cuts, "_between_sentences", lambda *_: False)
    assert [one for one in plain if cut(one, one.index(end) + len(end))] == []


def test_both_ends_of_a_text_are_no_cuts() -> None:
    assert cut("lamp", 0) == cut("lamp", 4) == cut("", 0) == ""
