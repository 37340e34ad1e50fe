"""Spans counted from a moment, and what may be derived from what a text states."""

from __future__ import annotations

import pytest

from sourcebook.text.derivations import derive, offsets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three years later, the lamp", [(3, "year")]),
        ("after three years", [(3, "year")]),
        ("a year later", [(1, "year")]),
        ("the next ten days", [(10, "day")]),
        ("two months ago", [(-2, "month")]),
        ("two months earlier, six weeks before", [(-2, "month"), (-6, "week")]),
        ("over the past 14 years", [(-14, "year")]),
        ("last month, next year", [(-1, "month"), (1, "year")]),
        ("opened last week", [(-1, "week")]),
        ("the following year, the year before", [(1, "year"), (-1, "year")]),
        ("It lasted 14 years.", []),
        ("a ten-day closure", []),
        ("some three years later", []),
        ("two to three years later", []),
        ("three years and two months later", [(38, "month")]),
        ("three months and two weeks later", []),
    ],
)
def test_spans_counted_from_a_moment(text: str, expected: list[tuple[int, str]]) -> None:
    assert offsets(text) == expected


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("2020 + 3 years", "Opened in 2020.\nThree years later, a lamp", "2023"),
        ("2020-08-04 - 1 month", "August 4, 2020\nbuilt last month", "2020-07"),
        ("2020-08-04 - 1 week", "August 4, 2020\nbuilt last week", "2020-07-28"),
        ("2020-08-04 - 2 years", "August 4, 2020\ntwo years ago", "2018"),
        ("2020-01-31 + 1 month", "31 January 2020, the next month", "2020-02"),
        ("3 * 4", "three piers with four arches each", "12"),
        ("6 + 3", "six lamps and three more", "9"),
        ("14 - 2", "14 lamps, two of them dark", "12"),
        ("2.5 * 4", "2.5 metres by four", "10"),
    ],
)
def test_a_derived_value(rule: str, text: str, expected: str) -> None:
    assert derive(rule, text) == expected


@pytest.mark.parametrize(
    ("rule", "text", "message"),
    [
        ("2020 + 3 years", "in 2020, three years ago", "found .3 year; .* -3 year"),
        ("2020 + 3 years", "in 2020, for three years", "found .3 year; .*none"),
        ("2021 + 3 years", "in 2020, three years later", "found the date 2021; .* 2020"),
        ("2020 - 1 month", "in 2020, last month", "as fine as the month"),
        ("3 * 5", "three piers with four arches each", "found 5; .* =3, =4"),
        ("3 * 4", "three piers with about four arches", "found 4; .* ~4"),
        ("3 * 4 + 1", "three, four, one", "one operation"),
        ("three years on", "three years on", "one operation"),
    ],
)
def test_what_the_text_does_not_state_is_not_derived(rule: str, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=message) as caught:
        derive(rule, text)
    assert "expected" in str(caught.value)
