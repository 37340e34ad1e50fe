"""Names, speakers, denials and strength in prose, held against what is cited: pairs, and notes."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest
from support.examples import examples
from support.paged import problems

from sourcebook.checks.opening import read_book
from sourcebook.checks.prose import Gate, page_findings
from sourcebook.cli import main
from sourcebook.problems import Problem

if TYPE_CHECKING:
    from conftest import TinyBook

CASES = examples("claims.tsv")
FEW = 100  # on a page, of which only so many findings are told
KINDS = ("name", "speaker", "negation", "strength")


@pytest.fixture(scope="module")
def told(shared: TinyBook) -> dict[str, list[Problem]]:
    """Return what is told of each pair, a quotation and the prose that cites it, by its id."""
    text = "".join(f"{one['quotation']}\n\n" for one in CASES)
    shared.append("seeds/pairs.txt", text)
    shared.add_row(
        "data/sources.csv",
        id="pairs",
        file="seeds/pairs.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        short="Pairs",
        kind="report",
        reliability="C",
        reliability_reason="Made up.",
        evidence="times-title",
    )
    keys = {one["id"]: re.sub(r"\W", "-", one["id"]) for one in CASES}
    for one in CASES:
        said = {"quotation": one["quotation"], "mode": "report"}
        shared.add_row("data/evidence.csv", id=keys[one["id"]], source="pairs", **said)
    for name in ("Arvania", "Belmark", "Corvia"):
        shared.add_row("data/people.csv", id=name.lower(), name=name, kind="organisation")
    found: dict[str, list[Problem]] = {one["id"]: [] for one in CASES}
    gate = Gate(read_book(shared.root))
    for some in (CASES[at : at + FEW] for at in range(0, len(CASES), FEW)):
        page = "# Pairs\n\n" + "".join(
            f"{one['prose']} {{ev}}`{keys[one['id']]}`.\n\n" for one in some
        )
        lines = {3 + 2 * at: one["id"] for at, one in enumerate(some)}
        for line, finding in page_findings(gate, page):
            found[lines[line]].append(finding.problem("docs/pairs.md", line))
    return found


@pytest.mark.cases("claims.tsv")
def test_a_pair_follows_or_does_not(case: dict[str, str], told: dict[str, list[Problem]]) -> None:
    refused = [one for one in told[case["id"]] if not one.note]
    assert bool(refused) == (case["follows"] == "no"), refused


def test_the_pairs_are_many_of_each_kind_true_and_false() -> None:
    for kind in KINDS:
        some = [one["follows"] for one in CASES if one["id"].startswith(kind)]
        assert min(some.count("yes"), some.count("no")) >= 3, kind


@pytest.mark.parametrize("number", [1, 4, 9, 10, 11])
def test_what_a_body_says_that_counts_and_measures_is_noted_where_it_is_not_named(
    number: int, told: dict[str, list[Problem]]
) -> None:
    [note] = told[f"strength-known-{number}"]
    assert note.note
    assert "says more than the evidence" in note.what
    assert "answer" in note.do


def test_each_refusal_says_what_to_do(told: dict[str, list[Problem]]) -> None:
    every = [problem for some in told.values() for problem in some]
    assert every
    assert all(one.do and one.found and one.expected for one in every)


PROSE = "Calder said that two lamps came {ev}`times-order`."


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder shall keep it burning {ev}`times-keep-burning`.",
        "The *Harbour Times* has it that it burns {ev}`times-keep-burning`.",
        "In the Harbour Times it burns {ev}`times-keep-burning`.",
        "The light, says {actor}`ines-calder`, shall be kept burning {ev}`times-keep-burning`.",
        "No source names Ada Thorne there {ev}`times-order`.",
        "The Skerry board {ev}`times-order`.",
    ],
)
def test_a_speaker_a_source_and_an_object_carry_names(tiny: TinyBook, text: str) -> None:
    assert problems(tiny, text) == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("The lamps of Ines Calder were ordered {ev}`times-order`.", "named"),
        ("Ada Thorne said that the light burns {ev}`gazette-ships`.", "speaker"),
        ("{actor}`ines-calder` said that two lamps were ordered {ev}`times-order`.", "speaker"),
        ("The first lamp did not arrive {ev}`times-arrival`.", "negation"),
        ("The lamps were replaced {ev}`times-replaced`.", "strength"),
    ],
)
def test_what_is_not_carried_is_told_by_its_check(tiny: TinyBook, text: str, check: str) -> None:
    assert check in [one.check for one in problems(tiny, text) if not one.note]


def test_the_object_of_a_page_is_carried_on_it(tiny: TinyBook) -> None:
    text = "The lamps of Ines Calder were ordered {ev}`times-order`."
    about = "```{about} actor ines-calder\n```"
    assert problems(tiny, text)
    assert problems(tiny, f"{about}\n\n{text}") == []


@pytest.mark.parametrize(
    ("key", "how", "right"),
    [
        ("times-keep-burning", "with", True),
        ("times-keep-burning", "without", False),
        ("times-order", "without", True),
        ("times-order", "between", False),
    ],
)
def test_quotation_marks_are_there_or_not(tiny: TinyBook, key: str, how: str, right: bool) -> None:
    found = problems(tiny, f"It is printed {how} quotation marks {{ev}}`{key}`.")
    assert [one.check for one in found] == ([] if right else ["negation"])


def test_a_speaker_without_a_marker_is_refused_if_nothing_of_the_page_names_it(
    tiny: TinyBook,
) -> None:
    tiny.add_row(
        "data/people.csv", id="rask", name="Bo Rask", kind="person", evidence="times-order"
    )
    text = "The light shall burn {{ev}}`times-keep-burning`.\n\nThe light is {}’s own work."
    assert [one.note for one in problems(tiny, text.format("Bo Rask"))] == [False]
    assert problems(tiny, text.format("Ines Calder")) == []


@pytest.mark.parametrize(("name", "refused"), [("Ines Calder", False), ("Bo Rask", True)])
def test_what_a_source_is_said_to_tell_of_stands_in_it(
    tiny: TinyBook, name: str, refused: bool
) -> None:
    tiny.add_row(
        "data/people.csv", id="rask", name="Bo Rask", kind="person", evidence="times-order"
    )
    cited = "The light shall burn {ev}`times-keep-burning`.\n\nThere was {actor}`rask`."
    text = f"{cited}\n\nThe Harbour Times ends with {name}."
    assert [one.note for one in problems(tiny, text)] == ([False] if refused else [])


def test_a_source_that_a_clause_names_twice_is_refused(tiny: TinyBook) -> None:
    twice = "The Harbour Times counts lamps, the Harbour Times calls them new"
    [found, *_] = problems(tiny, f"{twice} {{ev}}`times-order`.")
    assert "twice" in found.what
    assert not found.note


@pytest.mark.parametrize(("name", "note"), [("Ines Calder", True), ("Bo Rask", False)])
def test_words_may_be_taken_to_mean_only_what_their_source_names(
    tiny: TinyBook, name: str, note: bool
) -> None:
    tiny.add_row(
        "data/people.csv", id="rask", name="Bo Rask", kind="person", evidence="times-order"
    )
    there = "There was {actor}`ines-calder`."
    found = problems(tiny, f"The lamps may be {name}’s {{ev}}`times-order`.\n\n{there}")
    assert [one.note for one in found] == [note]


THERE = "\n\nThere was {{actor}}`ines-calder`."
NOTE = f"Calder is asleep {{}}. Two lamps were ordered {{{{ev}}}}`times-order`.{THERE}"


def test_a_note_fails_nothing_and_is_answered_once(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    [note] = problems(tiny, NOTE.format(""))
    assert note.note
    assert main(["--book", str(tiny.root), "check"]) == 0
    said = capsys.readouterr()
    assert "docs/second.md:3: note: “Calder” is a name" in said.err
    assert "1 notes to answer" in said.out
    assert problems(tiny, NOTE.format("<!-- sure: everybody knows -->")) == []


def test_a_name_that_nothing_on_the_page_gives_is_refused_beside_evidence_of_others(
    tiny: TinyBook,
) -> None:
    found = problems(tiny, NOTE.format("").removesuffix(THERE.format()))
    assert [one.note for one in found] == [False]


def test_a_cell_rests_on_the_evidence_of_its_line(tiny: TinyBook) -> None:
    line = "| What | Where |\n|---|---|\n| Which lamps {} had | Two {{ev}}`times-order` |"
    found = problems(tiny, line.format("Calder") + THERE.format())
    assert [(one.note, one.found.split()[0]) for one in found] == [(False, "“Calder”")]
    assert problems(tiny, line.format("the board")) == []


@pytest.mark.parametrize("answer", ["<!-- sure: -->", "<!-- sure: ! -->"])
def test_an_answer_needs_a_reason(tiny: TinyBook, answer: str) -> None:
    found = problems(tiny, NOTE.format(answer))
    assert [one.check for one in found if not one.note] == ["answer"]


SEVERAL = (
    "Calder is asleep{}, and so is Thorne{}. Two lamps were ordered {{ev}}`times-order`." + THERE
)


@pytest.mark.parametrize(
    ("first", "last", "left"),
    [
        ("", "", ["“Calder”", "“Thorne”"]),
        (" <!-- sure: as told -->", "", ["“Thorne”"]),
        ("", " <!-- sure: as told -->", ["“Calder”"]),
        ("", " <!-- sure: Calder is, as told -->", ["“Thorne”"]),
        ("", " <!-- sure: Calder and Thorne are, as told -->", []),
        (" <!-- sure: as told -->", " <!-- sure: as told -->", []),
    ],
)
def test_an_answer_settles_the_note_before_it_or_those_that_it_names(
    tiny: TinyBook, first: str, last: str, left: list[str]
) -> None:
    found = problems(tiny, SEVERAL.format(first, last))
    assert all(one.note for one in found)
    assert [one.found.split()[0] for one in found] == left


def test_an_answer_needs_a_note(tiny: TinyBook) -> None:
    found = problems(tiny, "It rains <!-- sure: it always does -->. A {ev}`times-order`.")
    assert [one.check for one in found] == ["answer"]


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("Calder’s order is not the editor’s word {ev}`times-order`.", 1),
        ("Two lamps may not be lit {ev}`times-order`.", 1),
        ("Who paid is not in the file {ev}`times-order`.", 0),
    ],
)
def test_what_something_is_not_is_noted_where_no_source_denies_it(
    tiny: TinyBook, text: str, noted: int
) -> None:
    found = [one for one in problems(tiny, text) if one.check == "negation"]
    assert [one.note for one in found] == [True] * noted


def test_a_book_says_which_of_its_words_say_more(tiny: TinyBook) -> None:
    text = "Two lamps were polished {ev}`times-order`."
    assert problems(tiny, text) == []
    fields = [{"name": one, "type": "string"} for one in ("id", "words", "above")]
    path = tiny.root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    schema = {"fields": fields, "primaryKey": "id"}
    table = {"name": "strengths", "type": "table", "path": "strengths.csv", "schema": schema}
    package["resources"].append(table)
    path.write_text(json.dumps(package), "utf-8")
    tiny.append("data/strengths.csv", "id,words,above\nordered,order,\npolished,polish,ordered\n")
    assert [one.check for one in problems(tiny, text)] == ["strength"]
    assert problems(tiny, "Two lamps were ordered {ev}`times-order`.") == []
