"""Questions and answers, held against the readings of each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book
from sourcebook.checks.pages import Pages, check_pages

if TYPE_CHECKING:
    from conftest import TinyBook

ASKED = "In what words is the price given?"


def checks(tiny: TinyBook, question: str) -> list[str]:
    """Return what is told of a question on the price: the Gazette’s, and what a keeper says."""
    tiny.edit(
        "data/answers.csv", "what-price-times,what-price,harbour-times", "x,how-many,harbour-times"
    )
    tiny.edit(
        "data/answers.csv", "A larger sum.,gazette-price", "A larger sum.,gazette-three-lamps"
    )
    tiny.edit("data/puzzles.csv", ASKED, question)
    return [one.check for one in check_pages(Pages(read_book(tiny.root))) if "puzzles" in one.file]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does the Gazette say of a larger sum?", []),
        ("What does the Harbour Times say of a larger sum?", ["named", "speaker"]),
        ("A keeper said it; who is he?", []),
        ("Ines Calder said it; who is he?", ["named", "speaker"]),
    ],
)
def test_who_is_asked_of_has_a_reading_or_speaks_in_one(
    tiny: TinyBook, question: str, found: list[str]
) -> None:
    assert sorted({*checks(tiny, question)}) == found


@pytest.mark.parametrize(
    ("short", "told"),
    [("The harbour board’s lamps", []), ("The lamps of Ines Calder", ["named"])],
)
def test_a_question_is_on_whom_its_readings_are(
    tiny: TinyBook, short: str, told: list[str]
) -> None:
    tiny.edit("data/puzzles.csv", "How many lamps were ordered?", short)
    found = check_pages(Pages(read_book(tiny.root)))
    assert [one.check for one in found if "asked about" in one.what] == told
