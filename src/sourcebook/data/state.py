"""The state of files: a digest of each, and of all that the reading of a book reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from sourcebook.data.settings import FILE, SHARED

FOLDERS = ("data", "seeds")


def state(root: Path) -> dict[str, str]:
    """Return the digest of the bytes of each file of data, seeds and settings, by its path."""
    paths = sorted(path for name in FOLDERS for path in (root / name).rglob("*"))
    paths += [root / name for name in (FILE, SHARED)]
    return digests(root, (path for path in paths if path.is_file()))


def digests(root: Path, paths: Iterable[Path]) -> dict[str, str]:
    """Return the digest of the bytes of each file, by its path from the root."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
    }


def digest_of_file(path: str | Path) -> str:
    """Return the digest of a file's bytes; empty where there is no file to read."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""
