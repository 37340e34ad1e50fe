"""Sourcebook: handbooks in which every statement opens the exact words of its source."""

from sourcebook.checks.opening import open_book
from sourcebook.data.book import Book
from sourcebook.data.evidence import Evidence
from sourcebook.problems import BookError, Problem

__all__ = ["Book", "BookError", "Evidence", "Problem", "__version__", "open_book"]


def __getattr__(name: str) -> str:
    if name == "__version__":
        from sourcebook.version import installed_version  # here, as it is slow to load

        return installed_version()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
