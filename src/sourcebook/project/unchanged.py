"""Unchanged: a build that would find every file as the last one found or left it is not needed."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from sourcebook.data.state import ENGINE, NOT_OURS, digest, installed
from sourcebook.run.made_from import CACHES

BUILD = "_build"
NOTE, DOCTREES = f"{BUILD}/.unchanged.json", f"{BUILD}/doctrees"
STAMP, READ = ".*.stamp", f"{DOCTREES}/stamp.json"
ENVIRONMENT = "pyvenv.cfg"
OF_A_SHELL = {"_", "OLDPWD", "PWD", "SHLVL"}
SETTLED = 100_000_000  # nanoseconds in which a file may change twice and bear one time
Fact = tuple[str | int, ...]


def inputs(root: Path, formats: Sequence[str]) -> str:
    """Return a digest of what a build in these formats is made from; empty if that is not sure.

    Of each file its place on the disk, its size and its times are taken, among them the one that
    nobody can set. It is not sure while a file is being changed, or where a folder is a link. What
    Python, its packages, its kernels, the environment and the day are belongs to it, and what the
    last build named elsewhere. It is never sure where that ran code which may read anything.
    """
    try:
        from jupyter_core.paths import jupyter_path
    except ImportError:  # this Python builds no books
        return ""
    top = root.resolve()
    now = time.time_ns()
    if (named := _named(top)) is None:
        return ""
    try:
        apart = [ENGINE, *(one for one in map(Path, jupyter_path("kernels")) if one.is_dir())]
        files = [*_of_the_book(top), *(fact for one in apart for fact in _below(one))]
        seen = {one[0] for one in files}
        files += [fact for one in named if one not in seen for fact in _elsewhere(one)]
    except OSError:
        return ""
    if any(int(changed) > now - SETTLED for *_, changed in (one for one in files if len(one) > 1)):
        return ""
    environment = {name: said for name, said in os.environ.items() if name not in OF_A_SHELL}
    days = [f"{day:%Y-%m-%d}" for day in (datetime.now(UTC), datetime.now().astimezone())]
    python = [sys.executable, sys.version, *installed()]
    return _digest([*formats], files, sorted(environment.items()), days, python)


def what_was_said(root: Path, found: str) -> list[str] | None:
    """Return what the check of the last build said, and what to stderr; nothing if one is due.

    ``found`` are the inputs as they are now.
    """
    try:
        noted = json.loads(Path(root, NOTE).read_text("utf-8"))
        same = found and noted["from"] == found and noted["made"] == _outputs(root)
        return [*noted["said"]] if same else None
    except (OSError, ValueError, TypeError, LookupError):
        return None


def forget(root: Path) -> None:
    """Take away what was noted, before anything is built."""
    Path(root, NOTE).unlink(missing_ok=True)


def note(root: Path, found: str, said: Sequence[str]) -> None:
    """Note what a book is made of that was built to its end, and what its check said."""
    if found:
        with suppress(OSError):
            noted = {"from": found, "made": _outputs(root), "said": said}
            Path(root, NOTE).write_text(json.dumps(noted, indent=0), "utf-8")


def _outputs(root: Path) -> str:
    """Return a digest of the files that builds left behind, as their stamps name them."""
    stamps = [one for one in _entries(root / BUILD) if fnmatch(one.name, STAMP)]
    made = [root / BUILD / one.name.removeprefix(".").removesuffix(".stamp") for one in stamps]
    folders = [root / DOCTREES, root / CACHES, *(one for one in made if one.is_dir())]
    single = [*map(Path, stamps), *(one for one in made if not one.is_dir())]
    below = [fact for one in folders for fact in _below(one)]
    return _digest([_facts(one) for one in single], below)


def _named(top: Path) -> list[str] | None:
    """Return the files and folders that the last build read by name; nothing if that is not known.

    Before the first build there are none.
    """
    try:
        about: dict[str, list[str] | None] = json.loads((top / READ).read_text("utf-8"))["about"]
        return about["read"]
    except (OSError, ValueError, TypeError, LookupError):
        return []


def _elsewhere(path: str) -> Iterator[Fact]:
    """Yield the facts of a file or folder that may be missing."""
    if Path(path).is_dir():
        yield from _below(path)
    else:
        yield _facts(Path(path)) if Path(path).exists() else (path,)


def _of_the_book(top: Path) -> Iterator[Fact]:
    """Yield the facts of the files of a book; no hidden folder beside its files is part of it."""
    for one in _entries(top):
        if not one.is_dir():
            yield _facts(one)
        elif not one.name.startswith(".") and one.name != BUILD:
            yield from _in_folder(one)


def _below(folder: str | Path) -> Iterator[Fact]:
    """Yield the facts of all files in and below a folder, unless an environment lies in it."""
    entries = _entries(folder)
    if any(one.name == ENVIRONMENT for one in entries):
        return
    for one in entries:
        if one.is_dir():
            yield from _in_folder(one)
        else:
            yield _facts(one)


def _in_folder(folder: os.DirEntry[str]) -> Iterator[Fact]:
    if folder.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), folder.path)
    if folder.name not in NOT_OURS:
        yield (folder.path,)
        yield from _below(folder.path)


def _entries(folder: str | Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted(found, key=lambda one: one.name)


def _facts(file: os.DirEntry[str] | Path) -> Fact:
    """Return where a file is, its size, and when it was written and changed in any way."""
    try:
        now = os.stat(file)  # noqa: PTH116 - entries of folders and paths alike
    except FileNotFoundError:  # a link to nothing
        now = os.lstat(file)
    return (os.fspath(file), now.st_ino, now.st_size, now.st_mtime_ns, now.st_ctime_ns)


def _digest(*parts: object) -> str:
    return digest(json.dumps(parts))
