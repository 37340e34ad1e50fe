"""Reading the book once for each build, and noting which of its files each page is made from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.environment.collectors.toctree import TocTreeCollector
from sphinx.errors import ConfigError

from sourcebook.checks.opening import read_book
from sourcebook.data.handed import handed
from sourcebook.data.state import state
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.messages import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

TAKEN = "sourcebook_taken"


def setup(app: Sphinx) -> None:
    """Read the book as soon as there is an environment to hand it to, and hand it to each page."""
    app.connect("builder-inited", read)
    app.connect("source-read", begin_page, priority=2)
    gone: set[str] = set()
    app.connect("env-purge-doc", lambda _, __, docname: gone.add(docname))

    def keep(app: Sphinx, _: BuildEnvironment, docnames: list[str]) -> None:
        if not (docnames or gone):
            keep_numbers(app)

    app.connect("env-before-read-docs", keep, priority=999)


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


def keep_numbers(app: Sphinx) -> None:
    """Keep the numbers of sections and figures, for which Sphinx would look through every page."""
    for listener in app.events.listeners["env-get-updated"]:
        if isinstance(getattr(listener.handler, "__self__", None), TocTreeCollector):
            app.disconnect(listener.id)
            return


def begin_page(app: Sphinx, *_: Any) -> None:
    """Have the page being read made with a book of its own, which tells what is taken of it.

    What is made of an unsound book may depend on any of its files.
    """
    domain = book_domain(app.env)
    taken = app.env.temp_data[TAKEN] = set(domain.files if domain.whole.problems else ())
    domain.of_page = handed(domain.whole, domain.files, taken.update)


def end_page(env: BuildEnvironment) -> Iterator[Path]:
    """Yield the files of the book that the page was made from, which has been read."""
    domain = book_domain(env)
    domain.of_page = None
    taken: set[str] = env.temp_data.pop(TAKEN) or set()
    yield from (domain.whole.root / file for file in sorted(taken))
