"""Sourcebook: handbooks in which every statement opens the exact words of its source.

What is named here is loaded when it is first asked for, so that no part waits for all the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sourcebook.checks.opening import open_book
    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.problems import BookError, Problem

    __version__: str

__all__ = ["Book", "BookError", "Evidence", "Problem", "__version__", "open_book"]

HOMES = {
    "Book": "data.book",
    "BookError": "problems",
    "Evidence": "data.evidence",
    "Problem": "problems",
    "open_book": "checks.opening",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("sourcebook.version").installed_version()
    if name in HOMES:
        return getattr(import_module(f"sourcebook.{HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
