"""Caches of notebooks' outputs: only their sound entries."""

from __future__ import annotations

import json
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


def setup(app: Sphinx) -> None:
    """Have the caches in order before any page is read."""
    app.connect("builder-inited", prepare_caches)


def prepare_caches(app: Sphinx) -> None:
    """Drop what is not sound in the notebooks' caches."""
    path = Path(app.config.nb_execution_cache_path)
    if app.config.nb_execution_mode == "cache":
        for database in sorted(path.rglob("global.db")):
            try:
                drop_damaged(database.parent)
            except (DatabaseError, RuntimeError):
                LOGGER.info("the cache in %s is damaged: its notebook runs again", database.parent)
                shutil.rmtree(database.parent)


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
