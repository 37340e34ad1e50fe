"""The arguments of the commands: each command is there, and does something."""

from __future__ import annotations

import argparse

import pytest

from sourcebook.arguments import parser
from sourcebook.cli import COMMANDS, main


def test_every_command_that_can_be_asked_for_is_done() -> None:
    (chosen,) = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    assert chosen.choices.keys() == COMMANDS.keys()


def test_an_unknown_command_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["bind"])
    assert ended.value.code == 2
    assert "'check'" in capsys.readouterr().err
