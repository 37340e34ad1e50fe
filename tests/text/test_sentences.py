"""Sentences: the same end for seeds and pages, abbreviations and closing marks included."""

import pytest

from sourcebook.data.seeds import Seed
from sourcebook.pages.block import Block, Mark
from sourcebook.pages.markers import marks_for
from sourcebook.text.sentences import CELL_END, LONGEST, begins_sentence, clauses, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" One lamp. Two lamps.  ", ["One lamp.", "Two lamps."]),
        ("The U.S. Embassy spoke. It spoke twice.", ["The U.S. Embassy spoke.", "It spoke twice."]),
        ("Dr. Calder came, e.g. by boat.", ["Dr. Calder came, e.g. by boat."]),
        ("“Is it lit?” “It is.” He left.", ["“Is it lit?”", "“It is.”", "He left."]),
        ("It cost £1.5 million… and more.", ["It cost £1.5 million… and more."]),
        ("One\nlamp.\n\nTwo", ["One\nlamp.", "Two"]),
        ("\0a cell\0another\0", ["a cell", "another"]),
        ("", []),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, expected: list[str]) -> None:
    found = [text[start:end].strip(CELL_END) for start, end in sentences(text)]
    assert [one for one in found if one] == expected


def test_a_seed_and_a_page_end_a_sentence_at_the_same_place() -> None:
    text = "A statement of the U.S. Embassy names no vendor. It warns."
    seed = Seed("s", "seeds/s.txt", f"First.\n{text}\n")
    first, second = ((start - 7, end - 7) for start, end in seed.paragraphs[1].sentences())
    assert text[slice(*first)].endswith("vendor.")
    block = Block(text, (Mark(first[1], "ev", "a"), Mark(len(text), "ev", "b")), 1)
    assert [mark.content for mark in marks_for(block, text.index("statement"))] == ["a"]
    assert [mark.content for mark in marks_for(block, second[0])] == ["b"]


@pytest.mark.parametrize(
    ("before", "begins"),
    [("", True), ("It is lit. ", True), ("“Lit.” ", True), ("The U.S. ", False), ("of ", False)],
)
def test_a_number_begins_a_sentence_only_after_the_end_of_one(before: str, begins: bool) -> None:
    assert begins_sentence(before) is begins


def test_a_clause_that_never_ends_is_cut_at_a_space() -> None:
    text = "lamp " * LONGEST
    cuts = list(clauses(text))
    assert max(end - start for start, end in cuts) <= LONGEST
    assert all(text[start] == " " for start, _ in cuts[1:])
