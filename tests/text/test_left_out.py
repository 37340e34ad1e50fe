"""What may not be left out of a quotation: a negation, another speaker, too many words."""

from __future__ import annotations

import pytest

from sourcebook.text.left_out import is_name, left_out, negated_before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("and we never", "“never”"),
        ("and it isn't", "“isn't”"),
        ("or he refused to have", "“refused”"),
        ("without any", "“without”"),
        ('," said Ann. "', "that another speaks"),
        (". Bob said", "that another speaks"),
        ('." "', "that another speaks"),
        ("according to Ann. Lamps", "that another speaks"),
        ("oil " * 26, "as many as 26 words"),
    ],
)
def test_what_tells_may_not_be_left_out(words: str, told: str) -> None:
    assert left_out(words, kept=9) == told


@pytest.mark.parametrize(
    "words",
    [
        "of the old boat",
        ', the minister said, "',
        '," he said. "',
        "not only",
        "no doubt",
        "oil " * 25,
        "",
    ],
)
def test_what_adds_no_more_may_be_left_out(words: str) -> None:
    assert left_out(words, kept=9) == ""


def test_of_few_words_no_more_than_some_times_as_many_are_left_out() -> None:
    assert left_out("oil " * 21, kept=2) == "as many as 21 words"
    assert left_out("oil " * 20, kept=2) == ""


@pytest.mark.parametrize(
    ("before", "words", "denied"),
    [
        ("It is never", "wise to enter", "never"),
        ("It is never wise to", "enter the old oil room", "never wise to"),
        ("He denied that", "the lamp was lit at dusk", "denied that"),
        ("They have no", "lamp at all in the room", "no"),
        ("They left without", "the lamps of the board", "without"),
    ],
)
def test_words_right_behind_a_negation_leave_it_out(before: str, words: str, denied: str) -> None:
    assert negated_before(before, words) == denied
    assert negated_before(before, words, lead="He said it is not") == ""


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("The crew may not leave", "the island"),
        ("It is not here, but", "the lamp was lit at dusk"),
        ("It never was. Then", "the lamp was lit at dusk"),
        ("It is not so that in the far bay of ours", "the lamp was lit at dusk"),
        ("They not only", "lit the lamps at dusk but"),
        ("The crew", "left the lamp room at dusk"),
    ],
)
def test_words_that_no_negation_rules_stand(before: str, words: str) -> None:
    assert negated_before(before, words) == ""


def test_few_words_name_a_thing() -> None:
    assert is_name("the old lamp room")
    assert is_name("authoritarian regimes")
    assert not is_name("wise to enter")
