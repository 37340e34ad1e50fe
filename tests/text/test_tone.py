"""Words that claim more than their source."""

from __future__ import annotations

import pytest

from sourcebook.text.tone import hedges, mixed, overstated


def test_a_certain_word_over_a_hedged_quotation_is_told() -> None:
    assert [*overstated("They clearly ordered two.", "They may have ordered two.")] == [
        ("clearly", "may")
    ]


@pytest.mark.parametrize(
    ("words", "quotation"),
    [
        ("They clearly ordered two.", "They ordered two."),
        ("This does not prove it.", "They may have ordered two."),
        ("They clearly ordered.", "They clearly might have ordered."),
    ],
)
def test_what_is_stated_denied_or_quoted_claims_no_more(words: str, quotation: str) -> None:
    assert [*overstated(words, quotation)] == []


def test_a_month_is_no_hedge() -> None:
    assert hedges("It may rain.")
    assert not hedges("It rained in May.")


def test_confidence_and_likelihood_do_not_share_a_sentence() -> None:
    assert mixed("With high confidence it is likely.") == ("high confidence", "likely")
    assert mixed("It is likely.") is None
