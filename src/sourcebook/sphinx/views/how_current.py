"""The directive {how-current}: the latest source, the version of the book, and what changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from sourcebook.problems import BookError
from sourcebook.show.citing import read_citation
from sourcebook.sphinx.builds.inputs import SNAPSHOT
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.nodes import FROM_TABLES
from sourcebook.sphinx.web import from_page, is_website
from sourcebook.sphinx.words import plain
from sourcebook.text.in_words import date_words
from sourcebook.text.plain_dates import span

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.book import Book

PAGE, TITLE = "changes", "What changed"


class ChangesLink(nodes.General, nodes.Element):
    """A place for the link to what changed, which only a website has."""


class HowCurrentDirective(SphinxDirective):
    """```{how-current}```: of when the latest source is, and which version of the book this is."""

    def run(self) -> list[nodes.Node]:
        """Return it as a paragraph."""
        book = book_domain(self.env).book
        words = " ".join(filter(None, [latest(book), version(book)]))
        return [nodes.paragraph("", f"{words} ", ChangesLink(), classes=[FROM_TABLES])]


class FillInChanges(SphinxPostTransform):
    """Replace each place by the link, or by nothing where there is no such page."""

    default_priority = 5

    def run(self, **_: Any) -> None:
        """Fill in the links of the page that is being written."""
        builder = self.env._app.builder
        kept = Path(self.env._app.confdir, SNAPSHOT).is_file()
        for node in list(self.document.findall(ChangesLink)):
            if kept and is_website(builder):
                address = from_page(builder, self.env.docname, f"{PAGE}.html")
                node.replace_self(nodes.reference("", TITLE, refuri=address, internal=True))
            else:
                node.parent.remove(node)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_node(ChangesLink)
    app.add_directive("how-current", HowCurrentDirective)
    app.add_post_transform(FillInChanges)


def latest(book: Book) -> str:
    """Return of when the latest source is; empty if none has a date."""
    dated = []
    for row in book.sources.values():
        days = span(row.text("date")) if row.text("date") else None
        last = days[1] or days[0] if days else None
        if last:
            dated.append((last, row))
    if not dated:
        return ""
    row = max(dated, key=lambda one: one[0])[1]
    return f"The latest source: {plain(row.text('short'))}, {date_words(row.text('date'))}."


def version(book: Book) -> str:
    """Return which version of the book this is; empty where it says none."""
    try:
        one = read_citation(book)
    except BookError:
        return ""
    released = f" of {date_words(one.released)}" if one.released else ""
    return f"This is the book’s version {one.version}{released}."
