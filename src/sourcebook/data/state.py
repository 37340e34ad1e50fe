"""The state of a book's files: a digest of each that its reading reads."""

from __future__ import annotations

import hashlib
from pathlib import Path

from sourcebook.data.settings import FILE, SHARED

FOLDERS = ("data", "seeds")


def state(root: Path) -> dict[str, str]:
    """Return the digest of the bytes of each file of data, seeds and settings, by its path."""
    paths = sorted(path for name in FOLDERS for path in (root / name).rglob("*"))
    paths += [root / name for name in (FILE, SHARED)]
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path.is_file()
    }
