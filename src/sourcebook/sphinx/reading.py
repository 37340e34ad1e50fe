"""Reading the book once for each build, with every problem told as a warning at its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ConfigError

from sourcebook.checks.opening import read_book
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.messages import warn

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Read the book as soon as there is an environment to hand it to."""
    app.connect("builder-inited", read)


def read(app: Sphinx) -> None:
    """Read the book and hand it to the domain.

    Raises ``ConfigError`` where there is no book to read.
    """
    root = Path(app.srcdir)
    try:
        book = read_book(root)
    except BookError as error:
        raise ConfigError(str(error)) from None
    for problem in book.problems:
        place = f"{book.root / problem.file}:{problem.line or 1}"
        warn("book", problem.words, place)
    book_domain(app.env).take(book)
