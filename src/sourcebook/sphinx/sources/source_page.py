"""The page of a source: its record, how far to trust it, and each quotation with its links back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.analysis.grades import WORDS
from sourcebook.analysis.grades import credibility as grade_of
from sourcebook.data.basis import IN_THE_FILE
from sourcebook.data.cells import filled
from sourcebook.data.contract import SOURCES
from sourcebook.sphinx.domain import anchor
from sourcebook.sphinx.markers.marker import beyond_report, credibility, marker
from sourcebook.sphinx.nodes import CitedIn
from sourcebook.sphinx.sources.source_text import overview, whole_text
from sourcebook.sphinx.words import in_brackets, in_language, paragraphs, plain
from sourcebook.text.in_words import MODES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.data.tables import Row

STATED_OR_NOT = (("title", "Title"), ("author", "Author"), ("outlet", "Outlet"), ("date", "Date"))
PLAIN = (
    ("kind", "Kind"),
    ("language", "Language"),
    ("damage", "Damage to the text"),
    ("file", "File"),
    ("sha256", "SHA-256 of the file"),
    ("original", "Extracted from"),
    ("original_sha256", "SHA-256 of that original"),
    ("extractor", "Extracted by"),
)
Usual = Mapping[tuple[str, int], tuple[str, ...]]
LIKEWISE = "likewise"
NOT_SAID = "the file does not say, and nothing is inferred"


def source_page(env: BuildEnvironment, book: Book, row: Row) -> list[nodes.Node]:
    """Return the record of a source and its quotations in the order of the text."""
    key = row.text("id")
    quotations = book.quoted_from(key)
    usual = usual_reasons(book, quotations)
    heads = [(one.locator, about(book, one, usual)) for one in quotations]
    said = [
        LIKEWISE if head == before else head[1]
        for before, head in zip([None, *heads], heads, strict=False)
    ]
    full = env.config.sourcebook_full_text and key in book.seeds
    return [
        record(env, book, row),
        *(overview(book, key, full) if key in book.seeds else []),
        nodes.rubric("", "Quotations"),
        nodes.paragraph("", introduction(len(quotations), usual)),
        *(quotation(env, one, words) for one, words in zip(quotations, said, strict=True)),
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


def quotation(env: BuildEnvironment, evidence: Evidence, said: str) -> nodes.container:
    """Return one quotation with its place, what is said of it, and the pages that cite it."""
    place = anchor("evidence", evidence.id)
    head = nodes.paragraph("", "", classes=["quotation-head"])
    head += nodes.target("", "", ids=[place])
    link = {"refid": place, "reftitle": evidence.id, "internal": True, "classes": ["locator"]}
    head += nodes.reference("", evidence.locator, **link)
    head += nodes.Text(f" {said}")
    node = nodes.container("", head, classes=["quotation"])
    said_in = in_language(evidence.quotation)
    node += nodes.block_quote("", *paragraphs(evidence.quotation), classes=["words", *said_in])
    if evidence.note:
        node += nodes.paragraph("", plain(evidence.note), classes=["note"])
    node += CitedIn(evidence=evidence.id, docname=env.docname)
    return node


def usual_reasons(book: Book, quotations: Sequence[Evidence]) -> Usual:
    """Return what most quotations of a mode and a grade have it for, where several do."""
    found: dict[tuple[str, int], Counter[tuple[str, ...]]] = {}
    for one in quotations:
        grade = grade_of(book, one.id)
        found.setdefault((one.mode, grade.number), Counter())[grade.reasons] += 1
    most = ((key, *counted.most_common(1)[0]) for key, counted in found.items())
    return {key: reasons for key, reasons, times in most if times > 1}


def introduction(count: int, usual: Usual) -> str:
    """Return what is said once of all quotations: their order, who speaks, the usual reasons."""
    said = f"{count} {'passage' if count == 1 else 'passages'} quoted, in the order of the text."
    said += " Where nobody is named, the source itself reports. An arrow leads to the pages that"
    said += " cite a passage; one without an arrow is cited on none."
    shared: dict[int, dict[str, list[str]]] = {}
    for (mode, number), reasons in sorted(usual.items(), key=lambda item: item[0][::-1]):
        words = plain("; ".join(reasons))
        shared.setdefault(number, {}).setdefault(words, []).append(plain(MODES.get(mode, mode)))
    given = []
    for number, by_reason in shared.items():
        alone = len(by_reason) == 1
        parts = [why if alone else f"{', '.join(of)}: {why}" for why, of in by_reason.items()]
        given.append(f"{number}, {WORDS[number]} ({'; '.join(parts)})")
    return f"{said} Credibility without a reason: {'; '.join(given)}." if given else said


def about(book: Book, evidence: Evidence, usual: Usual) -> str:
    """Return who speaks, in which way, and how credible that is."""
    parts = (beyond_report(book, evidence), graded(book, evidence, usual))
    return "; ".join(filter(None, parts))


def graded(book: Book, evidence: Evidence, usual: Usual) -> str:
    """Return the grade of a quotation, with its reasons unless they are the usual ones."""
    grade = grade_of(book, evidence.id)
    if usual.get((evidence.mode, grade.number)) == grade.reasons:
        confirmed = (part.words for part in grade.confirmed)
        return "; ".join((f"credibility {grade.number}", *confirmed))
    return f"{credibility(book, evidence)} ({plain('; '.join(grade.reasons))})"


def field(name: str, body: list[nodes.Node]) -> nodes.field:
    """Return one line of a record."""
    return nodes.field(
        "", nodes.field_name("", name), nodes.field_body("", nodes.paragraph("", "", *body))
    )


def _id(key: str) -> nodes.literal:
    return nodes.literal("", key, classes=["record-id"])
