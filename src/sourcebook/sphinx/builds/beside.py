"""What goes on at once: the check of a book, its pages, and other formats made of one reading."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from threading import Thread
from typing import TYPE_CHECKING, Any

from sourcebook.sphinx.builds.memory import memory_of
from sourcebook.sphinx.builds.workers import end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from sphinx.application import Sphinx

    Build = Callable[[str], int]


GRACE = 3  # seconds that a build which was interrupted is given to tidy up
UNCHECKED = "the check of the book did not come to its end: nothing of it is built"


@dataclass
class Side:
    """What a process that builds knows of those that check and build beside it.

    ``formats`` are built beside this build, once it has ``begun`` them: when all pages have been
    read. A side that ``is_beside`` another is one that was begun so, and reads nothing again. The
    files that were ``checked`` have the digests that they had then.
    """

    approval: Connection | None = None
    formats: Sequence[str] = ()
    tell: Connection | None = None
    ended: Connection | None = None
    is_beside: bool = False
    begun: bool = False
    checked: Mapping[str, str] | None = None
    _failed: list[str] | None = None

    def begin(self) -> None:
        """Have the other formats begun; the lock of this build holds for them too."""
        if self.tell:
            self.tell.send(None)
            self.begun = True

    def failed(self) -> list[str]:
        """Wait until the formats that were begun have ended, and return those not built."""
        if self.begun and self.ended and self._failed is None:
            self._failed = _received(self.ended, [*self.formats])
        return self._failed or []

    def approved(self) -> bool:
        """Wait until the book has been checked, and tell whether it may be built."""
        if self.approval and self.checked is None:
            self.checked = _received(self.approval, None)
        return self.checked is not None or not self.approval

    def has_checked(self, files: Mapping[str, str]) -> bool:
        """Tell whether files were checked as these digests of theirs have them."""
        return files.items() <= (self.checked or {}).items()


_of_this_process = [Side()]


def side() -> Side:
    """Return what this process knows of others."""
    return _of_this_process[0]


def setup(app: Sphinx) -> None:
    """Wait for the check before any page is read, begin the others after, end when they have.

    So of what is refused the check alone tells, and what was read before is kept.
    """
    app.connect("env-before-read-docs", read_nothing, priority=1)
    app.connect("env-before-read-docs", wait_for_check, priority=700)
    app.connect("write-started", begin, priority=1)
    app.connect("build-finished", wait_for_others, priority=1)


def read_nothing(_: Sphinx, __: object, docnames: list[str]) -> None:
    """Read nothing again beside another build."""
    if side().is_beside:
        docnames.clear()


def wait_for_check(*_: object) -> None:
    """End the program if the book is not approved."""
    if not side().approved():
        raise SystemExit(UNCHECKED)


def begin(app: Sphinx, _: object) -> None:
    """Begin the other formats unless something speaks against what was read."""
    if side().formats and memory_of(app).is_sound():
        side().begin()


def wait_for_others(_: Sphinx, __: Exception | None) -> None:
    """Go on as long as what was begun beside this build."""
    side().failed()


def at_once(
    first: str, others: Sequence[str], build: Build, approve: Callable[[], Mapping[str, str] | None]
) -> tuple[int, list[str] | None]:
    """Build a format and beside it others, each side in a process; meanwhile, ask whether to.

    ``build`` builds one format and returns its exit code; it asks once whether the book is
    approved. ``approve`` returns the digests of the files that it has checked; where it returns
    nothing, both sides are ended, and have shown nothing. Returns the exit code of the first, and
    which of the others failed; nothing where these were not begun, as the first could not be read.
    """
    fork, pipes = get_context("fork"), Pipes()
    sides = [fork.Process(target=_build_first, args=(pipes, first, others, build))]
    sides += [fork.Process(target=_build_others, args=(pipes, others, build))] if others else []
    for process in sides:
        process.start()
    pipes.keep("known", "say")
    try:
        checked = approve()
        if checked is not None:
            _send(checked, pipes.say)
        else:
            end(sides)
        for process in sides:
            process.join()
    except KeyboardInterrupt:
        end(sides, GRACE)
        raise
    return sides[0].exitcode or 0, _received(pipes.known, None)


def end(sides: Sequence[BaseProcess], grace: float = 0) -> None:
    """End processes; each is given seconds to end by itself, as Ctrl-C reaches all of them."""
    for process in sides:
        process.join(grace)
        process.terminate()


class Pipes:
    """The ends of pipes, of which each process keeps its own."""

    def __init__(self) -> None:
        new = get_context("fork").Pipe
        self.told, self.tell = new(duplex=False)
        self.ended, self.end = new(duplex=False)
        self.known, self.report = new(duplex=False)
        self.yes, self.say = new(duplex=False)

    def keep(self, *ours: str) -> None:
        """Close all but some ends."""
        for name, one in vars(self).items():
            if name not in ours:
                one.close()


def _build_first(pipes: Pipes, first: str, others: Sequence[str], build: Build) -> None:
    pipes.keep("yes", "tell", "ended")
    Thread(target=end_with_parent, daemon=True).start()
    _of_this_process[:] = [Side(pipes.yes, others, pipes.tell, pipes.ended)]
    with suppress(KeyboardInterrupt):
        raise SystemExit(build(first))
    raise SystemExit(1)


def _build_others(pipes: Pipes, others: Sequence[str], build: Build) -> None:
    pipes.keep("told", "end", "report")
    Thread(target=end_with_parent, daemon=True).start()
    with suppress(EOFError, KeyboardInterrupt):
        pipes.told.recv()
        Thread(target=_end_with, args=(pipes.told,), daemon=True).start()
        _of_this_process[:] = [Side(is_beside=True)]
        # the first build may end as soon as it is told, and this process with it
        _send([one for one in others if build(one)], pipes.report, pipes.end)


def _send(what: object, *connections: Connection) -> None:
    for one in connections:
        with suppress(BrokenPipeError):
            one.send(what)


def _received(connection: Connection, otherwise: Any) -> Any:
    with suppress(EOFError):
        return connection.recv()
    return otherwise


def _end_with(told: Connection) -> None:
    """Wait for the first build to end; one that was killed has left its lock."""
    with suppress(EOFError):
        told.recv()
    os._exit(1)
