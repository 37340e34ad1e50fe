"""Running notebooks side by side on this machine; given up, no kernel of them is left."""

from __future__ import annotations

import os
from queue import SimpleQueue
from threading import Semaphore, Thread
from time import monotonic
from typing import TYPE_CHECKING

from sourcebook.run.forks import can_fork, nursery
from sourcebook.run.kernels import use

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from sourcebook.run.executing import Ran, Work

    Done = tuple[Work, Ran | BaseException]

ENDING = 10  # seconds that a thread is given to see that its kernel is gone


def side_by_side(works: Sequence[Work], jobs: int = 0) -> Generator[tuple[Work, Ran]]:
    """Run notebooks and yield each with what came of it, as it ends.

    As many as there are ``jobs``, else cores, run their cells at a time; as many others begin or
    end meanwhile. An error that is none of a notebook's is raised here. Whatever ends this early
    kills every kernel that it began, and waits for no thread that does not notice in time.
    """
    use()
    if can_fork():
        nursery()
    waiting = list(works)[::-1]
    turns = min(jobs or os.cpu_count() or 1, len(works))
    turn = Semaphore(turns)
    for work in works:
        work.turn = turn
    ended: SimpleQueue[Done] = SimpleQueue()
    threads = [
        Thread(target=_work, args=(waiting, ended), daemon=True)
        for _ in range(min(2 * turns, len(works)))
    ]
    try:
        for thread in threads:
            thread.start()
        for _ in works:
            work, ran = ended.get()
            if isinstance(ran, BaseException):
                raise ran
            yield work, ran
    finally:
        waiting.clear()
        for work in works:
            work.abandon()
        turn.release(len(threads))
        end = monotonic() + ENDING
        for thread in threads:
            thread.join(max(end - monotonic(), 0))


def _work(waiting: list[Work], ended: SimpleQueue[Done]) -> None:
    while waiting:
        try:
            work = waiting.pop()
        except IndexError:
            return
        try:
            ended.put((work, work.run()))
        except BaseException as error:
            ended.put((work, error))
