"""The one rule, held to pairs of a quotation and a sentence of every kind."""

from __future__ import annotations

import pytest
from support.examples import examples

from sourcebook.text.assertions import assertions
from sourcebook.text.carrying import in_words, is_carried, states, uncarried
from sourcebook.text.quantities import parse_quantity
from sourcebook.text.sentences import clauses


def follows(prose: str, quotation: str) -> bool:
    told = [one for start, end in clauses(prose) for one in assertions(prose[start:end])]
    return all(is_carried(one, quotation) for one in told)


@pytest.mark.parametrize("name", ["handed.tsv", "further.tsv", "mixed.tsv"])
def test_a_sentence_follows_from_a_quotation_or_does_not(name: str) -> None:
    wrong = {
        one["id"]: one
        for one in examples(name)
        if follows(one["prose"], one["quotation"]) != (one["follows"] == "yes")
    }
    assert wrong == {}


def test_every_kind_has_three_true_and_three_false_examples() -> None:
    told: dict[str, list[str]] = {}
    for one in examples("further.tsv"):
        told.setdefault(one["id"].rpartition("-")[0], []).append(one["follows"])
    assert all(min(answers.count("yes"), answers.count("no")) >= 3 for answers in told.values())
    assert len(told) >= 20


@pytest.mark.cases("further.tsv", follows="yes")
def test_a_quotation_carries_itself(case: dict[str, str]) -> None:
    assert uncarried(case["quotation"], [case["quotation"]]) == []


def test_any_of_several_quotations_may_carry_a_statement() -> None:
    assert not uncarried("2 lamps in 2020", ["2 lamps", "in May 2020"])
    assert in_words(uncarried("3 lamps in 2020", ["2 lamps", "in May 2020"])) == "“3”"


def test_what_counts_only_at_times_needs_no_quotation() -> None:
    assert not uncarried("one lamp, no lamp, the lamp that came first", [])
    assert uncarried("1 lamp", [])
    assert uncarried("the second lamp", [])


def test_a_text_states_a_quantity_of_a_cell() -> None:
    assert states("The toll exceeds 4%", parse_quantity("4", "%", ">"))
    assert not states("The toll exceeds 4%", parse_quantity("4", "%", "<"))
    assert not states("It cost €4", parse_quantity("4", "USD", ""))


def test_a_date_that_cannot_be_read_is_no_rival() -> None:
    assert uncarried("in 2020–2021", ["2020–20. In 2020–2021."]) == []
