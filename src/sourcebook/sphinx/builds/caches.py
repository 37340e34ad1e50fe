"""Caches of notebooks' outputs: one for each state of the inputs, only the sound entries of it."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_cache import get_cache
from jupyter_cache.cache.db import NbCacheRecord
from sphinx.util import logging
from sqlalchemy.exc import DatabaseError

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LOGGER = logging.getLogger(__name__)
KEPT = 3
DIGEST = re.compile(r"[0-9a-f]{16}")


def setup(app: Sphinx) -> None:
    """Have the caches in order before any page is read."""
    app.connect("builder-inited", prepare_caches)


def prepare_caches(app: Sphinx) -> None:
    """Drop what is not sound in the notebooks' caches, and the caches of inputs long gone."""
    path = Path(app.config.nb_execution_cache_path)
    if app.config.nb_execution_mode == "cache" and is_ours(path):
        for database in sorted(path.rglob("global.db")):
            try:
                drop_damaged(database.parent)
            except (DatabaseError, RuntimeError):
                LOGGER.info("the cache in %s is damaged: its notebook runs again", database.parent)
                shutil.rmtree(database.parent)
        path.mkdir(parents=True, exist_ok=True)
        os.utime(path)
        for old in unused(path.parent):
            shutil.rmtree(old, ignore_errors=True)


def is_ours(path: Path) -> bool:
    """Tell whether a folder is the cache of one state of the inputs."""
    return bool(DIGEST.fullmatch(path.name))


def drop_damaged(path: Path) -> None:
    """Forget a notebook whose outputs are not there to their end."""
    cache = get_cache(path)
    for record in cache.list_cache_records():
        entry = path / "executed" / record.hashkey
        if not is_sound(entry):
            LOGGER.info("the outputs of %s are damaged: it runs again", record.uri)
            shutil.rmtree(entry, ignore_errors=True)
            NbCacheRecord.remove_records([record.pk], cache.db)
    cache.db.dispose()


def is_sound(entry: Path) -> bool:
    """Tell whether the outputs of a notebook were written to their end."""
    try:
        return "cells" in json.loads((entry / "base.ipynb").read_text("utf-8"))
    except (OSError, ValueError, TypeError):
        return False


def unused(caches: Path) -> list[Path]:
    """Return the caches of digests beyond the few last used."""
    folders = [one for one in caches.iterdir() if one.is_dir() and is_ours(one)]
    return sorted(folders, key=lambda one: one.stat().st_mtime, reverse=True)[KEPT:]
