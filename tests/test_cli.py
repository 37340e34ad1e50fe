"""The command: what it prints, and with which code it ends."""

from __future__ import annotations

import subprocess
import sys
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


@pytest.mark.parametrize("at", ["sourcebook.cli", "sourcebook.checks.pages", "argparse"])
def test_ctrl_c_while_the_command_is_loaded_is_told_in_one_line(at: str) -> None:
    press = (
        "import runpy, signal, sys\n"
        "class Press:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {at!r}:\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Press())\n"
        "sys.modules.pop('argparse', None)\n"
        "sys.argv[1:] = ['check']\n"
        "runpy.run_module('sourcebook', run_name='__main__')"
    )
    command = [sys.executable, "-c", press]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "interrupted; what had ended is kept\n"
