"""Why a quotation does not carry a statement."""

from __future__ import annotations

import pytest

from sourcebook.text.assertions import assertions
from sourcebook.text.explaining import as_written, own_order, why_not


@pytest.mark.parametrize(
    ("text", "quotation", "words"),
    [
        ("5.13 billion dinars", "imports (€5.13 billion)", "another unit"),
        ("above 4 of GDP", "exceeds 4% of GDP", "write “exceeds 4%”"),
        ("41 boats", "sold over 41 boats", "write “sold over 41”"),
        ("rose by 12%", "fell by 12%", "another direction"),
        ("in 2019", "by 2019", "bounds the date otherwise"),
        ("in 1442", "in 1442 AH", "another calendar"),
        ("on 4 August 2020", "on 04/08/2020", "the day from the month"),
        ("in early 2020", "in 2020", "which part"),
        ("on Tuesday, 6 June 2010", "on Monday, 6 June 2010", "another day of the week"),
        ("in May 2020", "in 2020", "less exact"),
        ("The mill made 90 tons", "The mill made 40 tons and the dam 90 tons", "something else"),
        ("37 crore votes", "37 lakh votes", "another scale"),
        ("They number 37", "They number 37 lakh", "another scale"),
        ("in 2410", "in 2410 BE", "another calendar"),
        ("7 boats", "8 boats", ""),
    ],
)
def test_a_refusal_says_how_to_write_it(text: str, quotation: str, words: str) -> None:
    (statement,) = assertions(text)
    reason = why_not(statement, quotation)
    assert words in reason
    assert bool(words) == bool(reason)


def test_words_are_shown_whole() -> None:
    (item,) = assertions("in an extraordinarily long sentence over 41 boats")
    assert as_written(item) == "long sentence over 41"


def test_an_order_of_the_text_s_own_is_told_for_ordinals_alone() -> None:
    (ordinal,), (count,) = assertions("the second bell"), assertions("the 2 bells")
    assert "opening" in own_order(ordinal)
    assert own_order(count) == ""
