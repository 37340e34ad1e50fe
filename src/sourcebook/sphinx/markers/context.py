"""The second tier on pages: its markers, its bibliography, and the banner that keeps it apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.util.nodes import make_refnode

from sourcebook.data.context import TIER, Entry, Reference
from sourcebook.pages.front_matter import read_page
from sourcebook.pages.markers import ids
from sourcebook.problems import BookError, Problem
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import bracket, unknown
from sourcebook.sphinx.markers.roles import placed
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.nodes import FROM_TABLES, Marker, Mention
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sourcebook.data.context import Context

BADGE = "context"
BANNER = "Context, not evidence."
EXPLAINED = (
    "What this page reports from elsewhere stands beside the sources and never among them: no "
    "count, grade or finding of this handbook rests on it. A marker with a dashed edge and the "
    "word “context” names publisher, date and grade, and leads to the address."
)
BEFORE_DOMAINS = 840


class ContextMarker(nodes.inline):
    """A marker of the second tier; ``entries`` lists the ids, ``docname`` is its page."""


def setup(app: Sphinx) -> None:
    """Register the role, the directive, the node and what is done to pages."""
    app.add_node(ContextMarker)
    app.add_role("context", ContextRole())
    app.add_directive("context-references", ContextReferences)
    app.add_transform(KeepApart)
    app.add_post_transform(LinkContext)


class ContextRole(SphinxRole):
    """{context}`id` or {context}`id-a, id-b`: one marker of the second tier."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the marker, and a visible gap for each id that is not known."""
        context, found, missing = book_domain(self.env).book.context, [], []
        for key in dict.fromkeys(ids(self.text)):
            try:
                found.append(context.cite(key))
            except BookError as error:
                missing.append(unknown(key, "context", error.problems[0].words))
        made: list[nodes.Node] = [context_marker(self.env, found)] if found else []
        return placed(self, [*made, *missing]), []


def context_marker(env: BuildEnvironment, entries: list[Entry]) -> ContextMarker:
    """Return a marker that names each publication once, its links still to be made."""
    node = ContextMarker(classes=["context-marker"], docname=env.docname)
    node["entries"] = [one.id for one in entries]
    node += [bracket("["), nodes.inline("", BADGE, classes=["context-badge"]), nodes.Text(" ")]
    labels: dict[str, Entry] = {}
    for one in entries:
        labels.setdefault(one.label, one)
    for at, (label, one) in enumerate(labels.items()):
        node += [nodes.Text("; ")] if at else []
        node += nodes.inline("", plain(label), entry=one.id)
    node += bracket("]")
    return node


class ContextReferences(SphinxDirective):
    """```{context-references}```: every publication of the second tier, with what it reports."""

    def run(self) -> list[nodes.Node]:
        """Return the publications by name and date, each entry a place to link to."""
        context = book_domain(self.env).book.context
        references = sorted(context.references.values(), key=lambda one: (one.outlet, one.date))
        return [publication(self.env, context, one) for one in references]


def publication(env: BuildEnvironment, context: Context, one: Reference) -> nodes.container:
    """Return a publication with its date, grade, address and note, and its entries."""
    head = nodes.paragraph("", "", nodes.strong("", plain(one.outlet)))
    head += nodes.Text(f", {one.when}; grade {one.grade}. ")
    head += nodes.reference("", one.url, refuri=one.url, internal=False)
    note = [nodes.paragraph("", plain(one.note), classes=["note"])] if one.note else []
    taken = [each for each in context.entries.values() if each.reference == one]
    listed = nodes.bullet_list("", *(entry(env, each) for each in taken))
    classes = ["context-reference", FROM_TABLES]
    return nodes.container("", head, *note, *([listed] if taken else []), classes=classes)


def entry(env: BuildEnvironment, one: Entry) -> nodes.list_item:
    """Return one entry as a place to link to: what it states, and its own grade."""
    place = anchor(one.id)
    env.domains["std"].anonlabels[place] = (env.docname, place)
    said = "; ".join(plain(line).rstrip(".") for line in one.quotation.splitlines())
    words = nodes.paragraph("", "", nodes.target("", "", ids=[place]))
    words += nodes.Text(f"{said}. Grade {one.grade}.")
    return nodes.list_item("", words)


def anchor(key: str) -> str:
    """Return the anchor of an entry."""
    return f"{TIER}-{key}"


class KeepApart(SphinxTransform):
    """Put the banner on pages of the second tier, whose markers of evidence cite nothing.

    Without anchors they are neither statements of the handbook nor places a source leads back to.
    """

    default_priority = BEFORE_DOMAINS

    def apply(self, **_: Any) -> None:
        """Look at the page being read."""
        path = Path(self.env.doc2path(self.env.docname))
        if path.suffix != ".md" or read_page(path.read_text("utf-8")).tier != TIER:
            return
        section: nodes.Element = next(iter(self.document.findall(nodes.section)), self.document)
        section["classes"].append("tier-context")
        words = [nodes.strong("", BANNER), nodes.Text(f" {EXPLAINED}")]
        said = nodes.paragraph("", "", *words)
        banner = nodes.container("", said, classes=["context-banner", FROM_TABLES])
        section.insert(1 if isinstance(section.children[0], nodes.title) else 0, banner)
        for node in (*self.document.findall(Marker), *self.document.findall(Mention)):
            node["anchor"] = ""


class LinkContext(SphinxPostTransform):
    """Give each marker of the second tier the links to its entries."""

    default_priority = 4

    def run(self, **_: Any) -> None:
        """Resolve the markers of the page that is being written."""
        places = self.env.domains["std"].anonlabels
        context = book_domain(self.env).book.context
        for marker in list(self.document.findall(ContextMarker)):
            labels = [one for one in marker.findall(nodes.inline) if "entry" in one]
            for label in labels:
                one = context.entries[label["entry"]]
                docname, place = places.get(anchor(one.id), ("", ""))
                if not place:
                    warn("nowhere", nowhere(one).words, (marker["docname"], None))
                    continue
                title = "; ".join(one.quotation.splitlines())
                words = nodes.inline("", label.astext())
                builder = self.env._app.builder
                label.replace_self(
                    make_refnode(builder, marker["docname"], docname, place, words, title)
                )


def nowhere(one: Entry) -> Problem:
    """Return the problem that no page lists an entry."""
    return Problem(
        "",
        None,
        "a marker leads nowhere: no page lists the publications of the second tier",
        f"“{one.id}”",
        "a page with the publications",
        "write ```{context-references} on a page of the second tier",
    )
