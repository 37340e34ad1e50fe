"""What a text states, and whether a quotation states the same."""

from __future__ import annotations

import pytest

from sourcebook.text.assertions import assertions, is_carried, quoted


def test_numbers_dates_and_designations_are_told_in_their_order() -> None:
    found = [(one.kind, one.words) for one in assertions("On 3 May 2021 the XY-12 had 2 lamps.")]
    assert found == [("date", "3 May 2021"), ("designation", "XY-12"), ("number", "2")]


def test_quoted_words_are_those_between_the_marks() -> None:
    assert [one.words for one in quoted("He said “a light” and no more.")] == ["“a light”"]


@pytest.mark.parametrize(
    ("words", "quotation", "carried"),
    [
        ("in May 2021", "on 3 May 2021", True),
        ("on 3 May 2021", "in May 2021", False),
        ("two lamps", "2 lamps", True),
        ("two lamps", "three lamps", False),
        ("the XY-12", "an XY-12 and more", True),
        ("the XY-12", "an XY-13", False),
    ],
)
def test_a_quotation_carries_what_it_states_itself(
    words: str, quotation: str, carried: bool
) -> None:
    (one,) = assertions(words)
    assert is_carried(one, quotation) is carried


@pytest.mark.cases("quotation_marks.tsv")
def test_quoted_words_are_carried_only_by_the_same_words(case: dict[str, str]) -> None:
    quotations = quoted(case["prose"])
    carried = all(is_carried(one, case["quotation"]) for one in quotations)
    assert carried is (case["follows"] == "yes" or not quotations)


@pytest.mark.cases("quotation_marks.tsv", follows="no")
def test_nothing_false_is_let_pass_as_not_quoted(case: dict[str, str]) -> None:
    assert quoted(case["prose"])
