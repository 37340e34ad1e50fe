"""The score of the checks: written, read again, and shown with examples of what went unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sourcebook.show.score import Kind, Score, Survivor, read_score, shown, write_score

SURVIVOR = Survivor("docs/lamps.md", 7, "No lamp.", "A lamp.")
KINDS = [
    Kind("digit", 4, 4, 0, True, 100),
    Kind("denial", 4, 2, 1, False, None, [SURVIVOR] * 5, slips=1),
]
SCORE = Score("0123456789abcdef", "aa", 5, KINDS)


def test_a_score_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_score(SCORE, tmp_path / "score.json")
    assert read_score(tmp_path / "score.json") == SCORE


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kinds": [{"survivors": 1}]}'])
def test_what_is_no_score_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "score.json").write_text(text, "utf-8")
    with pytest.raises(ValueError, match="not a score"):
        read_score(tmp_path / "score.json")


def test_each_kind_and_each_survivor_is_shown() -> None:
    whole, survivors = (one.text for one in shown(SCORE))
    assert "measured at commit 0123456789ab" in whole
    assert (
        "* - digit\n  - 4 (all)\n  - 4\n  - 0\n  - 0\n  - 0\n  - 100\\.0\n  - 100\\.0\n  - 100"
        in whole
    )
    assert "* - denial\n  - 4\n  - 2\n  - 1\n  - 1\n  - 1\n  - 50\\.0\n  - 25\\.0\n  - –" in whole
    assert "Unnoticed\\: denial\\, 3 of 5" in survivors
    assert survivors.count("No lamp") == 3
    assert "* - docs\\/lamps\\.md\\:7\n  - No lamp\\.\n  - A lamp\\." in survivors


def test_what_was_left_out_is_counted() -> None:
    kind = Kind("denial", 2, 2, 0, False, left_out=3, places=9)
    _, told = (one.text for one in shown(Score("0", "aa", 5, [kind])))
    assert told == "Of 9 places for “denial”, 3 were left out."


def test_of_none_all_were_noticed() -> None:
    assert Kind("digit", 0, 0, 0, True).of_a_hundred == 100
