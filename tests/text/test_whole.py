"""What may not be cut, at its beginning or its end, and what may."""

import pytest

from sourcebook.text.forms import Folded
from sourcebook.text.whole import wholes


def cut(text: str) -> str:
    """Return what the span between the bars cuts."""
    before, within, after = text.split("|")
    there = Folded(before + within + after).text
    start, end = len(before), len(before + within)
    span = wholes(there).cut(start, end) or wholes(there).turned(start, end)
    return there[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("|they can|'t stay", "can't"),
        ("an anti-|ship lamp|", "anti-ship"),
        ("takes |10| to 15 days", "10 to 15 days"),
        ("a |1| 200 000 rivets", "1 200 000"),
        ("more than |40 steps|", "more than 40"),
        ("it is never |wise|", "never "),
        ("|it is| not so", " not"),
        ("the flag \U0001f1f7|\U0001f1f8 flew|", "\U0001f1f7\U0001f1f8"),
    ],
)
def test_what_stands_whole_is_told(text: str, whole: str) -> None:
    assert cut(text) == whole


@pytest.mark.parametrize(
    "text",
    ["the |lamp| is lit", "|the lamp|, not the oil", "in |40 days|.", "燈塔|昨天|晚上", "“|lit|”"],
)
def test_between_words_a_text_may_be_cut(text: str) -> None:
    assert cut(text) == ""


def test_what_spans_farthest_is_told() -> None:
    assert cut("between 3 and |5 days|") == "between 3 and 5 days"
