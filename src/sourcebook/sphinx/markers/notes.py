"""What a pop-up or a footnote of the EPUB says of each quotation a page cites, and its links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import attribution, grades, source_date
from sourcebook.sphinx.nodes import EvidenceLink, Marker, Note, Notes
from sourcebook.sphinx.words import in_quotation_marks, plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.evidence import Evidence

LONGEST = 1200
CUT = " […] The rest stands on the page of the source."


def setup(app: Sphinx) -> None:
    """Resolve markers when pages are written."""
    app.add_post_transform(ResolveMarkers)


class ResolveMarkers(SphinxPostTransform):
    """Give each marker its links, and each page the quotations behind them.

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
        elif self.builder.format == "html" and markers:
            self.in_html(markers)

    def in_html(self, markers: list[Marker]) -> None:
        """Link the labels, and put the quotations at the end of the page."""
        printed = [one for marker in markers if marker["anchor"] for one in marker["evidence"]]
        numbers = {one: str(at) for at, one in enumerate(dict.fromkeys(printed), start=1)}
        every = [*printed, *(one for marker in markers for one in marker["evidence"])]
        docname = markers[0]["docname"]
        for marker in markers:
            self.link_labels(marker, numbers if marker["anchor"] else {})
        notes = Notes(classes=["notes", "no-search"])
        for one in dict.fromkeys(every):
            body = self.told_of(self.domain.book.cite(one), docname)
            notes += Note("", *body, evidence=one, number=numbers.get(one, ""))
        last = [one for one in self.document.children if isinstance(one, nodes.section)]
        (last[-1] if last else self.document).append(notes)

    def in_epub(self, markers: list[Marker]) -> None:
        """Put footnotes in place of markers; one in a source's own record stays as it is."""
        numbers: dict[str, dict[str, str]] = {}
        taken = self.footnotes()
        for marker in markers:
            if not marker["anchor"]:
                self.link_labels(marker, {})
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
        parts = self.told_of(self.domain.book.cite(key), docname)
        body = nodes.paragraph()
        for at, part in enumerate(parts):
            body += [nodes.Text(" – " if at == 1 else ". " if at > 1 else "")]
            body += part.children
        body += nodes.Text("" if body.astext().endswith(".") else ".")
        label = nodes.label("", number)
        return nodes.footnote("", label, body, ids=[note_id(number)], docname=docname)

    def link_labels(self, marker: Marker, numbers: dict[str, str]) -> None:
        """Turn each label of a marker into a link to the first quotation it names."""
        labels = [one for one in marker.findall(nodes.inline) if one is not marker]
        for label in [one for one in labels if "evidence" in one]:
            ids = label["evidence"]
            link = self.link(ids[0], marker["docname"], label.astext())
            if isinstance(link, nodes.reference):
                given = [numbers[one] for one in ids if one in numbers]
                attributes = {**link.non_default_attributes(), "note": ", ".join(given)}
                link = EvidenceLink("", "", *link.children, **attributes, evidence=" ".join(ids))
            label.replace_self(link)

    def link(self, key: str, docname: str, words: str) -> nodes.Element:
        """Return a link from a page to a quotation on its source's page; words alone if none."""
        target, inline = self.domain.target("evidence", key), nodes.inline("", words)
        if target is None:
            return inline
        return make_refnode(self.builder, docname, target.docname, target.anchor, inline)

    def told_of(self, evidence: Evidence, docname: str) -> list[nodes.paragraph]:
        """Return what a pop-up, or a footnote of the EPUB, says of a quotation, line by line."""
        book = self.domain.book
        where = self.link(evidence.id, docname, plain(book.label(evidence)))
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
