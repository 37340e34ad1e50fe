"""Formats built beside the pages that offer them: at once, from what was read for the pages."""

from __future__ import annotations

import os
from contextlib import suppress
from multiprocessing import get_context
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from multiprocessing.connection import Connection

    from sphinx.application import Sphinx

PAGES = "html"


class Beside:
    """What the build of the pages knows of the formats that are built beside it.

    They are ``begun`` when all pages have been read, and read nothing again.
    """

    def __init__(self, formats: Sequence[str], tell: Connection, ended: Connection) -> None:
        self.formats = formats
        self.begun = False
        self._tell, self._ended = tell, ended
        self._failed: list[str] | None = None

    def begin(self) -> None:
        """Have them begun; the lock of this build holds for them too."""
        self._tell.send(None)
        self.begun = True

    def failed(self) -> list[str]:
        """Wait until they have ended, and return those that were not built."""
        if self._failed is None:
            try:
                self._failed = self._ended.recv()
            except EOFError:
                self._failed = [*self.formats]
        return self._failed


class _OfThisProcess:
    beside: Beside | None = None
    is_beside = False


def beside() -> Beside | None:
    """Return what is built beside the pages that this process builds, if anything is."""
    return _OfThisProcess.beside


def is_beside() -> bool:
    """Tell whether this process builds beside pages, whose build has locked the folders."""
    return _OfThisProcess.is_beside


def setup(app: Sphinx) -> None:
    """Have the build of the pages go on as long as what was begun beside it."""

    def wait(_: Sphinx, __: Exception | None) -> None:
        if (other := beside()) and other.begun:
            other.failed()

    app.connect("build-finished", wait, priority=1)


def at_once(formats: Sequence[str], build: Callable[[str], int]) -> tuple[int, list[str] | None]:
    """Build the pages and beside them other formats, each side in a process of its own.

    ``build`` builds one format and returns its exit code. Returns that of the pages, and which of
    the others failed; nothing where they were not begun, as pages could not be read.
    """
    fork = get_context("fork")
    (told, tell), (ended, end), (known, report) = (fork.Pipe(duplex=False) for _ in range(3))
    pages = fork.Process(target=_pages, args=(build, formats, tell, ended, (told, end, report)))
    others = fork.Process(target=_others, args=(build, formats, told, (end, report), (tell,)))
    for process in (pages, others):
        process.start()
    for one in (told, tell, ended, end, report):
        one.close()
    pages.join()
    others.join()
    failed: list[str] | None = None
    with suppress(EOFError):
        failed = known.recv()
    return pages.exitcode or 0, failed


def _pages(
    build: Callable[[str], int],
    formats: Sequence[str],
    tell: Connection,
    ended: Connection,
    not_ours: Sequence[Connection],
) -> None:
    for one in not_ours:
        one.close()
    _OfThisProcess.beside = Beside(formats, tell, ended)
    raise SystemExit(build(PAGES))


def _others(
    build: Callable[[str], int],
    formats: Sequence[str],
    told: Connection,
    ends: Sequence[Connection],
    not_ours: Sequence[Connection],
) -> None:
    for one in not_ours:
        one.close()
    with suppress(EOFError):
        told.recv()
        Thread(target=_end_with_pages, args=(told,), daemon=True).start()
        _OfThisProcess.is_beside = True
        failed = [one for one in formats if build(one)]
        for end in ends:
            with suppress(BrokenPipeError):
                end.send(failed)


def _end_with_pages(told: Connection) -> None:
    """Wait for the build of the pages to end; one that was killed has left its lock."""
    with suppress(EOFError):
        told.recv()
    os._exit(1)
