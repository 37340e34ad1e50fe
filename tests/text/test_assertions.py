"""What a text states, and whether a quotation states the same."""

from __future__ import annotations

import pytest

from sourcebook.text.assertions import assertions, quoted
from sourcebook.text.carrying import is_carried


def test_numbers_dates_and_designations_are_told_in_their_order() -> None:
    found = [(one.kind, one.words) for one in assertions("On 3 May 2021 the XY-12 had 2 lamps.")]
    assert found == [("date", "3 May 2021"), ("designation", "XY-12"), ("number", "2")]


def test_quoted_words_are_those_between_the_marks() -> None:
    assert [one.words for one in quoted("He said “a light” and no more.")] == ["“a light”"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("the T-72B3", "designation", "T-72B3"),
        ("by 2019", "date", "2019"),
        ("It cost €5 million", "number", "€5 million"),
        ("in Phase II", "label", "Phase II"),
        ("at 10:30 p.m.", "time", "10:30 p.m."),
        ("tens of thousands", "phrase", "tens of thousands"),
        ("last year", "phrase", "last year"),
        ("on Friday", "phrase", "Friday"),
        ("version of 1.2.3", "digits", "1.2.3"),
        ("a 3-2 win", "digits", "3-2"),
        ("CO₂", "digits", "CO₂"),
    ],
)
def test_every_kind_of_statement_is_told(text: str, kind: str, words: str) -> None:
    assert [(one.kind, one.words) for one in assertions(text)] == [(kind, words)]


@pytest.mark.cases("quotation_marks.tsv")
def test_quoted_words_are_carried_only_by_the_same_words(case: dict[str, str]) -> None:
    quotations = quoted(case["prose"])
    carried = all(is_carried(one, case["quotation"]) for one in quotations)
    assert carried is (case["follows"] == "yes" or not quotations)


@pytest.mark.cases("quotation_marks.tsv", follows="no")
def test_nothing_false_is_let_pass_as_not_quoted(case: dict[str, str]) -> None:
    assert quoted(case["prose"])
