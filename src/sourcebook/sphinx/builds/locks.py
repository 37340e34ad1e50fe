"""Locks: one build at a time writes beside a folder; the next says so and waits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from sphinx.util import logging

from sourcebook.sphinx.builds.beside import side

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

LOGGER = logging.getLogger(__name__)
NAME = ".building"
NOTHING = (
    "{error}: nothing can be built in {folder}; allow to write there, take away what stands in the"
    " way, or build elsewhere"
)


def setup(app: Sphinx) -> None:
    """Lock before anything below the folders is read, and unlock when all is written."""
    held: list[FileLock] = []

    def lock(app: Sphinx, _: Config) -> None:
        for folder in [] if side().is_beside else folders(app):
            held.append(FileLock(folder / NAME))
            acquire(held[-1], folder)

    def unlock(_: Sphinx, __: Exception | None) -> None:
        while held:
            held.pop().release()

    make(Path(app.outdir), *folders(app))
    app.connect("config-inited", lock, priority=0)
    app.connect("build-finished", unlock, priority=999)


def folders(app: Sphinx) -> list[Path]:
    """Return the folders that hold what builds share, in the order in which all lock them."""
    beside = {Path(app.outdir).parent}
    if not Path(app.doctreedir).is_relative_to(app.outdir):
        beside.add(Path(app.doctreedir).parent)
    return sorted(beside)


def make(*made: Path) -> None:
    """Make folders before Sphinx does; ends the program with a line where it cannot be done."""
    for folder in made:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SystemExit(NOTHING.format(error=error, folder=folder)) from None


def acquire(lock: FileLock, folder: Path) -> None:
    """Take a lock, however long another build holds it."""
    try:
        lock.acquire(timeout=0)
    except Timeout:
        LOGGER.info("another build is writing in %s; this one waits until it has ended", folder)
        lock.acquire()
    except OSError as error:
        raise SystemExit(NOTHING.format(error=error, folder=folder)) from None
