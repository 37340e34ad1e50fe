"""Stamps: what a build wrote, file by file, noted when all of it stands and not before."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sourcebook.data.state import digest_of_file
from sourcebook.data.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@dataclass(frozen=True)
class Stamp:
    """The digests of the files in a folder, and whatever else their writer has to remember.

    ``files`` maps paths relative to the folder to digests. One that is not ``complete`` was made
    before files were moved into the folder, and names all that may stand there.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    complete: bool = False

    def holds(self, folder: Path) -> bool:
        """Tell whether it is complete and every file stands in the folder as it was noted."""
        return (
            self.complete
            and bool(self.files)
            and all(digest_of_file(folder / name) == noted for name, noted in self.files.items())
        )


def read_stamp(path: Path) -> Stamp:
    """Return the stamp in a file; one that is not complete where there is none that can be read."""
    try:
        found = json.loads(path.read_text("utf-8"))
        files, about, complete = (found[name] for name in ("files", "about", "complete"))
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return Stamp()
    sound = isinstance(files, dict) and all(isinstance(one, str) for one in files.values())
    return Stamp(files, about, complete is True) if sound and isinstance(about, dict) else Stamp()


def write_stamp(path: Path, stamp: Stamp) -> None:
    """Put a stamp into a file in one step."""
    write_whole(path, json.dumps(vars(stamp), sort_keys=True).encode())


def digests(folder: Path, left_out: Iterable[Path] = ()) -> dict[str, str]:
    """Return the digest of every file below a folder, except below those left out, by its path."""
    shut = set(left_out)
    return {
        path.relative_to(folder).as_posix(): digest_of_file(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not shut.intersection([path, *path.parents])
    }
