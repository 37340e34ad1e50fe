"""The clauses of a sentence that each have a subject of their own."""

from __future__ import annotations

import pytest

from sourcebook.text.claims.clause import numbered
from sourcebook.text.claims.english import ENGLISH
from sourcebook.text.claims.finite import verb_at
from sourcebook.text.claims.parallels import parallels
from sourcebook.text.claims.words import words


def subjects(text: str) -> list[str]:
    return [text[slice(*one.named)] for some in parallels(text) for one in some]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The east quay takes barges and the west quay takes liners", "east quay|west quay"),
        ("Wool rose by 12%, while cotton fell by 4%", "Wool|cotton"),
        ("Room 3 holds maps; Room 6 holds globes", "Room 3|Room 6"),
        ("Line 5 was closed in May, Line 8 was closed in June", "Line 5|Line 8"),
        ("Hall C seats 350 people and Hall D seats 140", "Hall C|Hall D"),
        ("Malta bought two ships and Cyprus three", "Malta|Cyprus"),
        ("Malta bought the tug and Cyprus the barge", "Malta|Cyprus"),
        ("The first went to Rask and the second to Holt", "first|second"),
        ("Rask and Holt were given a sword and a farm respectively", "Rask|Holt"),
        ("Beer is taxed at 11%, as against 18% for cider", "Beer|cider"),
        (
            "In 1913 the count sold the mill and the baron, who was ill, sold the forge",
            "count|baron",
        ),
        ("Ida Berg won the relay, and Mia Lund, a nurse, won the hurdles", "Ida Berg|Mia Lund"),
        ("The aide said that the mint closed and that the port stayed open", "mint|port"),
        ("When the inn burned down, the owner left and the cook stayed", "owner|cook"),
    ],
)
def test_each_clause_with_a_subject_of_its_own_is_one(text: str, found: str) -> None:
    every = [one.removeprefix("The ").removeprefix("the ") for one in subjects(text)]
    assert every == found.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "The port bought 14 cranes and hired 260 men",
        "The city sells trams and buses made in Plzen",
        "Norland's arms sales and aid to Westmark are to grow",
        "An accord signed in May and aid from Norland have saved the port",
        "Poland, Latvia and Estonia sold the ferry",
        "The quarry had 14,000 men, 900 of them under age",
        "Ferries ran until May, when ice closed the strait",
        "The weir was sound, the engineer wrote",
        "Wales shipped 44 loads, compared with 26 the year before",
    ],
)
def test_what_goes_on_with_a_subject_is_no_clause_of_its_own(text: str) -> None:
    assert len(subjects(text)) == 1


def test_what_is_told_stands_with_its_preposition() -> None:
    ((first, second),) = parallels("Malta sent coal to the isle in 1912 and Cyprus sent it by sea")
    assert [(one.stem, one.led) for one in first.told] == [("coal", ""), ("isl", "to")]
    assert (first.verb, second.verb, second.refers) == ("send", "send", frozenset({"it"}))
    assert not first.last
    assert second.last


@pytest.mark.parametrize(
    ("text", "verb", "sure"),
    [
        ("The weir was built in 1912", "was", True),
        ("The tug that sank was raised", "was", True),
        ("The mill takes the corn", "takes", True),
        ("Class C engines haul 450 tonnes", "haul", False),
        ("The towns share a dam", "share", False),
        ("The old weir", "", False),
    ],
)
def test_the_verb_of_a_clause_is_found(text: str, verb: str, sure: bool) -> None:
    at, found = verb_at(words(text), ENGLISH)
    assert (words(text)[at].text if at else "", found) == (verb, sure)


def test_a_word_that_has_two_numbers_is_that_of_a_label() -> None:
    assert numbered("Dock 2 takes ships and Dock 6 takes barges in May 1912") == {"dock"}
