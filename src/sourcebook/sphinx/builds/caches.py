"""Caches of notebooks' outputs: only those whose database can be read."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_cache.cache.db import OrmBase
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> None:
    """Have the caches in order before any page is read."""
    app.connect("builder-inited", prepare_caches)


def prepare_caches(app: Sphinx) -> None:
    """Drop the caches that are not sound: their notebooks run again."""
    path = Path(app.config.nb_execution_cache_path)
    if app.config.nb_execution_mode == "cache":
        for database in sorted(path.rglob("global.db")):
            if not is_sound(database):
                LOGGER.info("the cache in %s is damaged: its notebook runs again", database.parent)
                shutil.rmtree(database.parent)


def is_sound(database: Path) -> bool:
    """Tell whether the database of a cache can be read, and has every table."""
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as opened:
            told = opened.execute("PRAGMA quick_check").fetchall()
            tables = opened.execute("SELECT name FROM sqlite_master").fetchall()
    except sqlite3.Error:
        return False
    return told == [("ok",)] and {name for (name,) in tables} >= OrmBase.metadata.tables.keys()
