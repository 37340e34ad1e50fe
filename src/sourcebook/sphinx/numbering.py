"""Outlines of pages, kept when these are read: in them sections and figures are numbered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.std import StandardDomain
from sphinx.environment.collectors.toctree import TocTreeCollector

from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.nodes import Counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

AFTER_ALL_HAVE_CHANGED_THE_PAGE = 990


def setup(app: Sphinx) -> None:
    """Keep the outline of each page that is read, and count anew where any was read or is gone."""
    gone: set[str] = set()

    def prepare(app: Sphinx, _: BuildEnvironment, docnames: list[str]) -> None:
        take_over(app, counts=bool(docnames or gone))

    app.connect("doctree-read", keep, priority=AFTER_ALL_HAVE_CHANGED_THE_PAGE)
    app.connect("env-purge-doc", lambda _, __, docname: gone.add(docname))
    app.connect("env-before-read-docs", prepare, priority=999)


def take_over(app: Sphinx, *, counts: bool) -> None:
    """Have Sphinx, which would look through every page, count in outlines, or keep its numbers."""
    for listener in app.events.listeners["env-get-updated"]:
        counter = getattr(listener.handler, "__self__", None)
        if isinstance(counter, TocTreeCollector):
            app.disconnect(listener.id)
            if counts:
                app.connect("env-get-updated", partial(count, counter), listener.priority)
            return


def count(counter: TocTreeCollector, app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have sections and figures numbered; return the pages on which a number is not as it was."""
    outlines, whole = book_domain(env).data["outlines"], env.get_doctree
    setattr(env, "get_doctree", lambda name: outlines.get(name) or whole(name))  # noqa: B010
    try:
        return counter.get_updated_docs(app, env)
    finally:
        del env.get_doctree


def keep(app: Sphinx, document: nodes.document) -> None:
    """Keep the outline of the page that was read."""
    outline = nodes.Element("", *outlined(app.env, document))
    book_domain(app.env).data["outlines"][app.env.docname] = outline


def outlined(env: BuildEnvironment, node: nodes.Element) -> Iterator[nodes.Element]:
    """Yield what is numbered or listed below a node, in its order, within the sections it is in."""
    for child in node.children:
        if isinstance(child, nodes.section):
            yield nodes.section("", *outlined(env, child), ids=child["ids"])
        elif isinstance(child, addnodes.only):
            yield addnodes.only("", *outlined(env, child), expr=child["expr"])
        elif isinstance(child, addnodes.toctree):
            listed = addnodes.toctree("", **child.attributes)
            listed.source, listed.line = child.source, child.line
            yield listed
        elif isinstance(child, nodes.Element):
            if child["ids"] and (kind := kind_of(env, child)):
                yield Counted(kind=kind, ids=child["ids"])
            yield from outlined(env, child)


def kind_of(env: BuildEnvironment, node: nodes.Element) -> str:
    """Return as what a node is numbered, such as ``figure``; empty if it is not."""
    for domain in env.domains.sorted():
        kind = domain.get_enumerable_node_type(node)
        untitled = isinstance(domain, StandardDomain) and not domain.get_numfig_title(node)
        if kind and not untitled:
            return kind
    return ""
