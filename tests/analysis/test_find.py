"""Finding words: sentences of the seeds, ready to become rows of evidence."""

import csv
import io
from pathlib import Path

import pytest

from sourcebook.analysis.find import find
from sourcebook.cli import main
from sourcebook.data.quotations import locate
from sourcebook.data.seeds import Seed

SEED = Seed(
    "times",
    "seeds/times.txt",
    "It is lit. It’s  the keeper’s lamp, said Dr. Calder: it cost £1.5 million. Why?\n"
    "“It is lit.” It is lit.\n",
)


def sentences(words: str) -> list[str]:
    """Return the sentences found for words."""
    return [passage.selector.exact for passage in find([SEED], words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("keeper's LAMP", "It’s  the keeper’s lamp, said Dr. Calder: it cost £1.5 million."),
        ("million cost", "It’s  the keeper’s lamp, said Dr. Calder: it cost £1.5 million."),
        ("why?", "Why?"),
    ],
)
def test_words_are_found_whatever_their_case_order_or_quotation_marks(
    words: str, expected: str
) -> None:
    assert sentences(words) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the harbourmaster came", "The har\xad\xadbourmaster came  at dusk."),
        ("came at DUSK. he saw", "The har\xad\xadbourmaster came  at dusk. He saw the ﬁrst lamp."),
        ("first lamp", "He saw the ﬁrst lamp."),
        ("Cafe\u0301", "The café was shut."),
        ("lamp. the café", "He saw the ﬁrst lamp.\nThe café was shut."),
    ],
)
def test_words_are_found_across_lines_hyphens_forms_and_sentences(
    words: str, expected: str
) -> None:
    text = "The har\xad\xadbourmaster came  at dusk. He saw the ﬁrst lamp.\nThe café was shut.\n"
    (passage,) = find([Seed("a", "a", text)], words)
    assert passage.selector.exact == expected
    assert not passage.nearest


def test_a_sentence_that_stands_often_comes_with_what_tells_its_places_apart() -> None:
    passages = find([SEED], "it is lit")
    assert len(passages) == 3
    assert len({locate(one.selector, SEED) for one in passages}) == 3


def test_words_that_stand_nowhere_give_the_nearest_passage() -> None:
    (passage,) = find([SEED], "the keepers lamp")
    assert passage.nearest
    assert "keeper’s lamp" in passage.selector.exact


def test_what_find_prints_is_a_row_that_check_accepts(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--book", str(book), "find", "second", "tower"]) == 0
    where, row = capsys.readouterr().out.splitlines()
    assert where == "# pilots-gazette ¶3"
    evidence = book / "data/evidence.csv"
    header = evidence.read_text("utf-8").splitlines()[0].split(",")
    cells = dict(zip(header, next(csv.reader(io.StringIO(row))), strict=True))
    assert cells["source"] == "pilots-gazette"
    completed = cells | {"id": "gazette-tower", "mode": "opinion"}
    with evidence.open("a", encoding="utf-8", newline="") as handle:
        csv.DictWriter(handle, header, lineterminator="\n").writerow(completed)
    assert main(["--book", str(book), "check"]) == 0


def test_finding_nothing_is_said_and_exits_1(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--book", str(book), "find", "zzqqjjxx"]) == 1
    assert "stands in no seed" in capsys.readouterr().err
