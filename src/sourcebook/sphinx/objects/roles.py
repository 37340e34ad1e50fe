"""A role for each kind of object that the book declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util.docutils import ReferenceRole

from sourcebook.data.objects import find_object, kinds
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import unknown
from sourcebook.sphinx.markers.roles import placed
from sourcebook.sphinx.nodes import Mention
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class ObjectRole(ReferenceRole):
    """{kind}`id` or {kind}`words <id>`: a link to where an object is shown."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the link, in the object's name unless other words are given."""
        book = book_domain(self.env).book
        whole = self.text in book.rows(kinds(book)[self.kind].name)
        key = self.text if whole else self.target
        try:
            words = find_object(book, self.kind, key).name
        except BookError as error:
            missing = unknown(key, "object", error.problems[0].words)
            return placed(self, [missing]), []
        explicit = self.has_explicit_title and not whole
        return placed(
            self, [mention(self.env, self.kind, key, self.title if explicit else words)]
        ), []


def mention(
    env: BuildEnvironment, kind: str, key: str, words: str, counted: bool = True
) -> Mention:
    """Return a link to an object; one that is ``counted`` is a place that its entry links to."""
    anchor = f"mention--{env.new_serialno('sourcebook-mention') + 1}" if counted else ""
    link = pending_xref(
        "",
        nodes.inline("", plain(words)),
        refdomain="sourcebook",
        reftype=kind,
        reftarget=key,
        refdoc=env.docname,
        refexplicit=True,
        refwarn=False,
    )
    place = [nodes.target("", "", ids=[anchor])] if anchor else []
    return Mention("", "", *place, link, classes=["object"], kind=kind, key=key, anchor=anchor)


def setup(app: Sphinx) -> None:
    """Register what the book declares as soon as it has been read."""
    app.connect("builder-inited", register_kinds, priority=501)


def register_kinds(app: Sphinx) -> None:
    """Register a role for each kind of object."""
    for kind in kinds(book_domain(app.env).book):
        app.add_role(kind, ObjectRole(kind))
