"""The processes that read pages for a build do not outlive it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import TinyBook

LONG = "from pathlib import Path\nfrom time import sleep\n\nPath({!r}).touch()\nsleep(60)"


def in_time(true: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.1)
    return true()


def is_alive(group: int) -> bool:
    """Tell whether a process of a group still runs; one that nobody waits for has ended."""
    try:
        stats = [path.read_text("utf-8") for path in Path("/proc").glob("[0-9]*/stat")]
    except OSError:
        return True
    states = (one.rpartition(")")[2].split() for one in stats)
    return any(int(state[2]) == group and state[0] != "Z" for state in states)


def test_workers_end_when_their_build_is_killed(tiny: TinyBook) -> None:
    for name in "abcdefgh":
        tiny.add_page(f"page-{name}", "A page.")
    began = tiny.root / "began"
    tiny.add_notebook("long", LONG.format(str(began)))
    build = tiny.start("-j", "3")
    assert in_time(began.exists, 60)
    group = build.pid or 0
    os.kill(group, signal.SIGKILL)
    build.join()
    assert in_time(lambda: not is_alive(group), 10)
