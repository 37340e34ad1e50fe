"""Files that are asked after and are not there: Python tells its hooks nothing of that."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import Any

Ask = Callable[..., os.stat_result]
ASKS = ("stat", "lstat")
ABILITIES = (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks)


def listen(tell: Callable[[Any], object]) -> None:
    """Have this process tell from now on of each path that it asks after and that is not there."""
    for name in ASKS:
        setattr(os, name, telling(getattr(os, name), tell))


def telling(ask: Ask, tell: Callable[[Any], object]) -> Ask:
    """Return a way of asking that tells of each absent path, and is as able as the one given."""

    @wraps(ask)
    def asked(path: Any, **more: Any) -> os.stat_result:
        __tracebackhide__ = True
        try:
            return ask(path, **more)
        except (FileNotFoundError, NotADirectoryError):
            if more.get("dir_fd") is None:
                tell(path)
            raise

    for able in ABILITIES:
        if ask in able:
            able.add(asked)
    return asked
