"""A quotation read once."""

from __future__ import annotations

from sourcebook.text.assertions import assertions
from sourcebook.text.reading import MOST, keys, read


def test_items_are_found_by_amount_label_and_date() -> None:
    reading = read("In May 2020, Phase II cost 1.5 km of 40 kW.")
    for asked in ("2020", "1,500 m", "Phase 2", "40 kW"):
        (statement,) = assertions(asked)
        assert [*keys(statement)]
        assert len(reading.like(statement)) == 1
    (other,) = assertions("41 kW")
    assert reading.like(other) == []


def test_what_is_said_very_often_is_kept_a_few_times() -> None:
    (statement,) = assertions("12 lamps")
    assert len(read("12 lamps; " * 100).like(statement)) == MOST


def test_phrases_and_strings_of_digits_are_kept() -> None:
    reading = read("Last year version 1.2.3 ran.")
    assert "last year" in reading.phrases
    assert "1.2.3" in reading.tokens
