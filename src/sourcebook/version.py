"""The version of the engine, as the metadata of its installed package state it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

UNKNOWN = "0+unknown"


def installed_version() -> str:
    """Return the version of the installed package; ``UNKNOWN`` where it runs without being one."""
    try:
        return version("sourcebook")
    except PackageNotFoundError:
        return UNKNOWN
