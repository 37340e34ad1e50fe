"""The order of a printed book or an EPUB: parts, and their pages as the contents nest them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx import addnodes

from sourcebook.sphinx.nodes import above

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

    Read = Callable[[str], nodes.document]


@dataclass(frozen=True)
class Opening:
    """What opens at a place of the book: a part, which has no page, or the page of a chapter."""

    level: int
    title: str
    docname: str = ""


def openings(env: BuildEnvironment, read: Read) -> list[Opening]:
    """Return parts and pages in the order in which they are printed, each once.

    A part is a list of contents on the first page that has a caption; the pages in it stand one
    level below it, and a page that another page lists stands one level below that page. Contents
    within an ``only`` that does not hold are left out, and those for the web alone. ``read``
    returns a page, by its name, as it was read.
    """
    root = env.config.root_doc
    found = [Opening(1, env.titles[root].astext(), root)]
    seen = {root}
    for listed in _lists(env, read(root)):
        caption = listed.get("caption") or ""
        if caption and caption in env.config.sourcebook_web_only:
            continue
        inside = list(_pages(env, read, _listed(env, listed), 2 if caption else 1, seen))
        if inside:
            found += [Opening(1, caption)] if caption else []
            found += inside
    return found


def left_out(env: BuildEnvironment) -> frozenset[str]:
    """Return the pages that stand neither in the printed book nor in the EPUB."""
    kept = {one.docname for one in openings(env, env.get_doctree)}
    return frozenset(env.all_docs.keys() - kept)


def _pages(
    env: BuildEnvironment, read: Read, docnames: list[str], level: int, seen: set[str]
) -> Iterator[Opening]:
    for docname in docnames:
        if docname not in seen:
            seen.add(docname)
            yield Opening(level, env.titles[docname].astext(), docname)
            for listed in _lists(env, read(docname)):
                yield from _pages(env, read, _listed(env, listed), level + 1, seen)


def _lists(env: BuildEnvironment, page: nodes.document) -> list[addnodes.toctree]:
    return [one for one in page.findall(addnodes.toctree) if _is_printed(env, one)]


def _listed(env: BuildEnvironment, node: addnodes.toctree) -> list[str]:
    return [docname for _, docname in node["entries"] if docname in env.all_docs]


def _is_printed(env: BuildEnvironment, node: nodes.Node) -> bool:
    """Tell whether every ``only`` around a list of contents holds for this build."""
    around = (one for one in above(node) if isinstance(one, addnodes.only))
    return all(env._tags.eval_condition(one["expr"]) for one in around)
