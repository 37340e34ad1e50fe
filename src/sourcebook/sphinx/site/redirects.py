"""Old addresses: a small page for each that leads on, and old names of places on their pages."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sourcebook.problems import Problem
from sourcebook.sphinx.builds.inputs import REDIRECTS
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.web import is_website

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

PAGE = re.compile(r"[\w-]+(?:[./][\w-]+)*")
DO = f"correct the line of {REDIRECTS}, or take it away"


@dataclass(frozen=True)
class Redirect:
    """An old address and the new one: each a page, and perhaps a place on it after a “#”."""

    old: str
    new: str
    line: int

    @property
    def is_place(self) -> bool:
        """Tell whether only a place has moved, on a page that stays."""
        return "#" in self.old


def setup(app: Sphinx) -> None:
    """Lead on from old addresses, and tell of what leads nowhere."""
    app.connect("doctree-read", name_places)
    app.connect("env-check-consistency", check)
    app.connect("html-collect-pages", pages)


def path_of(app: Sphinx) -> Path:
    """Return the file that lists the old addresses, beside the settings."""
    return Path(app.confdir, REDIRECTS)


def read(app: Sphinx) -> list[Redirect]:
    """Return the old addresses that the book lists; none where it has no list."""
    path = path_of(app)
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    return [
        Redirect(row.get("old") or "", row.get("new") or "", line)
        for line, row in enumerate(rows, start=2)
    ]


def name_places(app: Sphinx, document: nodes.document) -> None:
    """Give each place of a page that has an old name that name as well."""
    docname = app.env.docname
    old = {one.new: one.old for one in read(app) if one.is_place}
    for node in list(document.findall(nodes.Element)) if old else []:
        for place in node["ids"]:
            page, _, name = old.get(f"{docname}#{place}", "").partition("#")
            if page == docname and name not in node["ids"]:
                node["ids"].append(name)


def pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield a page for each old page, which leads to its new address."""
    for one in read(app) if is_website(app.builder) else ():
        page, hash_sign, place = one.new.partition("#")
        sound = PAGE.fullmatch(one.old) and page in app.env.found_docs
        if sound and one.old not in app.env.found_docs:
            target = f"{app.builder.get_relative_uri(one.old, page)}{hash_sign}{place}"
            title = app.env.titles[page].astext()
            yield one.old, {"target": target, "title": title}, "front-door.html"


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each old address that is none, or that leads nowhere."""
    seen: set[str] = set()
    for one in read(app):
        for what, expected in faults(env, one, seen):
            found = f"“{one.old}” to “{one.new}”"
            told = Problem("", None, what, found, expected, DO)
            warn("redirect", told.words, f"{path_of(app)}:{one.line}")
        seen.add(one.old)


def faults(env: BuildEnvironment, one: Redirect, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a redirect, and what is expected instead."""
    old, _, name = one.old.partition("#")
    page, hash_sign, place = one.new.partition("#")
    if not PAGE.fullmatch(old):
        yield "an old address is the name of no page", "a name such as docs/old-page"
    if one.old in seen:
        yield "an old address leads to two places", "one line for each old address"
    if not name and old in env.found_docs:
        yield "an old address is that of a page that there is", "a page that is gone"
    if page not in env.found_docs:
        yield "a redirect leads to no page", "the name of a page such as docs/index"
    elif hash_sign and place not in ids(env, page):
        yield "a redirect leads to no place on its page", "a place that the page has"
    if name and (old != page or not place):
        yield "the name of a place leads off its page", "the new name of the place on that page"


def ids(env: BuildEnvironment, page: str) -> set[str]:
    """Return the names of all places on a page."""
    return {one for node in env.get_doctree(page).findall(nodes.Element) for one in node["ids"]}
