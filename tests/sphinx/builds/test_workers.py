"""The processes that read pages for a build share them evenly, and do not outlive it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from sphinx.util.parallel import make_chunks
from support.waiting import in_time, is_alive

import sourcebook
from sourcebook.sphinx.builds.workers import spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import TinyBook

QUICK = ("-q", "-j", "3", "-D", "nb_execution_mode=off")
DEAF = """
def setup(app):
    import pathlib, signal, time

    def stay(app, docname, source):
        if docname == "docs/page-h":
            for one in (signal.SIGINT, signal.SIGTERM):
                signal.signal(one, signal.SIG_IGN)
            pathlib.Path(app.srcdir, "began").touch()
            time.sleep(90)

    app.connect("source-read", stay)
"""

NOTING = """
def setup(app):
    import os
    build = os.getpid()

    def note(app, docname, source):
        with open(app.srcdir / "read.log", "a") as log:
            log.write("itself\\n" if os.getpid() == build else "another\\n")

    app.connect("source-read", note)
"""

FAILING = """def stay(app, docname, source):
        while docname == "docs/page-b":
            if pathlib.Path(app.srcdir, "began").exists():
                raise ValueError("this page stops the build")
            time.sleep(0.1)
"""


@pytest.fixture
def began(tiny: TinyBook) -> Path:
    """Give the book enough pages for several processes, one of which hears nothing."""
    for name in "abcdefgh":
        tiny.add_page(f"page-{name}", "A page.")
    tiny.append("docs/conf.py", DEAF)
    return tiny.root / "began"


@pytest.mark.parametrize("processes", [1, 2, 4])
@pytest.mark.parametrize("size", [0, 1, 12, 57, 200])
def test_pages_that_stand_together_are_read_by_different_processes(
    size: int, processes: int
) -> None:
    pages = [f"docs/{at}" for at in range(size * 3 // 4)]
    names = [*pages, *(f"notebooks/{at}" for at in range(size - len(pages)))]
    spread_out = [*names]
    spread(SimpleNamespace(parallel=processes), None, spread_out)  # type: ignore[arg-type]
    assert sorted(spread_out) == sorted(names)
    for some in make_chunks(spread_out, processes):
        notebooks = [one for one in some if one.startswith("notebooks/")]
        assert abs(len(notebooks) - len(some) / 4) <= 4


def test_a_single_page_is_read_by_the_build_itself_and_several_by_others(tiny: TinyBook) -> None:
    tiny.append("docs/conf.py", NOTING)
    tiny.quieten()

    def readers() -> set[str]:
        (tiny.root / "read.log").write_text("", "utf-8")
        done = tiny.build("-j", "2", run=False)
        assert done.code == 0, done.warnings
        return {*(tiny.root / "read.log").read_text("utf-8").split()}

    assert readers() == {"another"}
    tiny.edit("docs/second.md", "is said to reach", "is also said to reach")
    assert readers() == {"itself"}


def test_workers_end_when_their_build_is_killed(tiny: TinyBook, began: Path) -> None:
    build = tiny.start("-j", "3", run=False)
    assert in_time(began.exists, 60)
    group = build.pid or 0
    os.kill(group, signal.SIGKILL)
    build.join()
    assert in_time(lambda: not is_alive(group), 10)


@contextmanager
def building(tiny: TinyBook) -> Iterator[subprocess.Popen[bytes]]:
    """Build as a user does, and leave no process behind."""
    command = [sys.executable, "-m", "sphinx", *QUICK, "-c", "docs", ".", "_build/html"]
    env = os.environ | {"PYTHONPATH": str(Path(sourcebook.__file__).parents[1])}
    with subprocess.Popen(command, cwd=tiny.root, env=env, start_new_session=True) as build:
        try:
            yield build
        finally:
            if is_alive(build.pid):
                os.killpg(build.pid, signal.SIGKILL)


def interrupted(build: subprocess.Popen[bytes]) -> int:
    """Press Ctrl-C, and again where it went unheard: Python drops one in a finalizer."""
    for _ in range(3):
        with suppress(subprocess.TimeoutExpired):
            os.killpg(build.pid, signal.SIGINT)
            return build.wait(15)
    os.killpg(build.pid, signal.SIGINT)
    return build.wait(15)


@pytest.mark.walks(0)
def test_a_build_that_is_interrupted_does_not_wait_for_its_workers(
    tiny: TinyBook, began: Path
) -> None:
    with building(tiny) as build:
        assert in_time(began.exists, 60)
        assert interrupted(build) == 2
        assert not is_alive(build.pid)


@pytest.mark.walks(0)
def test_a_build_that_stops_with_an_error_does_not_wait_for_its_workers(
    tiny: TinyBook, began: Path
) -> None:
    tiny.edit("docs/conf.py", "def stay(app, docname, source):\n", FAILING)
    with building(tiny) as build:
        assert in_time(began.exists, 60)
        assert build.wait(30) == 2
        assert not is_alive(build.pid)
