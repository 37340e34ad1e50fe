"""Whether quoted words stand in a quotation: whole, in order, with nothing telling left out."""

from __future__ import annotations

import pytest

from sourcebook.text.quoted_words import objection

SAID = "“We sell oil in the far bay, and it can’t burn,” said Ann. “Boats came on 4 May,” said Bob."


@pytest.mark.parametrize(
    "words",
    [
        "“We sell oil”",
        "“we sell oil in the far bay,”",
        "“We sell oil … in the far bay”",
        "“We … [...] the far bay”",
        "‘it can't burn.’",
        "«\u00a0it can’t burn\u00a0»",
        "「We sell oil」",
        "“[w]e sell oil”",
        "“boats came on 4 May”",
        "“We sell oil",
    ],
)
def test_words_that_stand_there_are_quoted(words: str) -> None:
    assert objection(words, SAID) is None


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("“We buy oil”", "the evidence cited here does not state"),
        ("“far bay … We sell”", "the evidence cited here does not state"),
        ("“[S]ell coal”", "the evidence cited here does not state"),
        ("“it can”", "is cut inside “can't”"),
        ("“Boats came on 4”", "is cut inside “4 May”"),
        ("“sell oil … burn”", "leaves out “can't”"),
        ("“can’t burn … Boats came”", "leaves out that another speaks"),
        ("“burn”", "leaves out “can't” before it"),
    ],
)
def test_an_objection_tells_what_is_wrong(words: str, what: str) -> None:
    told = objection(words, SAID)
    assert told is not None
    assert told.what == what
    assert bool(told.do) is not what.startswith("the evidence")


def test_marks_inside_may_be_of_another_kind() -> None:
    assert objection("‘the “red” lamp’", "“the ‘red’ lamp is lit,” he said") is None


def test_a_possessive_may_be_left_off_a_name() -> None:
    assert objection("“the old board”", "the old board’s lamps were lit") is None


def test_a_later_place_is_taken_where_the_first_is_cut() -> None:
    assert objection("“ten lamps”", "ten lamps-of-old and ten lamps") is None


def test_a_term_amid_a_clause_keeps_the_small_letter_of_its_source() -> None:
    told = objection("“Oil”", SAID, "he deals in ")
    assert told
    assert told.do == "write “oil”, or “[O]il”"
    for words, lead in (("“[O]il”", "he deals in "), ("“Oil”", ""), ("“Oil”", "he said: ")):
        assert objection(words, SAID, lead) is None
    assert objection("“Sell oil in the far bay”", SAID, "he said ") is None
