"""The order of a printed book: its parts, and in each the pages, as their contents nest them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sphinx import addnodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.environment import BuildEnvironment


@dataclass(frozen=True)
class Opening:
    """What opens at a place of the book: a part, which has no page, or the page of a chapter.

    A page that ``follows`` is the first that the page before it lists.
    """

    level: int
    title: str
    docname: str = ""
    follows: bool = False


def openings(env: BuildEnvironment) -> list[Opening]:
    """Return parts and pages in the order in which they are printed, each once.

    A part is a list of contents on the first page that has a caption; the pages in it stand one
    level below it, and a page that another page lists stands one level below that page.
    """
    root = env.config.root_doc
    found = [Opening(1, env.titles[root].astext(), root)]
    seen = {root}
    for listed in env.get_doctree(root).findall(addnodes.toctree):
        caption = listed.get("caption") or ""
        inside = list(_pages(env, _listed(env, listed), 2 if caption else 1, seen))
        if inside:
            found += [Opening(1, caption)] if caption else []
            found += inside
    return found


def _pages(
    env: BuildEnvironment, docnames: list[str], level: int, seen: set[str], below: bool = False
) -> Iterator[Opening]:
    follows = below
    for docname in docnames:
        if docname not in seen:
            seen.add(docname)
            yield Opening(level, env.titles[docname].astext(), docname, follows)
            inside = list(env.get_doctree(docname).findall(addnodes.toctree))
            for at, listed in enumerate(inside):
                yield from _pages(env, _listed(env, listed), level + 1, seen, below=not at)
            follows = False


def _listed(env: BuildEnvironment, node: addnodes.toctree) -> list[str]:
    return [docname for _, docname in node["entries"] if docname in env.all_docs]
