"""The state of a book's files: one digest of the names and bytes of all that its reading reads."""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDERS = ("data", "seeds")


def state(root: Path) -> str:
    """Return a digest that differs whenever a file of the book's data or seeds does."""
    total = hashlib.sha256()
    for path in sorted(path for name in FOLDERS for path in (root / name).rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            for part in (path.relative_to(root).as_posix().encode(), data):
                total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()
