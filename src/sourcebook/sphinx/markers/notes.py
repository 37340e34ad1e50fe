"""Where markers lead, and what a pop-up or a footnote of the EPUB says of each quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from sourcebook.sphinx.domain import book_domain
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

    The EPUB has footnotes in place of markers. Every page numbers the evidence it cites from 1, or
    on from the footnotes it has already. In print the writer sets markers.
    """

    default_priority = 4

    def run(self, **_: Any) -> None:
        """Resolve the markers of the document that is being written."""
        self.domain = book_domain(self.env)
        self.builder = self.env._app.builder
        markers = list(self.document.findall(Marker))
        if self.builder.name == "epub":
            self.in_epub(markers)
        elif self.builder.format == "html":
            for marker in markers:
                self.link_labels(marker)

    def in_epub(self, markers: list[Marker]) -> None:
        """Put footnotes in place of markers; one in a source's own record stays as it is."""
        numbers: dict[str, dict[str, str]] = {}
        taken = self.footnotes()
        for marker in markers:
            if not marker["anchor"]:
                self.link_labels(marker)
                continue
            docname = marker["docname"]
            known = numbers.setdefault(docname, {})
            made: list[nodes.Node] = []
            for one in marker["evidence"]:
                if one not in known:
                    known[one] = str(taken.get(docname, 0) + len(known) + 1)
                    self.document += self.footnote(one, docname, known[one])
                made += [nodes.superscript("", ",")] if made else []
                named = {"refid": note_id(known[one]), "docname": docname}
                made.append(nodes.footnote_reference("", known[one], **named))
            without_space_before(marker)
            targets = [one for one in marker.children if isinstance(one, nodes.target)]
            marker.replace_self([*targets, *made])

    def footnotes(self) -> dict[str, int]:
        """Return the greatest number among the footnotes that each page has of its own."""
        found: dict[str, int] = {}
        for node in self.document.findall(nodes.footnote):
            number = node.children[0].astext() if node.children else ""
            if number.isdecimal():
                docname = node.get("docname", "")
                found[docname] = max(found.get(docname, 0), int(number))
        return found

    def footnote(self, key: str, docname: str, number: str) -> nodes.footnote:
        """Return a footnote that holds a quotation with its attribution."""
        book = self.domain.book
        evidence = book.cite(key)
        parts = told(book, evidence, self.link(key, docname, plain(book.label(evidence))))
        body = nodes.paragraph()
        for at, part in enumerate(parts):
            body += [nodes.Text(" – " if at == 1 else ". " if at > 1 else "")]
            body += part.children
        body += nodes.Text("" if body.astext().endswith(".") else ".")
        label = nodes.label("", number)
        return nodes.footnote("", label, body, ids=[note_id(number)], docname=docname)

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
    """Return what a pop-up, or a footnote of the EPUB, says of a quotation, line by line.

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


def note_id(number: str) -> str:
    """Return the id of a footnote that holds a quotation."""
    return f"quotation-{number}"


def without_space_before(node: nodes.Node) -> None:
    """Set a footnote close to the word it follows."""
    at = node.parent.index(node)
    before = node.parent.children[at - 1] if at else None
    if isinstance(before, nodes.Text):
        node.parent.children[at - 1] = nodes.Text(before.rstrip())
        node.parent.children[at - 1].parent = node.parent
