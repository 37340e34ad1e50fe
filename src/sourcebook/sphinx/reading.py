"""Reading the book once for each build, and noting which of its files each page takes."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from pybtex import plugin
from sphinx.errors import ConfigError

from sourcebook.checks.opening import read_book
from sourcebook.data.handed import handed
from sourcebook.data.state import state
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.messages import warn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    """Read the book as soon as there is an environment to hand it to, and hand it to each page.

    What styles a bibliography is looked for once among all that is installed, not for each style.
    """
    plugin.entry_points = entry_points().select
    app.connect("builder-inited", read)
    app.connect("source-read", lambda app, *_: begin_page(app.env), priority=2)


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
    book_domain(app.env).take(book, state(root))


def begin_page(env: BuildEnvironment) -> None:
    """Have a page read or written with a book of its own, which tells what is taken of it.

    What is made of an unsound book may depend on any of its files.
    """
    domain = book_domain(env)
    domain.taken = set(domain.files if domain.whole.problems else ())
    domain.of_page = handed(domain.whole, domain.files, domain.taken.update, knows=True)


def hold_page(env: BuildEnvironment, docname: str, taken: Iterable[str]) -> None:
    """Have a page written, maybe in another process, with no more of the book than was noted.

    Raises ``RuntimeError`` as soon as more is taken.
    """
    domain, noted = book_domain(env), set(taken)

    def hold(files: Iterable[str]) -> None:
        if more := sorted({*files} - noted):
            raise RuntimeError(
                f"{docname} takes {', '.join(more)} of the book only while it is written,"
                " where nobody notes it: take it in a transform"
            )

    domain.taken = noted
    domain.of_page = handed(domain.whole, domain.files, hold, knows=True)


def end_page(env: BuildEnvironment) -> list[str]:
    """Return the files of the book, below its root, and what is made of it, that a page took."""
    domain = book_domain(env)
    domain.of_page = None
    return sorted(domain.taken)
