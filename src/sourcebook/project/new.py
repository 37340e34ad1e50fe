"""Beginning a book: a copy of a small one that builds as it is, to be filled with one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sourcebook.problems import BookError, Problem

STARTER = Path(__file__).parent / "starter"
MADE_BY_RUNNING = {"_build", "__pycache__", ".ipynb_checkpoints"}


def new(folder: Path) -> list[Path]:
    """Write a small book into a folder, which may not exist or be empty; return its files.

    Raises :class:`BookError`, before anything is written, if the folder holds anything or cannot
    be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise BookError([_refuse(folder, "it is not empty")])
        return [_copy(path, folder / path.relative_to(STARTER)) for path in _files()]
    except OSError as error:
        raise BookError([_refuse(folder, error.strerror or str(error))]) from error


def _files() -> Iterator[Path]:
    for path in sorted(STARTER.rglob("*")):
        if path.is_file() and not MADE_BY_RUNNING & {*path.relative_to(STARTER).parts}:
            yield path


def _copy(path: Path, to: Path) -> Path:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(path.read_bytes())
    return to


def _refuse(folder: Path, reason: str) -> Problem:
    return Problem(
        str(folder),
        None,
        "no book can be begun here",
        reason,
        "a folder that does not exist yet, or an empty one",
        "name another folder",
    )
