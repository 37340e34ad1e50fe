"""Formats built beside the pages: when they begin, what each side knows, and who ends with whom."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from sourcebook.sphinx.builds.beside import at_once, beside, is_beside

LONG = 60  # seconds, of which no test waits for more than a few


def pages(begin: bool = True, expect: list[str] | None = None) -> int:
    """Stand for the build of the pages, which begins the others and asks how they ended."""
    other = beside()
    assert other is not None
    assert not is_beside()
    if begin:
        other.begin()
        return 0 if other.failed() == (expect or []) else 9
    return 3


@pytest.mark.parametrize("failing", [[], ["pdf"], ["pdf", "epub"]])
def test_each_side_is_told_which_formats_failed(failing: list[str], tmp_path: Path) -> None:
    def build(name: str) -> int:
        if name == "html":
            return pages(expect=failing)
        assert is_beside()
        (tmp_path / name).touch()
        return int(name in failing)

    assert at_once(["pdf", "epub"], build) == (0, failing)
    assert {one.name for one in tmp_path.iterdir()} == {"pdf", "epub"}


def test_nothing_is_begun_before_the_pages_are_read(tmp_path: Path) -> None:
    def build(name: str) -> int:
        if name == "html":
            time.sleep(0.2)
            (tmp_path / "read").touch()
            return pages()
        return 0 if (tmp_path / "read").exists() else 1

    assert at_once(["pdf"], build) == (0, [])


def test_what_was_never_begun_has_not_failed() -> None:
    assert at_once(["pdf"], lambda name: pages(begin=False) if name == "html" else 0) == (3, None)


def test_pages_learn_of_formats_whose_process_was_killed() -> None:
    def build(name: str) -> int:
        if name == "html":
            return pages(expect=["pdf", "epub"])
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    assert at_once(["pdf", "epub"], build) == (0, None)


def test_formats_end_with_the_pages_that_hold_their_lock() -> None:
    def build(name: str) -> int:
        if name == "html":
            other = beside()
            assert other is not None
            other.begin()
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(LONG)
        return 0

    began = time.monotonic()
    assert at_once(["pdf"], build) == (-signal.SIGKILL, None)
    assert time.monotonic() - began < LONG
