"""Packages: which of those that are installed a module comes from, and the version of each."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from typing import TYPE_CHECKING

from sourcebook.data.state import digest, packages
from sourcebook.data.whole import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

OWNERS = ".owners.json"


@cache
def owners(caches: Path) -> Mapping[str, list[str]]:
    """Return the installed packages that each module comes from.

    It takes a while to find out, and is kept until a package is installed or taken out.
    """
    installed = (f"{one} {one.stat().st_mtime_ns}" for one in packages())
    file, now = caches / OWNERS, digest(*installed)
    with suppress(OSError, ValueError, LookupError, TypeError):
        kept = json.loads(file.read_text("utf-8"))
        if kept["now"] == now:
            return dict(kept["owners"])
    found = packages_distributions()
    with suppress(OSError):
        write_whole(file, json.dumps({"now": now, "owners": found}).encode())
    return found


def distributions(caches: Path, modules: Iterable[str]) -> list[str]:
    """Return the installed packages that modules come from."""
    return sorted({owner for name in modules for owner in owners(caches).get(name, [])})


@cache
def version_of(name: str) -> str:
    """Return the version of an installed package; empty if it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
