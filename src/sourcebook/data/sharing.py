"""Sharing work on many items out among the processor's cores, by processes forked from this one."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from multiprocessing import current_process, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")
LEAST = 1000


def shared_out(
    work: Callable[[Sequence[Item]], Iterable[Made]], items: Sequence[Item], least: int = LEAST
) -> list[Made]:
    """Return what ``work`` makes of items, in their order, as if it were given them all at once.

    Each core has ``least`` items or more; where there are fewer, or where a process may not be
    forked, all is done in this one, as is a part whose process fails.
    """
    count = min(_cores(), len(items) // least) if may_fork() else 1
    size = -(-len(items) // max(count, 1)) or 1
    mine, *others = [items[at : at + size] for at in range(0, len(items), size)] or [items]
    processes = [_begin(work, part) for part in others]
    made = [*work(mine)]
    for part, answers in zip(others, processes, strict=True):
        answered: list[Made] | None = _answer(answers)
        made += work(part) if answered is None else answered
    return made


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def may_fork() -> bool:
    """Tell whether this process may be forked: it has one thread, and the system allows it."""
    alone = threading.active_count() == 1 and not current_process().daemon
    return alone and "fork" in get_all_start_methods()


def _begin(work: Callable[[Sequence[Item]], Iterable[Made]], part: Sequence[Item]) -> Connection:
    answers, sends = get_context("fork").Pipe(duplex=False)
    get_context("fork").Process(target=_send, args=(work, part, sends), daemon=True).start()
    sends.close()
    return answers


def _send(
    work: Callable[[Sequence[Item]], Iterable[Made]], part: Sequence[Item], sends: Connection
) -> None:
    with suppress(Exception):  # what fails here is done again, and fails, where it is told
        sends.send([*work(part)])


def _answer(answers: Connection) -> list[Made] | None:
    try:
        made: list[Made] = answers.recv()
    except EOFError:
        return None
    return made
