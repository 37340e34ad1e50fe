"""Freshness: a digest of all that a notebook can read says whether notebooks and pages are old."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_cache import get_cache

import sourcebook
from sourcebook.sphinx.settings import is_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.config import Config

INPUTS = ("data", "seeds", "requirements.lock")
ENGINE = Path(sourcebook.__file__).parent
LEFT_OUT = {"__pycache__", "static", "templates", "press", ".ipynb_checkpoints"}
CACHES = ".jupyter_cache"
KEPT = 3
DIGEST = re.compile(r"[0-9a-f]{16}")


def setup(app: Sphinx) -> None:
    """Set the digest once the settings are known, before Sphinx asks whether they changed."""
    app.add_config_value("sourcebook_inputs", "", "env", str)
    app.connect("config-inited", set_digest, priority=2)
    app.connect("builder-inited", prepare_cache)


def set_digest(app: Sphinx, config: Config) -> None:
    """Put the digest into the settings and, unless conf.py names a cache, into the cache's path."""
    config.sourcebook_inputs = digest(Path(app.srcdir))
    if not is_set(config, "nb_execution_cache_path"):
        caches = Path(app.outdir).resolve().parent / CACHES
        config.nb_execution_cache_path = str(caches / config.sourcebook_inputs)


def prepare_cache(app: Sphinx) -> None:
    """Make the cache's database before several processes want it, and remove caches long unused."""
    path = Path(app.config.nb_execution_cache_path)
    if app.config.nb_execution_mode == "cache" and path.name == app.config.sourcebook_inputs:
        get_cache(path).db.dispose()
        os.utime(path)
        for old in unused(path.parent):
            shutil.rmtree(old, ignore_errors=True)


def digest(root: Path) -> str:
    """Return a digest of the names and bytes of the book's inputs and of the engine."""
    total = hashlib.sha256()
    for base, path in inputs(root):
        for part in (path.relative_to(base).as_posix().encode(), path.read_bytes()):
            total.update(len(part).to_bytes(8, "big"))
            total.update(part)
    return total.hexdigest()[:16]


def inputs(root: Path) -> Iterator[tuple[Path, Path]]:
    """Yield every file whose change makes notebooks old, with the folder it is named from."""
    for base, start in [(root, root / name) for name in INPUTS] + [(ENGINE, ENGINE)]:
        for path in sorted([start, *start.rglob("*")]):
            if path.is_file() and not LEFT_OUT & set(path.relative_to(base).parts):
                yield base, path


def unused(caches: Path) -> list[Path]:
    """Return the caches of digests beyond the few last used."""
    folders = [one for one in caches.iterdir() if one.is_dir() and DIGEST.fullmatch(one.name)]
    return sorted(folders, key=lambda one: one.stat().st_mtime, reverse=True)[KEPT:]
