"""Quotations in other languages: the amounts and dates that they state, compared by value."""

from __future__ import annotations

import pytest

from sourcebook.text.abroad.english import in_english
from sourcebook.text.abroad.tongue import TABLES, is_tag, known, tongue
from sourcebook.text.assertions import assertions
from sourcebook.text.carrying import states, uncarried
from sourcebook.text.dates import states_date
from sourcebook.text.explaining import why_not
from sourcebook.text.quantities import parse_quantity
from sourcebook.text.sentences import sentences
from sourcebook.text.worded import worded

SENTENCES = {
    "de": (
        "Am 4. Juni kam Dr. Weber, Nr. 5 der Liste.|Die 3. Brigade folgte.|Es waren 12."
        "|Die anderen blieben, z. B. Karl."
    ),
    "fr": "M. Dupont est venu le 1er mai.|Voir p. 5 et chap. Deux.|Mme Noir a dit non !",
    "sr-Latn": "Stigao je 4. juna 2020. godine.|Dr. Petrović je došao.|U 2019. su otišli.",
    "sr-Cyrl": "Стигао је 4. јуна 2020. године.|Др. Петровић је дошао.",
    "pl": "It came to No. 5.|It left.",
}


@pytest.mark.cases("languages.tsv")
def test_a_quotation_carries_what_its_own_language_states(case: dict[str, str]) -> None:
    quotation = worded(case["quotation"], case["language"])
    lost = uncarried(case["statement"], [quotation])
    assert (lost == []) == (case["carried"] == "yes"), lost
    assert assertions(case["statement"])


def test_a_language_that_is_not_read_is_told() -> None:
    (statement,) = assertions("It carried 500 people")
    told = why_not(statement, worded("フェリーは500人を運んだ。", "ja"))
    assert told.startswith("the source is in “ja”, whose numbers and dates are not read")
    assert "de, fr, sr" in told


def test_what_another_language_says_otherwise_is_told_in_its_own_words() -> None:
    (statement,) = assertions("It carried 500 people")
    told = why_not(statement, worded("Sie trug mehr als 500 Leute.", "de"))
    assert told == "the source bounds it otherwise: it has “500”"


@pytest.mark.parametrize("tag", SENTENCES)
def test_sentences_end_where_their_language_ends_them(tag: str) -> None:
    text = SENTENCES[tag].replace("|", " ")
    found = [text[start:end] for start, end in sentences(text, tag)]
    assert found == SENTENCES[tag].split("|")


def test_cells_are_held_against_what_a_quotation_says_in_english() -> None:
    said = in_english(worded("Am 4. Juni 2020 kostete sie mehr als 1,5 Millionen Euro.", "de"))
    assert states_date(said, "2020-06-04")
    assert states(said, parse_quantity("1.5", "million EUR", ">"))
    assert not states(said, parse_quantity("1.5", "million EUR", ""))
    assert in_english("On 4 June 2020.") == "On 4 June 2020."
    assert in_english(worded("500 osób", "pl")) == ""


@pytest.mark.parametrize("name", sorted(path.stem for path in TABLES.glob("*.toml")))
def test_each_table_has_what_a_language_needs(name: str) -> None:
    read = tongue(name)
    assert read
    assert set(read.months.values()) == set(range(1, 13))
    assert {10**3, 10**6, 10**9} <= set(read.scales.values())
    assert set(range(21)) <= set(read.words.values())
    assert {"since", "until", "before", "after"} <= set(read.relations.values())
    assert "%" in read.units.values()
    assert name in known()


def test_a_tag_has_the_form_of_bcp_47() -> None:
    assert all(map(is_tag, ("en", "de-CH", "sr-Latn-RS", "zh-Hant")))
    assert not any(map(is_tag, ("", "German", "de_CH", "de-", "d", "../de")))
