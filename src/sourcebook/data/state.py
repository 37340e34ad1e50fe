"""The state of files: a digest of each, of all that the reading of a book reads, of the engine."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from sourcebook.data.settings import FILE, SHARED

FOLDERS = ("data", "seeds")
ENGINE = Path(__file__).parents[1]
NOT_OURS = {"__pycache__", ".ipynb_checkpoints"}
INSTALLED = (".dist-info", ".egg-info")


def state(root: Path) -> dict[str, str]:
    """Return the digest of the bytes of each file of data, seeds and settings, by its path."""
    paths = sorted(path for name in FOLDERS for path in (root / name).rglob("*"))
    paths += [root / name for name in (FILE, SHARED)]
    return digests(root, (path for path in paths if path.is_file()))


def digests(root: Path, paths: Iterable[Path]) -> dict[str, str]:
    """Return the digest of the bytes of each file, by its path from the root."""
    return {path.relative_to(root).as_posix(): digest_of_bytes(path.read_bytes()) for path in paths}


def digest_of_file(path: str | Path) -> str:
    """Return the digest of a file's bytes; empty where there is no file to read."""
    try:
        return digest_of_bytes(Path(path).read_bytes())
    except OSError:
        return ""


def digest_of_bytes(data: bytes) -> str:
    """Return the digest of what a file holds."""
    return hashlib.sha256(data).hexdigest()


def digest(*parts: str | bytes) -> str:
    """Return one digest of several parts, none of which can be taken for another."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


def in_turn(files: Mapping[str, str]) -> list[str]:
    """Return names and digests, each name before its own, as parts of one digest."""
    return [part for one in files.items() for part in one]


@cache
def engine() -> Mapping[Path, str]:
    """Return the digest of each file of the engine as it is when first asked for."""
    files = (path for path in sorted(ENGINE.rglob("*")) if not NOT_OURS & set(path.parts))
    return {path: digest_of_file(path) for path in files if path.is_file()}


@cache
def digest_of_engine() -> str:
    """Return a digest of the engine, of Python and of the packages, as they are at first."""
    own = [f"{path.relative_to(ENGINE)} {sign}" for path, sign in engine().items()]
    return digest(sys.version, *installed(), *own)


def installed() -> list[str]:
    """Return the packages that are installed, each with its version, in the order of their use."""
    return [one.name for one in packages()]


def packages() -> list[Path]:
    """Return what stands on the disk for each installed package, in the order of their use."""
    found = [one for folder in map(Path, sys.path) for one in _below(folder)]
    return [one for one in found if one.name.endswith(INSTALLED)]


def _below(folder: Path) -> list[Path]:
    """Return what lies in a folder, by names; nothing where Python too can read none."""
    try:
        return sorted(folder.iterdir(), key=lambda one: one.name)
    except OSError:
        return []
