"""Paragraphs set aside: each is found, once, and for a reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.aside import BEGINS, aside, lengthen

from sourcebook.analysis.coverage import coverage
from sourcebook.checks.aside import check_aside
from sourcebook.checks.opening import read_book
from sourcebook.data.evidence import Evidence
from sourcebook.data.seeds import Seed
from sourcebook.data.tables import Row

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.fixture
def longer(tiny: TinyBook) -> TinyBook:
    """Return the tiny book with two more paragraphs, 5 and 6, in one seed."""
    lengthen(tiny)
    return tiny


def told(tiny: TinyBook) -> list[str]:
    return [str(problem) for problem in read_book(tiny.root).problems]


@pytest.mark.parametrize("number", ["4", "6", "7", "0", "05", "five"])
def test_a_wrong_number_is_found(longer: TinyBook, number: str) -> None:
    aside(longer, number, BEGINS)
    problems = told(longer)
    assert problems
    assert all(one.startswith("data/unused.csv:2: ") for one in problems)


def test_words_that_do_not_begin_the_paragraph_are_found(longer: TinyBook) -> None:
    for begins in ("to the Gazette", "Subscribe to the Gaz", "subscribe", " "):
        path = longer.root / "data/unused.csv"
        header = path.read_text("utf-8").splitlines()[0]
        path.write_text(f"{header}\n", "utf-8")
        aside(longer, "5", begins)
        assert any("does not begin with these words" in one for one in told(longer)), begins


def test_words_that_begin_an_open_paragraph_as_well_are_found(longer: TinyBook) -> None:
    aside(longer, "5", "Subscribe")
    assert any("“Subscribe” also begins ¶6" in one for one in told(longer))
    aside(longer, "6", "Subscribe", key="more")
    assert told(longer) == []


def test_a_paragraph_set_aside_twice_is_found(longer: TinyBook) -> None:
    aside(longer, "5", BEGINS)
    aside(longer, "5", BEGINS, key="again")
    assert any("is set aside twice" in one and "unused.csv:2" in one for one in told(longer))


def test_a_paragraph_both_quoted_and_set_aside_is_found(longer: TinyBook) -> None:
    aside(longer, "2", "The board bought")
    assert any("is quoted as well" in one and "gazette-three-lamps" in one for one in told(longer))


def test_an_unknown_source_or_reason_is_found(longer: TinyBook) -> None:
    aside(longer, "5", BEGINS, source="nobody", reason="dull")
    assert len(told(longer)) == 2


def test_a_book_without_the_table_is_sound(book: Path) -> None:
    import json

    (book / "data/unused.csv").unlink()
    path = book / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    package["resources"] = [one for one in package["resources"] if one["name"] != "unused"]
    path.write_text(json.dumps(package), "utf-8")
    read = read_book(book)
    assert read.problems == ()
    assert [one.count("aside") for one in coverage(read)] == [0, 0]


def test_a_range_of_paragraphs_is_set_aside_by_one_row(longer: TinyBook) -> None:
    aside(longer, "5-6", BEGINS)
    assert told(longer) == []
    (seed,) = (one for one in coverage(read_book(longer.root)) if one.source == "pilots-gazette")
    assert seed.count("aside") == 2


@pytest.mark.parametrize("numbers", ["6-5", "5-7", "5-", "0-6", "5,6", "5–x"])
def test_a_range_that_there_is_not_is_found(longer: TinyBook, numbers: str) -> None:
    aside(longer, numbers, BEGINS)
    assert any("does not exist" in one and "a range such as 3-7" in one for one in told(longer))


def test_a_range_is_held_against_what_is_quoted_and_set_aside(longer: TinyBook) -> None:
    aside(longer, "4-6", "The board")
    aside(longer, "5–6", BEGINS, key="again")
    problems = "\n".join(told(longer))
    assert "does not begin with these words" in problems
    assert "is set aside twice" in problems
    aside(longer, "2-5", "The board bought", key="quoted")
    assert "is quoted as well" in "\n".join(told(longer))


def test_a_whole_source_is_set_aside_by_one_row_unless_something_of_it_is_quoted() -> None:
    seed = Seed("s", "seeds/s.txt", "One lamp.\nTwo lamps.\n")
    row = Row("f", 2, {"id": "a", "source": "s", "paragraph": "all", "begins": "One lamp"})
    quoted = Evidence("e", "s", "Two lamps.", "", "", 10, 20, "¶2", "", "", "")
    assert [*check_aside([row], {"s": seed}, [])] == []
    (told,) = check_aside([row], {"s": seed}, [quoted])
    assert "is quoted as well" in told.what
