"""Coverage of seeds, and the table of paragraphs set aside that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.aside import BEGINS, SEED, aside, lengthen

from sourcebook.analysis.coverage import coverage, numbers, proper_names
from sourcebook.checks.opening import read_book
from sourcebook.cli import main
from sourcebook.data.seeds import Seed

if TYPE_CHECKING:
    from conftest import TinyBook


@pytest.fixture
def longer(tiny: TinyBook) -> TinyBook:
    """Return the tiny book with two more paragraphs, 5 and 6, in one seed."""
    lengthen(tiny)
    return tiny


def test_a_sentence_is_quoted_set_aside_or_open(longer: TinyBook) -> None:
    aside(longer, "5", BEGINS)
    times, gazette = coverage(read_book(longer.root))
    assert (times.source, times.paragraphs, times.count("aside")) == ("harbour-times", 6, 0)
    assert (times.open, times.count("used")) == ((), len(times.sentences))
    assert (gazette.paragraphs, gazette.count("aside"), gazette.count("open")) == (6, 1, 1)
    assert [(one.locator, one.words) for one in gazette.open] == [("¶6", "Subscribe now.")]
    assert 0 < gazette.quoted < gazette.words


def test_a_sentence_of_a_quoted_paragraph_is_open_unless_a_quotation_holds_a_word_of_it(
    tiny: TinyBook,
) -> None:
    text = "The keeper was asleep. A gull sat on the mast. It flew off, all in all, to sea.\n"
    tiny.rewrite_seed(SEED, (tiny.root / SEED).read_text("utf-8") + "\n" + text)
    quoted = {"source": "pilots-gazette", "quotation": "It flew off, all", "mode": "report"}
    tiny.add_row("data/evidence.csv", id="gazette-gull", **quoted)
    gazette = coverage(read_book(tiny.root))[1]
    assert [one.state for one in gazette.sentences[-3:]] == ["open", "open", "used"]
    assert gazette.sentences[-1].stretches == ("in all, to sea",)
    assert gazette.sentences[-2].stretches == ()


def test_numbers_and_names_that_no_quotation_holds_are_listed_with_their_place(
    longer: TinyBook,
) -> None:
    gazette = coverage(read_book(longer.root))[1]
    assert [(one.words, one.locator) for one in gazette.numbers] == [("3 shillings", "¶5")]
    assert ("Port Ellery", "¶5") in [(one.words, one.locator) for one in gazette.names]
    assert any("Calder" in one.words for one in gazette.names)


def test_numbers_are_quantities_dates_and_words_with_digits() -> None:
    seed = Seed("s", "seeds/s.txt", "On 3 May 2021 the AB-3C carried twenty men.\n\nRoute B12.")
    assert [words for _, words in numbers(seed)] == ["3 May 2021", "AB-3C", "twenty", "B12"]


def test_numbers_of_another_language_are_those_that_it_writes() -> None:
    text = "Am 3. Mai 2021 kamen zweiundzwanzig Leute mit 1,5 Millionen Euro, eine Frau und 7."
    seed = Seed("s", "seeds/s.txt", text, language="de")
    found = ["3. Mai 2021", "zweiundzwanzig", "1,5 Millionen Euro", "7"]
    assert [words for _, words in numbers(seed)] == found


def test_a_capital_that_only_opens_a_sentence_makes_no_name() -> None:
    seed = Seed("s", "seeds/s.txt", "Nobody came. Ada Thorne’s ship left. Yesterday Ada sailed.")
    assert [words for _, words in proper_names(seed)] == ["Ada Thorne", "Ada"]


@pytest.mark.parametrize("floor", ["100", "90.5"])
def test_below_the_floor_the_command_fails_and_names_the_open_sentences(
    longer: TinyBook, floor: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--book", str(longer.root), "coverage", "--floor", floor]) == 1
    printed = capsys.readouterr()
    assert "sentences in 12 paragraphs: " in printed.out
    assert "0 set aside, 2 open: 8" in printed.out
    assert "¶5 “Subscribe to the Gazette for 3 shillings at Port Ellery.”" in printed.err
    assert "pilots-gazette ¶6 “Subscribe now.”" in printed.err


def test_at_the_floor_the_command_succeeds(
    longer: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    aside(longer, "5", BEGINS)
    aside(longer, "6", "Subscribe now", key="more")
    assert main(["--book", str(longer.root), "coverage", "--floor", "100"]) == 0
    assert capsys.readouterr().err == ""
    assert main(["--book", str(longer.root), "coverage"]) == 0


def test_nearly_all_never_reads_as_all(longer: TinyBook) -> None:
    from sourcebook.analysis.coverage import _percent

    assert _percent(99.999) == "99.9"
    assert _percent(100) == "100"


def test_a_book_with_problems_has_no_coverage(longer: TinyBook) -> None:
    (longer.root / SEED).unlink()
    assert main(["--book", str(longer.root), "coverage"]) == 1
