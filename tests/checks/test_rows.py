"""The words of tables: held against the evidence of their rows, with answers in their cells."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages
from sourcebook.problems import Problem

if TYPE_CHECKING:
    from conftest import TinyBook

KEY = "how-many-more"


def problems(tiny: TinyBook, reading: str, evidence: str) -> list[Problem]:
    source = "pilots-gazette" if evidence.startswith("gazette") else "harbour-times"
    row = {"id": KEY, "question": "what-price", "source": source}
    tiny.add_row("data/answers.csv", **row, reading=reading, evidence=evidence)
    book = read_book(tiny.root)
    assert not book.problems
    return check_pages(Pages(book))


@pytest.mark.parametrize(
    ("reading", "evidence"),
    [
        ("The Harbour Times has lamps ordered.", "times-order"),
        ("The lamp came to Skerry.", "times-order times-arrival"),
        ("Its maker is not named.", "times-order"),
        ("Ordered, not bought.", "times-order"),
        ("The light shall burn, says Ines Calder.", "times-keep-burning"),
    ],
)
def test_what_follows_from_the_evidence_of_a_row_passes(
    tiny: TinyBook, reading: str, evidence: str
) -> None:
    assert problems(tiny, reading, evidence) == []


@pytest.mark.parametrize(
    ("reading", "evidence", "check"),
    [
        ("The lamps are those of Ines Calder.", "times-replaced", "named"),
        ("The light burns, says Ada Thorne.", "gazette-ships", "speaker"),
        ("The first lamp did not arrive.", "times-arrival", "negation"),
        ("The lamps were replaced.", "times-replaced", "strength"),
    ],
)
def test_what_does_not_is_told_by_its_check(
    tiny: TinyBook, reading: str, evidence: str, check: str
) -> None:
    found = [(one.check, one.file) for one in problems(tiny, reading, evidence) if not one.note]
    assert (check, "data/answers.csv") in found


def test_what_stands_near_may_be_named_if_the_cell_says_why(tiny: TinyBook) -> None:
    [note] = problems(tiny, "The lamp went to Ines Calder.", "times-arrival")
    assert note.note
    answer = "The lamp went to Ines Calder <!-- sure: as told before -->."
    tiny.edit("data/answers.csv", "The lamp went to Ines Calder.", answer)
    book = read_book(tiny.root)
    assert check_pages(Pages(book)) == []
    assert book.row("answers", KEY).text("reading") == "The lamp went to Ines Calder."


@pytest.mark.parametrize(
    ("reading", "notes"),
    [
        ("The Gazette has lamps as well.", [False]),
        ("The Gazette has lamps <!-- sure: in gazette-three-lamps --> as well.", []),
        ("The Gazette has lamps <!-- sure: in times-arrival --> as well.", [False, False]),
    ],
)
def test_another_source_is_named_with_its_evidence_in_the_reason(
    tiny: TinyBook, reading: str, notes: list[bool]
) -> None:
    found = problems(tiny, reading, "times-arrival")
    assert [one.note for one in found] == notes


def test_who_speaks_is_named_near_the_quotation(tiny: TinyBook) -> None:
    keeper = {"id": "keeper", "name": "Olaf Rask", "kind": "person", "evidence": "times-order"}
    tiny.add_row("data/people.csv", **keeper)
    assert not [one for one in check_pages(Pages(read_book(tiny.root))) if one.check == "speaker"]
    tiny.edit("data/evidence.csv", "ines-calder,quotation", "keeper,quotation")
    found = check_pages(Pages(read_book(tiny.root)))
    assert "data/evidence.csv" in [one.file for one in found if one.check == "speaker"]


@pytest.mark.parametrize(("speaker", "told"), [("ines-calder", False), ("harbour-board", True)])
def test_the_same_words_have_one_speaker(tiny: TinyBook, speaker: str, told: bool) -> None:
    part = {"quotation": "We shall keep the light burning", "mode": "quotation"}
    tiny.add_row("data/evidence.csv", id="part", source="harbour-times", speaker=speaker, **part)
    found = check_pages(Pages(read_book(tiny.root)))
    assert any("has the same words" in one.what for one in found) == told


@pytest.mark.parametrize(
    ("reading", "check"),
    [
        ("The lamps will be replaced or replaced.", "named"),
        ("No lamp and no horn are not stated.", "negation"),
    ],
)
def test_a_slip_in_a_cell_is_told(tiny: TinyBook, reading: str, check: str) -> None:
    found = problems(tiny, reading, "times-replaced")
    assert check in [one.check for one in found]


@pytest.mark.parametrize(
    ("reading", "right"), [("Duties on Belmark.", True), ("Duties on Arvania.", False)]
)
def test_a_cell_without_a_verb_ties_names_as_its_evidence_does(
    tiny: TinyBook, reading: str, right: bool
) -> None:
    text = "The town of Arvania put duties on Belmark after the flood."
    tiny.append("seeds/duties.txt", text)
    tiny.add_row(
        "data/sources.csv",
        id="duties",
        file="seeds/duties.txt",
        sha256=sha256(text.encode()).hexdigest(),
        short="Duties",
        kind="report",
        reliability="C",
        reliability_reason="Made up.",
        evidence="times-title",
    )
    tiny.add_row("data/evidence.csv", id="duties", source="duties", quotation=text, mode="report")
    for name in ("Arvania", "Belmark"):
        tiny.add_row("data/people.csv", id=name.lower(), name=name, kind="organisation")
    row = {"id": KEY, "question": "what-price", "source": "duties", "evidence": "duties"}
    tiny.add_row("data/answers.csv", **row, reading=reading)
    found = [one for one in check_pages(Pages(read_book(tiny.root))) if not one.note]
    assert [one.check for one in found] == ([] if right else ["named"])


def test_a_small_letter_is_noted_where_all_others_of_a_column_are_capitals(tiny: TinyBook) -> None:
    for at in "abcdefghij":
        row = {"id": f"more-{at}", "question": "what-price", "source": "harbour-times"}
        tiny.add_row("data/answers.csv", **row, reading="Lamps.", evidence="times-order")
    assert [one.note for one in problems(tiny, "ordered as lamps.", "times-order")] == [True]


@pytest.mark.parametrize(("light", "right"), [("skerry", False), ("tender", True)])
def test_a_rows_name_has_the_designation_of_what_it_refers_to(
    tiny: TinyBook, light: str, right: bool
) -> None:
    ship = {"name": "LT-7", "class": "lightship", "evidence": "times-order"}
    asked = {"question": "Who paid for the LT-7?", "nature": "wording", "light": light}
    tiny.add_row("data/lights.csv", id="tender", **ship)
    tiny.add_row("data/puzzles.csv", id="who", **asked)
    found = [one.what for one in check_pages(Pages(read_book(tiny.root)))]
    told = [one for one in found if "names another row" in one]
    assert told == ([] if right else ["“LT-7” names another row than column “light” refers to"])
