"""Where markers lead, and what a pop-up says of each quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from sourcebook.sphinx.anchors import ANNEX
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.annex import PAGE, numbers
from sourcebook.sphinx.markers.marker import attribution, grades, heard, source_date
from sourcebook.sphinx.nodes import EvidenceLink, Marker
from sourcebook.sphinx.words import in_quotation_marks, plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence

LONGEST = 1200
CUT = " […] The rest stands on the page of the source."


def setup(app: Sphinx) -> None:
    """Resolve markers when pages are written."""
    app.add_post_transform(ResolveMarkers)


class ResolveMarkers(SphinxPostTransform):
    """Give each marker the links to the quotations on the pages of their sources.

    In the EPUB they have the numbers of its annex of evidence, as in print, where the writer sets
    them.
    """

    default_priority = 4

    def run(self, **_: Any) -> None:
        """Resolve the markers of the document that is being written."""
        self.domain = book_domain(self.env)
        self.builder = self.env._app.builder
        markers = list(self.document.findall(Marker))
        if self.builder.name == "epub":
            self.number(markers)
        elif self.builder.format == "html":
            for marker in markers:
                self.link_labels(marker)

    def number(self, markers: list[Marker]) -> None:
        """Give markers the numbers of their quotations, each a link to its entry in the annex."""
        numbered = numbers(self.domain.book)
        for marker in markers:
            annex = self.builder.get_relative_uri(marker["docname"], PAGE)
            given = {int(numbered[one].removeprefix("E")) for one in marker["evidence"]}
            targets = [one for one in marker.children if isinstance(one, nodes.target)]
            marker.children = []
            marker += [*targets, nodes.Text("[")]
            for at, number in enumerate(sorted(given)):
                marker += [nodes.Text(", ")] if at else []
                address = f"{annex}#{ANNEX}E{number}"
                marker += nodes.reference("", f"E{number}", refuri=address, internal=True)
            marker += nodes.Text("]")

    def link_labels(self, marker: Marker) -> None:
        """Turn each label of a marker into a link to the first quotation it names."""
        book = self.domain.book
        inlines = [one for one in marker.findall(nodes.inline) if one is not marker]
        labels = [one for one in inlines if "evidence" in one]
        groups = [[book.cite(one) for one in label["evidence"]] for label in labels]
        for label, group in zip(labels, groups, strict=True):
            link = self.link(group[0].id, marker["docname"], label.astext())
            if isinstance(link, nodes.reference):
                link = EvidenceLink("", "", *link.children, **link.non_default_attributes())
                link["evidence"] = " ".join(one.id for one in group)
                link["source"] = group[0].source
                link["heard"] = heard(book, [group])
                link["all_heard"] = heard(book, groups) if len(groups) > 1 else ""
            label.replace_self(link)

    def link(self, key: str, docname: str, words: str) -> nodes.Element:
        """Return a link from a page to a quotation on its source's page; words alone if none."""
        target, inline = self.domain.target("evidence", key), nodes.inline("", words)
        if target is None:
            return inline
        return make_refnode(self.builder, docname, target.docname, target.anchor, inline)


def told(book: Book, evidence: Evidence, where: nodes.Node) -> list[nodes.paragraph]:
    """Return what a pop-up says of a quotation, line by line.

    ``where`` names its place, and leads there.
    """
    graded = "".join(f"; {one}" for one in [grades(book, evidence)] if one)
    words = in_quotation_marks(evidence.quotation[:LONGEST])
    if len(evidence.quotation) > LONGEST:
        words.append(nodes.Text(CUT))
    lines: list[tuple[str, list[nodes.Node]]] = [
        ("words", words),
        ("said", [nodes.Text(attribution(book, evidence))]),
        ("from", [where, nodes.Text(f", {source_date(book, evidence)}{graded}")]),
        ("remark", [nodes.Text(plain(evidence.note))] if evidence.note else []),
    ]
    return [nodes.paragraph("", "", *body, classes=[name]) for name, body in lines if body]
