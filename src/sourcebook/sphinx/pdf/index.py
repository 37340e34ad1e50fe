"""The index of a printed book: the names of its objects with the pages that mention them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.data.objects import kinds, objects
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.pdf.typst import Code, call
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sourcebook.sphinx.anchors import Places


def indices(env: BuildEnvironment, places: Places) -> list[Code]:
    """Return the index, a list for each kind of object that the book's settings name."""
    domain = book_domain(env)
    declared = kinds(domain.book)
    named = [kind for kind in env.config.sourcebook_index or declared if kind in declared]
    lists = [(kind, entries(env, places, kind)) for kind in named]
    found = [call("index-of", declared[kind].title, made) for kind, made in lists if made]
    return [call("chapter", "Index", "Index", "", 1), *found] if found else []


def entries(env: BuildEnvironment, places: Places, kind: str) -> list[tuple[str, str, list[str]]]:
    """Return names with the places that mention them, and other names with the name to look for."""
    domain = book_domain(env)
    found: list[tuple[str, str, list[str]]] = []
    for one in objects(domain.book, kind):
        at = [
            f"{each.docname}#{each.anchor}" for each in domain.mentions(kind, one.id) if each.anchor
        ]
        shown = domain.target(kind, one.id)
        at += [f"{shown.docname}#{shown.anchor}"] if shown else []
        known = [places.names[each] for each in at if each in places.names]
        if known:
            found.append((plain(one.name), "", list(dict.fromkeys(known))))
            found += [(plain(other), plain(one.name), []) for other in one.variants]
    return sorted(found, key=lambda entry: entry[0].casefold())
