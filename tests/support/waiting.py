"""Waiting for what other processes do: until something holds, until a group of them has ended."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


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
