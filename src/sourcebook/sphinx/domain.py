"""The Sphinx domain: what each page shows and cites, so that the two find one another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

from sourcebook.data.handed import digest_of_made, is_made
from sourcebook.data.objects import kinds
from sourcebook.sphinx.lines import line_of
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.nodes import Counted, Marker, Mention, Unknown, above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Set

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from sourcebook.data.book import Book

NAME = "sourcebook"
DATA_VERSION = 7
STORES = ("targets", "citations", "mentions", "figures", "inputs", "made", "held", "outlines")


@dataclass(frozen=True)
class Target:
    """The place where an object of the book is shown; ``entry`` for its entry in an index page."""

    kind: str
    id: str
    title: str
    docname: str
    anchor: str
    line: int | None = field(repr=False)
    entry: bool = False


@dataclass(frozen=True)
class Mentioned:
    """A link to an object on a page; without an ``anchor`` it is no mention to link back to."""

    kind: str
    id: str
    docname: str
    anchor: str
    line: int | None = field(repr=False)


@dataclass(frozen=True)
class Citation:
    """A marker on a page: the evidence it cites, its anchor, its line, and its section’s title."""

    evidence: str
    docname: str
    anchor: str
    line: int | None = field(repr=False)
    section: str = ""


class BookDomain(Domain):
    """The book's objects.

    Each store of ``data`` maps the name of a page to what that page adds, so that clearing a page
    and merging what another process read are the same for all: ``targets``, ``citations`` and
    ``mentions`` list records, ``figures`` holds the data of figures by file, ``inputs`` the
    digests of the files that the page was made from, ``made`` those of what is made of the book;
    ``held`` has, where nothing was found in what a page shows, a digest of what that was held to,
    ``outlines`` its sections, lists of contents and what is numbered.
    """

    name = NAME
    label = "Sourcebook"
    data_version = DATA_VERSION
    object_types: ClassVar[dict[str, ObjType]] = {
        "source": ObjType("source", "source"),
        "evidence": ObjType("evidence", "ev"),
    }
    initial_data: ClassVar[dict[str, Any]] = {store: {} for store in STORES}
    whole: Book
    files: Mapping[str, str]
    of_page: Book | None = None
    taken: set[str]
    made: dict[str, str]

    @property
    def book(self) -> Book:
        """The book; while a page is made, one that tells which of its files are taken for it."""
        return self.of_page or self.whole

    def digest_of(self, name: str) -> str:
        """Return the digest of a file of the book or, if it is sound, of what is made of it."""
        if not is_made(name):
            return self.files.get(name, "")
        if name not in self.made:
            self.made[name] = "" if self.whole.problems else digest_of_made(self.whole, name)
        return self.made[name]

    def clear_doc(self, docname: str) -> None:
        """Forget what a page showed and cited."""
        for store in STORES:
            self.data[store].pop(docname, None)
        self._changed()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read, for its own pages only."""
        for store in STORES:
            for docname in sorted(docnames & otherdata[store].keys()):
                self.data[store][docname] = otherdata[store][docname]
        self._changed()

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Note the citations of a page that was read, and tell of what it names in vain."""
        markers = [node for node in document.findall(Marker) if node["anchor"]]
        mentions = list(document.findall(Mention))
        missing = list(document.findall(Unknown))
        silent = [node for node in document.findall(Marker) if not node["anchor"]]
        if not (markers or silent or mentions or missing):
            return
        self._changed()
        lines = Path(env.doc2path(docname)).read_text("utf-8").splitlines()
        self.data["citations"][docname] = [
            Citation(one, docname, node["anchor"], line_of(node, lines, one), section_of(node))
            for node in markers
            for one in node["evidence"]
        ]
        self.data["mentions"][docname] = [
            Mentioned(
                node["kind"],
                node["key"],
                docname,
                node["anchor"],
                line_of(node, lines, node["key"]),
            )
            for node in mentions
        ]
        self.data["mentions"][docname] += [
            Mentioned("evidence", one, docname, "", node.line)
            for node in silent
            for one in node["evidence"]
        ]
        for node in missing:
            if node["message"]:
                place = (docname, line_of(node, lines, node["word"]))
                warn(node["subtype"], node["message"], place)

    def take(self, book: Book, files: Mapping[str, str]) -> None:
        """Take the book that this build reads, its files, and the kinds of object it declares."""
        self.whole, self.files, self.made = book, files, {}
        for kind, table in kinds(book).items():
            self.add_object_type(kind, ObjType(table.title, kind))

    def note_target(self, target: Target) -> None:
        """Note that the page being read shows an object."""
        self.data["targets"].setdefault(target.docname, []).append(target)
        self._changed()

    def note_figure(self, docname: str, file: str, data: str) -> None:
        """Note the data of a figure that a page shows, by the name of their file."""
        self.data["figures"].setdefault(docname, {})[file] = data

    def figures(self) -> dict[str, str]:
        """Return the data of every figure by the name of their file."""
        pages = self.data["figures"]
        return {file: data for name in sorted(pages) for file, data in pages[name].items()}

    def targets(self) -> Iterator[Target]:
        """Yield every object shown, page by page in the order of the pages' names."""
        yield from self._by_page("targets")

    def target(self, kind: str, key: str) -> Target | None:
        """Return where an object is shown: its first page, or else its entry in an index page."""
        return self._shown.get((kind, key))

    def mentions(self, kind: str = "", key: str = "") -> list[Mentioned]:
        """Return the links to one object, or all, by page and place."""
        return self._mentioned.get((kind, key), []) if kind else self._by_page("mentions")

    def citations(self, key: str = "") -> list[Citation]:
        """Return the citations of a piece of evidence, or of all, by page and place."""
        return self._cited.get(key, []) if key else self._by_page("citations")

    @cached_property
    def _shown(self) -> dict[tuple[str, str], Target]:
        """Return where each object is shown, by kind and id."""
        shown: dict[tuple[str, str], Target] = {}
        for one in sorted(self.targets(), key=lambda one: one.entry):
            shown.setdefault((one.kind, one.id), one)
        return shown

    @cached_property
    def _mentioned(self) -> dict[tuple[str, str], list[Mentioned]]:
        """Return the links to each object, by kind and id."""
        found: dict[tuple[str, str], list[Mentioned]] = {}
        for one in self.mentions():
            found.setdefault((one.kind, one.id), []).append(one)
        return found

    @cached_property
    def _cited(self) -> dict[str, list[Citation]]:
        """Return the citations of each piece of evidence, by its id."""
        found: dict[str, list[Citation]] = {}
        for one in self.citations():
            found.setdefault(one.evidence, []).append(one)
        return found

    def _by_page(self, store: str) -> list[Any]:
        pages = self.data[store]
        return [one for docname in sorted(pages) for one in pages[docname]]

    def _changed(self) -> None:
        """Forget what was gathered from the stores, as they have changed."""
        for name in ("_shown", "_mentioned", "_cited"):
            self.__dict__.pop(name, None)

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """Yield every object for the inventory and the search."""
        for one in self.targets():
            if one == self.target(one.kind, one.id):
                yield one.id, one.title, one.kind, one.docname, one.anchor, 1

    def get_enumerable_node_type(self, node: nodes.Node) -> str | None:
        """Return as what a node of an outline is numbered."""
        return node["kind"] if isinstance(node, Counted) else None

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Return the link."""
        for kind in self.objtypes_for_role(typ) or ():
            place = self.target(kind, target)
            if place:
                return self._link(fromdocname, builder, place, contnode)
        if typ != "source":
            raise NoUri(target)
        return None

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return a link for each kind of object that has the id."""
        places = (self.target(kind, target) for kind in self.object_types)
        links = ((at, self._link(fromdocname, builder, at, contnode)) for at in places if at)
        return [(f"{NAME}:{self.role_for_objtype(at.kind)}", link) for at, link in links]

    def _link(
        self, fromdocname: str, builder: Builder, place: Target, contnode: nodes.Element
    ) -> nodes.reference:
        return make_refnode(
            builder, fromdocname, place.docname, place.anchor, contnode, place.title
        )


def setup(app: Sphinx) -> None:
    """Register the domain."""
    app.add_domain(BookDomain)


def book_domain(env: BuildEnvironment) -> BookDomain:
    """Return the domain of this build."""
    return cast("BookDomain", env.domains[NAME])


def section_of(node: nodes.Element) -> str:
    """Return the title of the section that a node stands in."""
    section = next((one for one in above(node) if isinstance(one, nodes.section)), None)
    return section.children[0].astext() if section is not None and section.children else ""


def anchor(kind: str, key: str) -> str:
    """Return the anchor of an object; different ids never have the same."""
    safe = re.sub(r"[^A-Za-z0-9.-]", lambda match: f"_{ord(match[0]):x}_", key)
    return f"{'ev' if kind == 'evidence' else kind}-{safe}"
