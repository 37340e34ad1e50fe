"""Sourcebook: handbooks in which every statement opens the exact words of its source."""

from sourcebook.checks.opening import open_book
from sourcebook.data.book import Book
from sourcebook.data.evidence import Evidence
from sourcebook.problems import BookError, Problem
from sourcebook.version import installed_version

__all__ = ["Book", "BookError", "Evidence", "Problem", "__version__", "open_book"]

__version__ = installed_version()
