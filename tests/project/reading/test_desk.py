"""The desk: what it shows of a source, and the rows that it proposes and adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.problems import BookError
from sourcebook.project.reading.desk import Desk

WORDS = "The harbour board ordered 2 lamps"


def place(desk: Desk, words: str) -> tuple[str, int, int]:
    """Return where words first stand in the paper, as the page would ask for them."""
    start = read_book(desk.root).seeds["harbour-times"].text.index(words)
    return "harbour-times", start, start + len(words)


@pytest.fixture
def desk(book: Path) -> Desk:
    return Desk(book)


def test_the_pieces_of_a_source_are_its_text(desk: Desk) -> None:
    for source, seed in read_book(desk.root).seeds.items():
        for shown, paragraph in zip(desk.text(source)["paragraphs"], seed.paragraphs, strict=True):
            assert "".join(one["text"] for one in shown["pieces"]) == paragraph.text
            assert next(one["start"] for one in shown["pieces"]) == paragraph.start


def test_what_is_quoted_is_marked_with_its_evidence(desk: Desk) -> None:
    pieces = [one for each in desk.text("harbour-times")["paragraphs"] for one in each["pieces"]]
    (order,) = (one for one in pieces if one["text"].startswith(WORDS))
    assert order["ids"] == ["times-order"]
    assert any(not one["ids"] for one in pieces)


def test_every_source_is_listed_with_what_is_open(desk: Desk) -> None:
    found = {one["id"]: one for one in desk.sources()}
    assert found.keys() == read_book(desk.root).seeds.keys()
    assert found["harbour-times"]["used"] > 0


def test_a_row_is_proposed_from_whole_word_to_whole_word(desk: Desk) -> None:
    source, start, end = place(desk, "arbour board ordered 2 lam")
    row = desk.propose(source, start, end)
    assert row["quotation"] == "harbour board ordered 2 lamps"
    assert row["id"] == "harbour-times-harbour-board-ordered-lamps"
    assert row["mode"] == "report"


def test_what_is_added_is_evidence_of_a_sound_book(desk: Desk) -> None:
    judged = {"id": "the-order", "speaker": "harbour-board", "mode": "paraphrase", "note": " a\n b"}
    assert desk.add(*place(desk, WORDS), judged) == "the-order"
    book = read_book(desk.root)
    assert not book.problems
    found = book.evidence["the-order"]
    assert (found.quotation, found.speaker, found.mode) == (WORDS, "harbour-board", "paraphrase")
    assert found.note == "a b"


def test_words_that_stand_twice_get_what_tells_them_apart(desk: Desk) -> None:
    row = desk.propose(*place(desk, "lamps"))
    assert row["prefix"] or row["suffix"]
    desk.add(*place(desk, "lamps"), {"id": "lamps-alone"})
    assert not read_book(desk.root).problems


@pytest.mark.parametrize(
    ("judged", "said"),
    [
        ({"id": "times-order"}, "the id cannot be"),
        ({"id": "No Id"}, "a new id such as a-b"),
        ({"speaker": "nobody"}, "one of harbour-board"),
        ({"mode": "shouted"}, "the mode cannot be"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    desk: Desk, judged: dict[str, str], said: str
) -> None:
    before = (desk.root / "data/evidence.csv").read_bytes()
    with pytest.raises(BookError, match=said):
        desk.add(*place(desk, WORDS), judged)
    assert (desk.root / "data/evidence.csv").read_bytes() == before


def test_what_is_quoted_already_is_told_by_its_id(desk: Desk) -> None:
    one = read_book(desk.root).evidence["times-order"]
    with pytest.raises(BookError, match="times-order"):
        desk.propose(one.source, one.start, one.end)


def test_an_unknown_source_and_an_empty_stretch_are_refused(desk: Desk) -> None:
    with pytest.raises(BookError, match="there is no such source"):
        desk.text("nowhere")
    with pytest.raises(BookError, match="the quotation is empty"):
        desk.propose("harbour-times", 0, 0)
