"""Formats built beside the pages: when they begin, what each side knows, and who ends with whom."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.waiting import in_time

from sourcebook.sphinx.builds import beside
from sourcebook.sphinx.builds.beside import at_once, side

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 60  # seconds, of which no test waits for more than a few


def yes() -> dict[str, str]:
    """Approve of every book."""
    return {}


def no() -> None:
    """Approve of none."""


def pages(begin: bool = True, expect: list[str] | None = None) -> int:
    """Stand for the build of the pages, which begins the others and asks how they ended."""
    assert not side().is_beside
    if begin:
        side().begin()
        return 0 if side().failed() == (expect or []) else 9
    return 3


@pytest.mark.parametrize("failing", [[], ["pdf"], ["pdf", "epub"]])
def test_each_side_is_told_which_formats_failed(failing: list[str], tmp_path: Path) -> None:
    def build(name: str) -> int:
        if name == "html":
            return pages(expect=failing)
        assert side().is_beside
        (tmp_path / name).touch()
        return int(name in failing)

    assert at_once("html", ["pdf", "epub"], build, yes) == (0, failing)
    assert {one.name for one in tmp_path.iterdir()} == {"pdf", "epub"}


def test_nothing_is_begun_before_the_pages_are_read(tmp_path: Path) -> None:
    def build(name: str) -> int:
        if name == "html":
            time.sleep(0.2)
            (tmp_path / "read").touch()
            return pages()
        return 0 if (tmp_path / "read").exists() else 1

    assert at_once("html", ["pdf"], build, yes) == (0, [])


def test_what_was_never_begun_has_not_failed() -> None:
    def build(name: str) -> int:
        return pages(begin=False) if name == "html" else 0

    assert at_once("html", ["pdf"], build, yes) == (3, None)
    assert at_once("html", [], build, yes) == (3, None)


def test_pages_learn_of_formats_whose_process_was_killed() -> None:
    def build(name: str) -> int:
        if name == "html":
            return pages(expect=["pdf", "epub"])
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    assert at_once("html", ["pdf", "epub"], build, yes) == (0, None)


def test_formats_end_with_the_pages_that_hold_their_lock() -> None:
    def build(name: str) -> int:
        if name == "html":
            side().begin()
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(LONG)
        return 0

    began = time.monotonic()
    assert at_once("html", ["pdf"], build, yes) == (-signal.SIGKILL, None)
    assert time.monotonic() - began < LONG


def wait(folder: Path) -> Callable[[str], int]:
    """Return a build that notes its process in a folder and takes a minute."""

    def build(_: str) -> int:
        (folder / str(os.getpid())).touch()
        side().begin()
        time.sleep(LONG)
        return 0

    return build


def alive(folder: Path) -> list[str]:
    """Return the processes noted in a folder that have not ended, whoever waits for them."""
    stats = [Path("/proc", one.name, "stat") for one in folder.iterdir()]
    read = [one.read_text("utf-8").rpartition(")")[2].split() for one in stats if one.exists()]
    return [state for state, *_ in read if state != "Z"]


def test_sides_end_when_who_began_them_is_interrupted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beside, "GRACE", 0)

    def interrupted() -> dict[str, str]:
        assert in_time(lambda: len(alive(tmp_path)) == 2, 20)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        at_once("html", ["pdf"], wait(tmp_path), interrupted)
    assert in_time(lambda: not alive(tmp_path), 20)


def test_sides_end_with_who_began_them_however_that_ends(tmp_path: Path) -> None:
    first = get_context("fork").Process(target=at_once, args=("html", ["pdf"], wait(tmp_path), yes))
    first.start()
    assert in_time(lambda: len(alive(tmp_path)) == 2, 20)
    first.kill()
    first.join()
    assert in_time(lambda: not alive(tmp_path), 20)


def test_a_build_waits_for_the_approval_of_its_book(tmp_path: Path) -> None:
    def build(name: str) -> int:
        assert not side().has_checked({"docs/index.md": "1"})
        assert side().approved()
        assert side().approved(), "asked again, the answer stands"
        assert side().has_checked({"docs/index.md": "1"}) != side().is_beside
        assert not side().has_checked({"docs/index.md": "2"})
        assert not side().has_checked({"docs/index.md": "1", "docs/new.md": "1"})
        assert (tmp_path / "checked").exists()
        (tmp_path / name).touch()
        if name == "html":
            side().begin()
        return len(side().failed()) if side().begun else 0

    def approve() -> dict[str, str]:
        time.sleep(0.2)
        (tmp_path / "checked").touch()
        return {"docs/index.md": "1", "data/terms.csv": "3"}

    assert at_once("html", ["pdf"], build, approve) == (0, [])
    assert {one.name for one in tmp_path.iterdir()} == {"checked", "html", "pdf"}


def test_sides_whose_book_is_refused_are_ended_and_have_shown_nothing(tmp_path: Path) -> None:
    def build(name: str) -> int:
        if side().approved():
            (tmp_path / name).touch()
        time.sleep(LONG)
        return 0

    began = time.monotonic()
    assert at_once("html", ["pdf"], build, no) == (-signal.SIGTERM, None)
    assert time.monotonic() - began < LONG
    assert not [*tmp_path.iterdir()]


def test_sides_approve_of_nothing_when_who_checks_was_killed(tmp_path: Path) -> None:
    said, say = get_context("fork").Pipe(duplex=False)

    def build(_: str) -> int:
        say.send(side().approved())
        return 0

    def approve() -> dict[str, str]:
        os._exit(9)

    checking = get_context("fork").Process(target=at_once, args=("html", [], build, approve))
    checking.start()
    checking.join()
    say.close()
    with suppress(EOFError):  # one that has ended says nothing
        assert said.recv() is False
