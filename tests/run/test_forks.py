"""The nursery as its users see it: begun early or when it is needed, and in the book."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sourcebook.run import forks


class Begun:
    """Stands for a nursery: notes where it was begun, and whether it was given a book or none."""

    def __init__(self) -> None:
        self.folder = Path.cwd()
        self.given = False

    def give(self) -> None:
        self.given = True


@pytest.fixture
def nursery(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nurseries stood for, and none begun."""
    monkeypatch.setattr(forks, "_begun", cache(Begun))


@pytest.mark.usefixtures("nursery")
@pytest.mark.parametrize(("runs", "can"), [(True, True), (True, False), (False, True)])
def test_it_is_begun_early_where_a_notebook_will_run(
    runs: bool, can: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forks, "will_run", lambda _: runs)
    monkeypatch.setattr(forks, "can_fork", lambda: can)
    here = Path.cwd()
    early: Any = forks.begin_early(tmp_path)
    assert Path.cwd() == here
    assert (early is not None) == (runs and can)
    if early:
        assert str(early.folder) == str(tmp_path.resolve())
        assert not early.given
        later: Any = forks.nursery()
        assert later is early
        assert later.given


def test_only_what_is_read_at_the_start_of_a_process_tells_two_apart() -> None:
    given = {"PYTHONPATH": "a", "MPLBACKEND": "agg", "HOME": "/", "TZ": "UTC", "PATH": "/bin"}
    assert forks.read_at_start(given).keys() == {"PYTHONPATH", "MPLBACKEND", "TZ"}
