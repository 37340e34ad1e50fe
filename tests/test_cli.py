"""The command: what it prints, and with which code it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sourcebook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TinyBook


def test_a_sound_book_passes(book: Path) -> None:
    assert main(["--book", str(book), "check"]) == 0


def test_a_book_with_a_problem_fails_and_says_where(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.edit("data/evidence.csv", "The tower, 47 metres", "The tower, 48 metres")
    assert main(["--book", str(tiny.root), "check"]) == 1
    line = tiny.line("data/evidence.csv", "48 metres")
    assert f"data/evidence.csv:{line}" in capsys.readouterr().err


def test_a_command_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["nothing"])
    assert ended.value.code == 2
    assert "check" in capsys.readouterr().err
