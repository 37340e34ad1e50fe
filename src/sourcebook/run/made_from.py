"""What the outputs of a notebook were made from, as a file beside them says: read in no time."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.data.state import digest_of_file

if TYPE_CHECKING:
    from collections.abc import Callable

CACHES = "_build/.jupyter_cache"
MADE_FROM = "made-from.json"
FOLDERS = ("docs", "notebooks")
CELL = b"{code-cell}"


def note(folder: Path, made: dict[str, Any]) -> None:
    """Write down what the outputs in a folder were made from."""
    (folder / MADE_FROM).write_text(json.dumps(made, indent=0), "utf-8")


def noted(folder: Path) -> dict[str, Any]:
    """Return what the outputs in a folder were made from.

    Raises ``OSError`` or ``ValueError`` where nothing can be read of it.
    """
    made = json.loads((folder / MADE_FROM).read_text("utf-8"))
    if not isinstance(made, dict):
        raise ValueError(f"{folder / MADE_FROM} holds no table")
    return made


def will_run(root: Path) -> bool:
    """Tell whether some notebook of a book will surely run: none has, or what one read changed.

    Whether the code of one changed is not asked here, as that takes longer to find out.
    """
    found = [path.parent for path in (root / CACHES).glob(f"*/{MADE_FROM}")]
    now = cache(lambda name: digest_of_file(root / name))
    return any(_reads_otherwise(one, now) for one in found) if found else _has_notebook(root)


def _reads_otherwise(folder: Path, now: Callable[[str], str]) -> bool:
    try:
        return any(now(name) != was for name, was in noted(folder)["read"].items())
    except (OSError, ValueError, LookupError, AttributeError):
        return True


def _has_notebook(root: Path) -> bool:
    found = (path for name in FOLDERS for path in (root / name).rglob("*"))
    return any(
        path.suffix == ".ipynb" or (path.suffix == ".md" and CELL in path.read_bytes())
        for path in found
        if path.is_file()
    )
