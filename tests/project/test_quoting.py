"""Rows that are proposed for passages: each with an id of its own, added where one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.analysis.find import find
from sourcebook.checks.opening import read_book
from sourcebook.cli import main
from sourcebook.data.seeds import Seed
from sourcebook.project.quoting import proposed

if TYPE_CHECKING:
    from pathlib import Path

DIARY = """The diary of the keeper

On 4 January 2020 I lit the lantern for the first time, and the har-
bourmaster came to see it. He said that the lamps had cost the board more than it
had wished to spend. Nobody came. Nobody came then.
It rained.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a new book with a wrapped text among its sources."""
    main(["new", str(tmp_path / "new")])
    (tmp_path / "diary.txt").write_text(DIARY, "utf-8")
    assert main(["--book", str(tmp_path / "new"), "add", str(tmp_path / "diary.txt")]) == 0
    return tmp_path / "new"


def quote(root: Path, *words: str) -> int:
    return main(["--book", str(root), "find", *words, "--add"])


def test_each_proposed_row_has_an_id_of_its_own(root: Path) -> None:
    evidence = read_book(root).tables["evidence"]
    seed = Seed("diary", "seeds/diary.txt", "In 2020 the lamp was lit. A lamp. The lamp was lit.")
    keys = [one["id"] for one in proposed(find([seed], "lamp"), evidence)]
    assert keys == ["diary-in-the-lamp-was", "diary-lamp", "diary-the-lamp-was-lit"]


def test_a_passage_over_several_lines_is_added_and_sound(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert quote(root, "the harbourmaster came to see it") == 0
    assert "diary-on-january-lit-the: added" in capsys.readouterr().out
    found = read_book(root)
    assert not found.problems
    assert found.cite("diary-on-january-lit-the").quotation.endswith(
        "for the first time, and the harbourmaster came to see it."
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nobody came", "diary ¶2, diary ¶2"),
        ("no such words anywhere", "no source has these words"),
        ("The diary of the keeper", "cite it: {ev}`diary-title`"),
    ],
)
def test_what_is_not_one_new_passage_is_not_added(
    root: Path, words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "data/evidence.csv").read_bytes()
    assert quote(root, words) == 1
    assert said in capsys.readouterr().err
    assert (root / "data/evidence.csv").read_bytes() == before


def test_a_table_that_has_no_place_for_what_tells_a_passage_apart_is_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("data/evidence.csv", "data/datapackage.json"):
        text = (root / name).read_text("utf-8").replace("prefix", "left").replace("suffix", "right")
        (root / name).write_text(text, "utf-8")
    assert quote(root, "Nobody came then") == 0
    assert quote(root, "It rained.") == 1
    assert "add the column" in capsys.readouterr().err


def test_words_are_found_in_a_book_that_has_problems(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "data/events.csv"
    path.write_text(path.read_text("utf-8").replace("2024-03-11", "2024-03-31"), "utf-8")
    assert main(["--book", str(root), "check"]) == 1
    capsys.readouterr()
    assert main(["--book", str(root), "find", "harbourmaster"]) == 0
    where, row = capsys.readouterr().out.splitlines()
    assert where == "# diary ¶2"
    assert row.startswith("diary-on-january-lit-the,diary,")
