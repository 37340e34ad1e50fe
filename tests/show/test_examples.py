"""Examples of codes: the first that has one, none where none has, and no code that is unknown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.problems import BookError
from sourcebook.show.examples import example

if TYPE_CHECKING:
    from pathlib import Path


ROOT_ROLES = re.compile(r"\{example\}`([^`]+)`")


def test_the_first_quotation_with_a_code_is_shown_in_short(book: Path) -> None:
    found = example(read_book(book), "evidence where mode = opinion")
    assert found
    assert found.quoted
    assert found.words == "In this paper's opinion the £1.3 million would have …"
    assert len(found.evidence) == 1


def test_a_grade_that_the_rules_give_has_an_example(book: Path) -> None:
    read = read_book(book)
    found = example(read, "evidence where credibility = 6")
    assert found
    assert found.evidence == ("times-title",)


def test_a_row_is_shown_by_its_name(book: Path) -> None:
    found = example(read_book(book), "people where kind = person")
    assert found
    assert (found.words, found.quoted) == ("Ines Calder", False)
    assert found.evidence == ("times-harbour-master",)


@pytest.mark.parametrize(
    "asked",
    [
        "opinion",
        "evidence where mood = opinion",
        "nothing.mode = report",
        "evidence where mode = rant",
    ],
)
def test_what_the_tables_do_not_know_is_refused(book: Path, asked: str) -> None:
    with pytest.raises(BookError, match="does not say which rows"):
        example(read_book(book), asked)
