"""Folders for sockets, which go with their process, and room for the files of caches."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # where there is none, there are no sockets in folders either
    fcntl = None  # type: ignore[assignment]

NEW, HELD, PACKED = "new", "held", "book"
KINDS = ("nursery-", "kernel-")


@dataclass(frozen=True)
class Folder:
    """A folder that is held while its process lives: the system lets go of it at any end."""

    path: Path
    holding: IO[bytes]

    def remove(self) -> None:
        """Remove the folder with all that lies in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.holding.close()


def hold(kind: str) -> Folder:
    """Return a new folder for sockets, held by this process."""
    path = Path(tempfile.mkdtemp(prefix=kind))
    holding = (path / NEW).open("wb")
    if fcntl:
        fcntl.flock(holding, fcntl.LOCK_EX)
    (path / NEW).rename(path / HELD)
    return Folder(path, holding)


def sweep() -> None:
    """Remove the folders that nobody holds any more."""
    top = Path(tempfile.gettempdir())
    for held in [found for kind in KINDS for found in top.glob(f"{kind}*/{HELD}")]:
        with suppress(OSError), held.open("rb") as file:
            if fcntl:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(held.parent, ignore_errors=True)


def make_way(file: Path, top: Path) -> None:
    """Remove what stands where a file of a cache belongs: a folder, or a file in place of one."""
    for one in file.parents:
        if one.is_relative_to(top) and one.is_file():
            one.unlink()
    if file.is_dir():
        shutil.rmtree(file)
