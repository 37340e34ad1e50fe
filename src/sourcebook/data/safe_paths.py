"""Files that a book names: each has to be a plain file inside the folder it belongs in."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

from sourcebook.problems import Problem

FOLDERS = ("seeds", "data", "docs", "notebooks")
DRIVE = re.compile(r"[A-Za-z]:")
HIDDEN = ("_build", ".")
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def fault(root: Path, folder: str, name: str) -> str:
    """Return why ``name`` is no file inside ``root/folder``; empty where it is one, or is missing.

    ``name`` is written as in the book's data: from the book's root, with ``/`` between folders.
    """
    return fault_of_name(folder, name) or fault_of_file(root, folder, root / name)


def fault_of_name(folder: str, name: str) -> str:
    """Return why a name cannot be one of a file inside a folder; empty where it can."""
    parts = name.split("/")
    reasons = (
        (not name.strip(), "no name"),
        (any(category(sign) in UNSEEN for sign in name), "a character that cannot be seen"),
        ("\\" in name, "a backslash"),
        (name.startswith("/"), "an absolute path"),
        (bool(DRIVE.match(name)), "a drive"),
        (":" in name, "a colon, as in an address"),
        (any(part.startswith("~") for part in parts), "a home folder"),
        (".." in parts, "a way out of its folder"),
        (bool({"", "."} & set(parts)), "a part without a name"),
        (not name.startswith(f"{folder}/"), f"a path outside {folder}/"),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


def fault_of_file(root: Path, folder: str, path: Path) -> str:
    """Return why a path is no file inside ``root/folder``; empty where it is one, or is missing."""
    try:
        resolved = path.resolve()
        if not resolved.is_relative_to(root.resolve() / folder):
            return f"it lies outside {folder or 'the book'}"
        mode = resolved.stat().st_mode
    except FileNotFoundError:
        return ""
    except (OSError, RuntimeError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    if stat.S_ISDIR(mode):
        return "a folder"
    return "" if stat.S_ISREG(mode) else "a device, a pipe or a socket"


def strays(root: Path) -> Iterator[Problem]:
    """Yield each entry of a book's folders that is neither a plain file in the book nor a folder.

    What is built and what is hidden is passed over.
    """
    for folder in FOLDERS:
        for path in sorted(_entries(root / folder)):
            reason = fault_of_file(root, folder, path)
            if reason and (path.is_symlink() or not path.is_dir()):
                yield Problem(
                    path.relative_to(root).as_posix(),
                    None,
                    "the book holds something that is not a file of its own",
                    reason,
                    f"a plain file inside {folder}/",
                    "put a copy of the file there, or take the entry away",
                )


def _entries(folder: Path) -> Iterator[Path]:
    """Yield everything below a folder, links not followed, and the folder itself if it is one."""
    if folder.is_symlink():
        yield folder
    elif folder.is_dir():
        for path in folder.iterdir():
            if not path.name.startswith(HIDDEN):
                yield path
                if path.is_dir() and not path.is_symlink():
                    yield from _entries(path)
