"""Words found whatever form their signs have, and where they stand in the text itself."""

from __future__ import annotations

import pytest

from sourcebook.text.folding import Edited, fold, folded


@pytest.mark.cases("forms.tsv", found="yes")
def test_another_form_of_the_same_is_found(case: dict[str, str]) -> None:
    text = f"before {case['source']} after"
    ((start, end),) = folded(text).find(folded(case["words"]))
    assert text[slice(*folded(text).original(start, end))] == case["source"].strip("\u202a\ufeff")


@pytest.mark.cases("forms.tsv", found="no")
def test_what_says_something_else_is_not_found(case: dict[str, str]) -> None:
    text = f"before {case['source']} after"
    assert [*folded(text).find(folded(case["words"]))] == []


def test_an_edited_text_leads_back_to_the_text_itself() -> None:
    edited = Edited("abcdef", iter([(1, 3, "X"), (4, 5, ""), (5, 6, "YZ")]))
    assert edited.text == "aXdYZ"
    assert [edited.original(at) for at in range(5)] == [(0, 1), (1, 3), (3, 4), (5, 6), (5, 6)]
    assert [edited.divides(at) for at in range(6)] == [False, False, False, False, True, False]


def test_folding_twice_changes_nothing() -> None:
    text = "“The light-\nhouse’s ﬁrst…” «\u00a0lamp »"
    assert fold(fold(text)) == fold(text) == '"The light-house\'s first..." "lamp"'


def test_half_of_what_is_one_sign_is_divided() -> None:
    there = folded("The ﬁrst lamp")
    (place,) = there.find(folded("irst lamp"))
    assert there.divides(place[0])
    assert not there.divides(place[1])


def test_context_stands_right_before_and_right_behind_a_place() -> None:
    there = folded("one two three")
    assert there.follows(folded("one"), 4)
    assert there.precedes(folded("three"), 7)
    assert not there.follows(folded("two"), 4)
