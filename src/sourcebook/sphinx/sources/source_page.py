"""The page of a source: its record, how far to trust it, and each quotation with its links back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.analysis.grades import credibility as grade_of
from sourcebook.data.basis import IN_THE_FILE
from sourcebook.data.cells import filled
from sourcebook.data.contract import SOURCES
from sourcebook.sphinx.domain import anchor
from sourcebook.sphinx.markers.marker import attribution, credibility, marker
from sourcebook.sphinx.nodes import CitedIn
from sourcebook.sphinx.sources.source_text import overview, whole_text
from sourcebook.sphinx.words import in_brackets, paragraphs, plain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.data.tables import Row

STATED_OR_NOT = (("title", "Title"), ("author", "Author"), ("outlet", "Outlet"), ("date", "Date"))
PLAIN = (
    ("kind", "Kind"),
    ("damage", "Damage to the text"),
    ("file", "File"),
    ("sha256", "SHA-256 of the file"),
)
NOT_SAID = "the file does not say, and nothing is inferred"


def source_page(env: BuildEnvironment, book: Book, row: Row) -> list[nodes.Node]:
    """Return the record of a source and its quotations in the order of the text."""
    key = row.text("id")
    quotations = [one for one in book.evidence.values() if one.source == key]
    passages = "passage" if len(quotations) == 1 else "passages"
    count = f"{len(quotations)} {passages} quoted, in the order of the text."
    full = env.config.sourcebook_full_text and key in book.seeds
    return [
        record(env, book, row),
        *(overview(book, key, full) if key in book.seeds else []),
        nodes.rubric("", "Quotations"),
        nodes.paragraph("", count),
        *(quotation(env, book, one) for one in quotations),
        *(whole_text(book, key) if full else []),
    ]


def record(env: BuildEnvironment, book: Book, row: Row) -> nodes.field_list:
    """Return what is known of a source, each part saying whether the file states it."""
    place = nodes.target("", "", ids=[anchor("source", row.text("id"))])
    short = [place, nodes.Text(plain(row.text("short"))), nodes.Text(" "), _id(row.text("id"))]
    fields = [field("Cited as", short)]
    fields += [field(title, stated_or_not(env, book, row, name)) for name, title in STATED_OR_NOT]
    grade = " – ".join(filter(None, (row.text("reliability"), row.text("reliability_reason"))))
    plain_fields = [(title, row.text(name)) for name, title in PLAIN]
    plain_fields.insert(1, ("Reliability", grade))
    fields += [field(title, [nodes.Text(plain(text))]) for title, text in plain_fields if text]
    return nodes.field_list("", *fields, classes=["source-record"])


def stated_or_not(env: BuildEnvironment, book: Book, row: Row, name: str) -> list[nodes.Node]:
    """Return a cell with how it was come by and its evidence."""
    cell = filled(book, SOURCES.name, row, name)
    if cell is None:
        return [nodes.inline("", NOT_SAID, classes=["basis"])]
    cited = [book.evidence[one] for one in cell.evidence if one in book.evidence]
    note = in_brackets(cell.basis.note or IN_THE_FILE)
    said: list[nodes.Node] = [nodes.Text(plain(cell.words)), nodes.Text(" "), note]
    return [*said, nodes.Text(" "), marker(env, book, cited, silent=True)] if cited else said


def quotation(env: BuildEnvironment, book: Book, evidence: Evidence) -> nodes.container:
    """Return one quotation with its place, speaker and mode, note, and the pages that cite it."""
    place = anchor("evidence", evidence.id)
    head = nodes.paragraph("", "", classes=["quotation-head"])
    head += nodes.target("", "", ids=[place])
    head += nodes.reference("", evidence.locator, refid=place, internal=True, classes=["locator"])
    reasons = plain("; ".join(grade_of(book, evidence.id).reasons))
    said = f"{attribution(book, evidence)}; {credibility(book, evidence)} ({reasons})"
    head += nodes.Text(f" {said} ")
    head += _id(evidence.id)
    node = nodes.container("", head, classes=["quotation"])
    node += nodes.block_quote("", *paragraphs(evidence.quotation), classes=["words"])
    if evidence.note:
        node += nodes.paragraph("", plain(evidence.note), classes=["note"])
    node += CitedIn(evidence=evidence.id, docname=env.docname)
    return node


def field(name: str, body: list[nodes.Node]) -> nodes.field:
    """Return one line of a record."""
    return nodes.field(
        "", nodes.field_name("", name), nodes.field_body("", nodes.paragraph("", "", *body))
    )


def _id(key: str) -> nodes.literal:
    return nodes.literal("", key, classes=["record-id"])
