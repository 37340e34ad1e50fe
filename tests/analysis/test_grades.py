"""Grades of credibility, rule by rule, and which sources are independent."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.origins import rest_on, without_questions

from sourcebook.analysis.grades import WORDS, credibilities, credibility
from sourcebook.checks.opening import open_book, read_book
from sourcebook.data.book import Book
from sourcebook.problems import BookError

if TYPE_CHECKING:
    from conftest import TinyBook


SEED = "seeds/pilots_gazette.txt"


@pytest.fixture
def tiny(tiny: TinyBook) -> TinyBook:
    """Return the tiny book without its questions."""
    return without_questions(tiny)


def grade(tiny: TinyBook, key: str) -> tuple[int, str]:
    found = credibility(read_book(tiny.root), key)
    assert found.words == WORDS[found.number]
    return found.number, "; ".join(found.reasons)


def say(tiny: TinyBook, key: str, words: str, mode: str = "report", **order: str) -> None:
    """Let the Gazette say something, and enter it as an order of lamps."""
    text = (tiny.root / SEED).read_text("utf-8")
    tiny.rewrite_seed(SEED, f"{text}\n{words}\n")
    tiny.add_row("data/evidence.csv", id=key, source="pilots-gazette", quotation=words, mode=mode)
    if order:
        about = {"light": "skerry", "buyer": "harbour-board", "source": "pilots-gazette"}
        tiny.add_row("data/orders.csv", id=key, evidence=key, **about, **order)


def read(tiny: TinyBook, question: str, nature: str, *readings: tuple[str, str]) -> None:
    """List readings of a question, each by its source and evidence."""
    tiny.add_row("data/puzzles.csv", id=question, question=f"{question}?", nature=nature)
    for number, (source, evidence) in enumerate(readings):
        tiny.add_row(
            "data/answers.csv",
            id=f"{question}-{'abc'[number]}",
            question=question,
            source=source,
            reading="So it reads.",
            evidence=evidence,
        )


def test_every_piece_of_evidence_has_the_same_grade_alone_and_among_all(book: Path) -> None:
    opened = open_book(book)
    grades = credibilities(opened)
    assert list(grades) == list(opened.evidence)
    assert all(credibility(opened, key) == grades[key] for key in grades)
    assert all(one.reasons for one in grades.values())


@pytest.mark.parametrize("key", ["times-title", "gazette-price", "gazette-three-lamps"])
def test_apparatus_opinion_and_unnamed_speakers_cannot_be_judged(tiny: TinyBook, key: str) -> None:
    tiny.edit("data/orders.csv", ",3,2021-03,", ",3,,")
    assert grade(tiny, key)[0] == 6


def test_what_no_other_source_speaks_of_is_possibly_true(tiny: TinyBook) -> None:
    assert grade(tiny, "times-tower")[0] == 3
    assert grade(tiny, "times-keep-burning")[0] == 3


def test_unknown_evidence_has_no_grade(tiny: TinyBook) -> None:
    with pytest.raises(BookError):
        credibility(read_book(tiny.root), "nothing")


def test_a_value_that_an_independent_source_states_too_is_confirmed(tiny: TinyBook) -> None:
    say(tiny, "two-lamps", "The board got two lamps on 3 March 2021.", ordered="2")
    number, reasons = grade(tiny, "two-lamps")
    assert number == 2
    assert "ordered 2 is stated by Harbour Times as well" in reasons


def test_what_is_confirmed_is_the_value_compared_and_not_the_quotation(tiny: TinyBook) -> None:
    said = "The board got two lamps, which were the best there are, on 9 March 2021."
    say(tiny, "two-lamps", said, ordered="2", date="2021-03-09")
    found = credibility(read_book(tiny.root), "two-lamps")
    assert found.number == 2
    assert {one.statement: one.number for one in found.parts} == {
        "ordered 2": 1,
        "date 2021-03-09": 3,
    }
    assert [one.words for one in found.confirmed] == [f"1, {WORDS[1]}: ordered 2"]


def test_a_finer_date_confirms_a_coarser_one_and_not_the_other_way_round(
    tiny: TinyBook,
) -> None:
    say(tiny, "in-march", "Lamps were bought in March 2021.", date="2021-03")
    found = credibility(read_book(tiny.root), "in-march")
    assert [one.statement for one in found.confirmed] == ["date 2021-03"]
    number, reasons = grade(tiny, "times-order")
    assert number == 3, reasons


def test_where_only_some_values_are_confirmed_it_is_probably_true(tiny: TinyBook) -> None:
    say(
        tiny,
        "two-lamps",
        "The board got two lamps on 9 March 2021.",
        ordered="2",
        date="2021-03-09",
    )
    number, reasons = grade(tiny, "two-lamps")
    assert number == 2
    assert "date 2021-03-09 is stated by no other" in reasons


@pytest.mark.parametrize("mode", ["opinion", "apparatus", "anonymous"])
def test_who_states_no_fact_or_is_not_named_confirms_nothing(tiny: TinyBook, mode: str) -> None:
    say(tiny, "two-lamps", "The board got two lamps on 3 March 2021.", mode, ordered="2")
    assert grade(tiny, "times-order")[0] == 3


def test_an_unnamed_speaker_who_is_confirmed_is_believed(tiny: TinyBook) -> None:
    assert grade(tiny, "gazette-three-lamps") == (
        2,
        "date 2021-03 is stated by Harbour Times as well; ordered 3 is stated by no other",
    )


def test_sources_of_one_origin_do_not_confirm_one_another(tiny: TinyBook) -> None:
    say(tiny, "two-lamps", "The board got two lamps on 3 March 2021.", ordered="2")
    rest_on(tiny, "harbour-times")
    assert read_book(tiny.root).problems == ()
    assert grade(tiny, "two-lamps")[0] == 3


def test_values_on_another_matter_confirm_nothing(tiny: TinyBook) -> None:
    say(tiny, "two-lamps", "The board got two lamps on 3 March 2021.")
    assert grade(tiny, "times-order")[0] == 3


def test_a_reading_that_another_source_contradicts_is_doubtful(tiny: TinyBook) -> None:
    readings = (("harbour-times", "times-order"), ("pilots-gazette", "gazette-three-lamps"))
    read(tiny, "how-many", "contradiction", *readings)
    number, reasons = grade(tiny, "times-order")
    assert (number, "“how-many?”" in reasons) == (4, True)


def test_a_reading_against_which_independent_sources_agree_is_improbable(tiny: TinyBook) -> None:
    say(tiny, "two-lamps", "The board got two lamps on 3 March 2021.", ordered="2")
    third = "The ferry brought five lamps.\n"
    (tiny.root / "seeds/ferry.txt").write_text(third, "utf-8")
    tiny.add_row(
        "data/sources.csv",
        id="ferry",
        file="seeds/ferry.txt",
        sha256=hashlib.sha256(third.encode()).hexdigest(),
        short="Ferry",
        kind="report",
        reliability="C",
        reliability_reason="Signed.",
        evidence="five-lamps",
    )
    quoted = {"source": "ferry", "quotation": third.strip(), "mode": "report"}
    tiny.add_row("data/evidence.csv", id="five-lamps", **quoted)
    order = {"light": "skerry", "buyer": "harbour-board", "source": "ferry", "ordered": "5"}
    tiny.add_row("data/orders.csv", id="five-lamps", evidence="five-lamps", **order)
    readings = (
        ("harbour-times", "times-order"),
        ("pilots-gazette", "two-lamps"),
        ("ferry", "five-lamps"),
    )
    read(tiny, "how-many", "contradiction", *readings)
    assert not [str(one) for one in read_book(tiny.root).problems]
    assert grade(tiny, "five-lamps")[0] == 5
    assert grade(tiny, "times-order")[0] == 4


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("harbour master Ines Calder told this paper", 2),
        ("She spoke of the whole affair on another day.", 3),
    ],
)
def test_nearly_the_same_words_of_another_source_make_it_probable(
    tiny: TinyBook, words: str, number: int
) -> None:
    say(tiny, "told", words)
    readings = (("harbour-times", "times-harbour-master"), ("pilots-gazette", "told"))
    read(tiny, "her-words", "wording", *readings)
    assert grade(tiny, "told")[0] == number


def test_the_same_words_with_a_hedge_make_nothing_probable(tiny: TinyBook) -> None:
    say(tiny, "told", "Harbour master Ines Calder may have told this paper")
    readings = (("harbour-times", "times-harbour-master"), ("pilots-gazette", "told"))
    read(tiny, "her-words", "certainty", *readings)
    assert grade(tiny, "told")[0] == 3


def test_a_contradiction_in_a_number_throws_no_doubt_on_what_states_none(tiny: TinyBook) -> None:
    say(tiny, "bought", "The board did buy lamps for the skerry.")
    readings = (
        ("harbour-times", "times-order"),
        ("pilots-gazette", "gazette-three-lamps"),
        ("pilots-gazette", "bought"),
    )
    read(tiny, "how-many", "contradiction", *readings)
    assert grade(tiny, "times-order")[0] == 4
    assert grade(tiny, "bought")[0] == 3


def test_readings_of_one_source_alone_contradict_nothing(tiny: TinyBook) -> None:
    readings = (("harbour-times", "times-order"), ("harbour-times", "times-arrival"))
    read(tiny, "how-many", "contradiction", *readings)
    assert grade(tiny, "times-order")[0] == 3


def test_every_rule_of_a_book_gives_a_reason(book: Path) -> None:
    opened: Book = open_book(book)
    assert {one.number for one in credibilities(opened).values()} <= WORDS.keys()
