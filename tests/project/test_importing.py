"""Annotations that become evidence: each in its one place, or listed as not found."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.cli import main
from sourcebook.exports.web_annotations import serialise

if TYPE_CHECKING:
    from pathlib import Path

QUOTED = "We shall keep the light burning whatever the weather"
ORDER = "The harbour board ordered 2 lamps for the Skerry lighthouse on 3 March 2021"


def imported(book: Path, given: Any) -> int:
    file = book / "annotations.json"
    file.write_text(given if isinstance(given, str) else json.dumps(given), "utf-8")
    return main(["--book", str(book), "import", str(file)])


def evidence(book: Path) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO((book / "data/evidence.csv").read_text("utf-8")))]


def selecting(exact: str, target: str = "", **around: str) -> dict[str, Any]:
    """Return an annotation as the model has it, of words in a target."""
    quote = {"type": "TextQuoteSelector", "exact": exact, **around}
    return {"type": "Annotation", "target": {"source": target, "selector": quote}}


def test_what_a_book_exports_comes_back_as_it_was(book: Path) -> None:
    first = read_book(book)
    path = book / "data/evidence.csv"
    head, *_ = path.read_text("utf-8").splitlines()
    exported = serialise(first, {}).decode()
    path.write_text(f"{head}\n", "utf-8")
    assert imported(book, exported) == 0
    assert read_book(book).evidence.keys() == first.evidence.keys()
    kept = ("source", "start", "end", "locator", "speaker", "mode", "note")
    for key, one in read_book(book).evidence.items():
        was = first.evidence[key]
        assert [getattr(one, name) for name in kept] == [getattr(was, name) for name in kept]


def test_what_is_quoted_already_is_told_and_not_added(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (book / "data/evidence.csv").read_bytes()
    assert imported(book, serialise(read_book(book), {}).decode()) == 0
    assert (book / "data/evidence.csv").read_bytes() == before
    assert "times-order: quoted already, harbour-times ¶" in capsys.readouterr().out


def test_an_export_of_hypothesis_becomes_evidence(book: Path) -> None:
    rows = [
        {
            "uri": "https://times.example/lamps",
            "text": "Who pays?",
            "tags": ["money", "later"],
            "target": [
                {
                    "source": "https://times.example/lamps",
                    "selector": [
                        {"type": "RangeSelector", "startContainer": "/p[1]"},
                        {"type": "TextPositionSelector", "start": 9999, "end": 10010},
                        {"type": "TextQuoteSelector", "exact": ORDER, "prefix": "unlike "},
                    ],
                }
            ],
        },
        {"uri": "https://times.example/lamps", "text": "A note on the page", "target": [{}]},
    ]
    assert imported(book, {"total": 2, "rows": rows}) == 0
    row = evidence(book)[-1]
    assert row["id"] == "harbour-times-the-harbour-board-ordered"
    assert (row["source"], row["mode"]) == ("harbour-times", "report")
    assert row["quotation"] == ORDER
    assert row["note"] == "Who pays? Tagged: money, later."
    assert not read_book(book).problems


def test_a_new_book_has_a_place_for_a_comment(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path)]) == 0
    words = "nobody here was told why"
    one = {"text": "Ask the council.", "target": [selecting(words)["target"]]}
    assert imported(tmp_path, {"total": 1, "rows": [one]}) == 0
    assert (evidence(tmp_path)[-1]["quotation"], evidence(tmp_path)[-1]["note"]) == (
        words,
        "Ask the council.",
    )


@pytest.mark.parametrize(
    "target", ["harbour_times.txt", "https://x.example/a/harbour_times.txt", "harbour-times"]
)
def test_a_target_names_its_source_by_file_or_id(book: Path, target: str) -> None:
    assert imported(book, [selecting("lamps", target, prefix="ordered 2", suffix="for the")]) == 0
    assert evidence(book)[-1]["quotation"] == "lamps"


def test_only_a_place_will_do_in_a_file_that_is_known(book: Path) -> None:
    seed = read_book(book).seeds["harbour-times"]
    start = seed.text.index(ORDER)
    place = {"type": "TextPositionSelector", "start": start, "end": start + len(ORDER)}
    known = {"target": {"source": "harbour_times.txt", "selector": place}}
    assert imported(book, known) == 0
    assert evidence(book)[-1]["quotation"] == ORDER
    assert imported(book, {"target": {"source": "elsewhere", "selector": place}}) == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([selecting("No such words stand in any text here")], "is not found"),
        ([selecting("lamp for", "harbour-times")], "the quotation “lamp for” is too short"),
        ([selecting(f"{QUOTED}, said the mayor", "harbour-times")], "nearest is ¶"),
        ("{", "the annotations cannot be read"),
        ({"total": 0, "rows": []}, "no annotations stand in the file"),
        ("3", "no annotations stand in the file"),
    ],
)
def test_what_has_no_place_is_listed_and_nothing_is_written(
    book: Path, given: Any, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (book / "data/evidence.csv").read_bytes()
    assert imported(book, given) == 1
    told = capsys.readouterr().err
    assert said in told
    assert "1 problem\n" in told
    assert (book / "data/evidence.csv").read_bytes() == before


def test_one_that_is_not_found_keeps_no_other_from_being_added(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(book, [selecting("No such words stand in any text"), selecting(ORDER)]) == 1
    assert evidence(book)[-1]["quotation"] == ORDER
    assert "annotation 1 (“No such words stand in any …”) is not found" in capsys.readouterr().err


def test_an_unknown_speaker_is_kept_in_the_note(book: Path) -> None:
    tagged = {"body": [{"purpose": "tagging", "value": "speaker: nobody-known"}]}
    assert imported(book, selecting(ORDER) | tagged) == 0
    row = evidence(book)[-1]
    assert (row["speaker"], row["note"]) == ("", "Speaker: nobody-known.")
    assert not read_book(book).problems
