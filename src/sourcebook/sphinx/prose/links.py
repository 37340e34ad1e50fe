"""Links and files that a page may not have: each a warning with its place, and plain words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.data.addresses import fault, in_html, refused
from sourcebook.data.safe_paths import fault_of_file
from sourcebook.data.state import ENGINE
from sourcebook.pages.links import INTERNAL, unsafe_links
from sourcebook.pages.written import read_written
from sourcebook.problems import Problem
from sourcebook.sphinx.anchors import SCHEME
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.lines import line_of
from sourcebook.sphinx.messages import warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

BEFORE_FILES_ARE_TAKEN, BEFORE_IT_IS_KEPT, AFTER_LINKS_ARE_MADE = 1, 870, 950
TOLD = "sourcebook_links_told"
WITHIN_PRINT = (SCHEME.removesuffix(":"),)


class HoldFiles(SphinxTransform):
    """Take what is read from files outside the book off a page, and tell of each."""

    default_priority = BEFORE_FILES_ARE_TAKEN

    def apply(self, **_: Any) -> None:
        """Look at the page being read: its images, its downloads, what it includes."""
        root = book_domain(self.env).book.root
        for node, target in list(_files(self.document)):
            path, reason = self.found(root, target)
            if reason:
                self.tell(node, f"{target!r}: {reason}", path)
                node.replace_self(_words(node))
        for path in self.included():
            if reason := self.stands(root, path):
                self.tell(self.document, f"{path.name!r}: {reason}", path)
                _empty(self.document, self.env.docname)

    def included(self) -> list[Path]:
        """Return the files that the page being read includes, and those it rests on."""
        listed = self.document.settings.record_dependencies
        named = [Path(name).absolute() for name in (listed.list if listed else ())]
        rests_on = self.env.dependencies[self.env.docname]
        return sorted({*named, *(Path(self.env.srcdir, name) for name in rests_on)})

    def found(self, root: Path, target: str) -> tuple[Path, str]:
        """Return the file that an image or a download names, and why it may not."""
        path = Path(self.env.relfn2path(unquote(target), self.env.docname)[1])
        return path, self.stands(root, path)

    def stands(self, root: Path, path: Path) -> str:
        """Return why a path is not a plain file of the book; empty where it is, or is missing."""
        paths = sorted(path.parent.glob(path.name)) if path.name.endswith(".*") else [path]
        made = Path(self.env.mystnb_config.output_folder)  # type: ignore[attr-defined]
        for one in paths:
            faults = [fault_of_file(folder, "", one) for folder in (root, ENGINE, made)]
            if all(faults):
                return faults[0]
        return ""

    def tell(self, node: nodes.Element, found: str, path: Path) -> None:
        """Warn of a file."""
        lines = read_written(Path(self.env.doc2path(self.env.docname))).splitlines()
        named = (at for at, line in enumerate(lines, start=1) if path.name in line)
        told = Problem(
            "",
            None,
            "a page takes in something that is no file of the book",
            found,
            "a plain file inside the book's folder",
            "put a copy of the file there",
        )
        place = (self.env.docname, node.line or next(named, 1))
        warn("file", told.words, place)


class HoldLinks(SphinxTransform):
    """Make plain words of each link of a page that is read and leads where none may lead."""

    default_priority = BEFORE_IT_IS_KEPT

    def apply(self, **_: Any) -> None:
        """Look at the page as it is written and, for what a notebook puts out, as it is read."""
        path = Path(self.env.doc2path(self.env.docname))
        text = read_written(path) if path.suffix == ".md" else ""
        told = told_of(self.env)
        for address, line, reason in unsafe_links(text):
            tell(self.env, address, reason, line)
        lines = text.splitlines()
        for node, address, reason in hold(self.document):
            if address not in told:
                tell(self.env, address, reason, line_of(node, lines, address))


class HoldEveryLink(SphinxPostTransform):
    """The last look before a page is written: at the links that tables and programs have made."""

    default_priority = AFTER_LINKS_ARE_MADE

    def run(self, **_: Any) -> None:
        """Make plain words of what is left of links that may not be."""
        known = "".join(one.found for one in book_domain(self.env).book.problems)
        for node, address, reason in hold(self.document, WITHIN_PRINT):
            if repr(address) not in known:
                tell(self.env, address, reason, node.line)


def setup(app: Sphinx) -> None:
    """Look at each page when it is read and before it is written."""
    app.add_transform(HoldFiles)
    app.add_transform(HoldLinks)
    app.add_post_transform(HoldEveryLink)


def hold(
    document: nodes.document, internal: tuple[str, ...] = ()
) -> Iterator[tuple[nodes.Element, str, str]]:
    """Take each unsafe address out of a page; yield where it stood, the address, and why.

    Links and images become their words, raw HTML the text that it is; an entry of a table of
    contents goes.
    """
    for node in list(document.findall(nodes.Element)):
        found = next(_faults(node, internal), None)
        if found:
            yield node, *found
        if found and isinstance(node, addnodes.toctree):
            kept = [one for one in node["entries"] if one[1] is None or not fault(one[1])]
            node["entries"] = kept
        elif found:
            node.replace_self(_words(node))


def tell(env: BuildEnvironment, address: str, reason: str, line: int | None) -> None:
    """Warn of an address."""
    told_of(env).add(address)
    problem = refused("", None, "an address", address, reason)
    warn("link", problem.words, (env.docname, line))


def told_of(env: BuildEnvironment) -> set[str]:
    """Return the addresses that were told of on the page being read."""
    return cast("set[str]", env.temp_data.setdefault(TOLD, set()))


def _faults(node: nodes.Element, internal: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the addresses that a node may not have, and why."""
    if isinstance(node, nodes.raw):
        found = in_html(node.astext()) if "html" in node.get("format", "").split() else ()
        yield from ((address, reason) for address, _, reason in found)
    elif isinstance(node, addnodes.toctree):
        for _, address in node["entries"]:
            if address and (reason := fault(address)):
                yield address, reason
    else:
        for name in ("refuri", "uri", "reftarget"):
            address = node.get(name)
            is_link = name != "reftarget" or node.get("reftype") == "myst"
            known = (*internal, *INTERNAL) if name == "reftarget" else internal
            if is_link and isinstance(address, str) and (reason := fault(address, known)):
                yield address, reason


def _words(node: nodes.Element) -> list[nodes.Node]:
    """Return the words of a node without what it leads to."""
    if isinstance(node, nodes.image):
        words: list[nodes.Node] = [nodes.inline("", node.get("alt", ""), classes=["refused"])]
    elif isinstance(node, nodes.raw):
        words = [nodes.literal("", node.astext(), classes=["refused"])]
    else:
        words = list(node.children) or [nodes.Text(node.astext())]
    return (
        words if isinstance(node.parent, nodes.TextElement) else [nodes.paragraph("", "", *words)]
    )


def _files(document: nodes.document) -> Iterator[tuple[nodes.Element, str]]:
    for image in document.findall(nodes.image):
        if "://" not in image["uri"] and not fault(image["uri"]):
            yield image, image["uri"]
    for download in document.findall(addnodes.download_reference):
        if "://" not in download["reftarget"]:
            yield download, download["reftarget"]


def _empty(document: nodes.document, docname: str) -> None:
    """Leave nothing of a page but its name and a notice."""
    document.clear()
    notice = nodes.paragraph("", "This page takes in what is no file of the book.")
    document += nodes.section("", nodes.title("", docname), notice, ids=[nodes.make_id(docname)])
