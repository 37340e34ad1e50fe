"""Two wordings of one thing, compared word by word."""

from __future__ import annotations

from sourcebook.text.collation import compare, nearest_pair


def test_the_words_of_two_wordings_that_differ_are_told_apart() -> None:
    found = compare("a sovereign decision,\n but  risky", "“A sovereign decision” but bold")
    assert found == [("a", True), (" sovereign decision,\n but  ", False), ("risky", True)]
    assert "".join(run for run, _ in compare("one  two", "")) == "one  two"
    assert compare("one  two", "") == [("one  two", True)]


def test_the_pair_with_the_most_words_in_common_is_found() -> None:
    assert nearest_pair(["a b", "the lamps came"], ["x", "lamps came late", "y z"]) == (1, 1)
