"""Confidence in a finding, rule by rule, and the table of findings on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.analysis.confidence import Confidence, confidence
from sourcebook.checks.opening import read_book
from sourcebook.problems import BookError

if TYPE_CHECKING:
    from conftest import TinyBook


SHIPS = ("times-tower", "gazette-ships")


def weigh(tiny: TinyBook, *evidence: str) -> Confidence:
    return confidence(read_book(tiny.root), evidence)


def test_independent_sources_one_of_them_usually_reliable_give_high(tiny: TinyBook) -> None:
    found = weigh(tiny, *SHIPS)
    assert (found.level, found.independent) == ("high", 2)
    assert found.grades == ("Harbour Times B3", "Gazette D3")


def test_without_a_usually_reliable_source_it_is_moderate(tiny: TinyBook) -> None:
    tiny.edit("data/sources.csv", ",B,Names", ",C,Names")
    assert weigh(tiny, *SHIPS).level == "moderate"


@pytest.mark.parametrize("letter", ["D", "E", "F"])
def test_sources_that_are_not_even_fairly_reliable_give_low(tiny: TinyBook, letter: str) -> None:
    tiny.edit("data/sources.csv", ",B,Names", f",{letter},Names")
    found = weigh(tiny, *SHIPS)
    assert (found.level, found.reason) == ("low", "no source is fairly reliable")


def test_one_source_gives_low_however_often_it_says_so(tiny: TinyBook) -> None:
    found = weigh(tiny, "times-tower", "times-arrival")
    assert (found.level, found.reason, found.independent) == ("low", "one source", 1)


def test_a_rewrite_is_no_second_source(tiny: TinyBook) -> None:
    path = tiny.root / "data/sources.csv"
    inferred = "sent the file,,,,,,,D"
    assert inferred in path.read_text("utf-8")
    tiny.edit(
        "data/sources.csv",
        inferred,
        "sent the file,,,,harbour-times,,inferred: the words are the same,D",
    )
    assert weigh(tiny, *SHIPS).reason == "one source"


def test_opinions_and_unnamed_speakers_do_not_count(tiny: TinyBook) -> None:
    assert weigh(tiny, "times-order", "gazette-price", "gazette-three-lamps").independent == 1
    found = weigh(tiny, "gazette-price")
    assert (found.level, found.independent, found.grades) == ("not given", 0, ("Gazette D6",))


def test_readings_that_contradict_one_another_give_low(tiny: TinyBook) -> None:
    tiny.add_row("data/puzzles.csv", id="height", question="How high?", nature="contradiction")
    for source, evidence in zip(("harbour-times", "pilots-gazette"), SHIPS, strict=True):
        about = {"question": "height", "source": source, "reading": "So.", "evidence": evidence}
        tiny.add_row("data/answers.csv", id=f"height-{source}", **about)
    found = weigh(tiny, *SHIPS)
    assert (found.level, found.reason) == ("low", "the sources contradict one another")


def test_unknown_evidence_is_refused(tiny: TinyBook) -> None:
    with pytest.raises(BookError):
        weigh(tiny, "nothing")
