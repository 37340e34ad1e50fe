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
from sourcebook.text.worded import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    ("sha256", "Its SHA-256"),
    ("original", "Extracted from"),
    ("original_sha256", "Its SHA-256"),
    ("extractor", "Extracted by"),
)
Usual = Mapping[tuple[str, int], tuple[str, ...]]
LIKEWISE = "likewise"
FIRST, LAST = 4, 3
NOT_SAID = "the file does not say, and nothing is inferred"


def source_page(env: BuildEnvironment, book: Book, row: Row) -> list[nodes.Node]:
    """Return the record of a source and its quotations in the order of the text."""
    key = row.text("id")
    groups = overlapping(book.quoted_from(key))
    quotations = [one for group in groups for one in group]
    usual = usual_reasons(book, quotations)
    heads = [(one.locator, about(book, one, usual)) for one in quotations]
    said = [
        LIKEWISE if head == before else head[1]
        for before, head in zip([None, *heads], heads, strict=False)
    ]
    said_of = {one.id: words for one, words in zip(quotations, said, strict=True)}
    full = env.config.sourcebook_full_text and key in book.seeds
    return [
        record(env, book, row),
        *(overview(book, key, full) if key in book.seeds else []),
        nodes.rubric("", "Quotations"),
        nodes.paragraph("", introduction(len(groups), usual)),
        *(passage(env, book, group, said_of) for group in groups),
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


def overlapping(quotations: Iterable[Evidence]) -> list[list[Evidence]]:
    """Return quotations in the order of the text, those that overlap together."""
    groups: list[list[Evidence]] = []
    end = -1
    for one in sorted(quotations, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            groups.append([])
        groups[-1].append(one)
        end = max(end, one.end)
    return groups


def passage(
    env: BuildEnvironment, book: Book, group: Sequence[Evidence], said: Mapping[str, str]
) -> nodes.container:
    """Return a passage once, with each quotation from it: its place, what is said, who cites it.

    A quotation that is only a part of it goes by its first and last words.
    """
    first, end = group[0], max(one.end for one in group)
    words = first.quotation
    if first.end < end:
        seed = book.seeds[first.source]
        words = worded(" ".join(seed.text[first.start : end].split()), seed.language)
    node = nodes.container("", classes=["quotation"])
    for one in group:
        node += head(one, said[one.id], in_full=one.quotation == words)
        if one is first:
            language = in_language(words)
            node += nodes.block_quote("", *paragraphs(words), classes=["words", *language])
        if one.note:
            node += nodes.paragraph("", plain(one.note), classes=["note"])
        node += CitedIn(evidence=one.id, docname=env.docname)
    return node


def head(evidence: Evidence, said: str, *, in_full: bool) -> nodes.paragraph:
    """Return the line above a quotation: its place, its words if a part, what is said of it."""
    place = anchor("evidence", evidence.id)
    link = {"refid": place, "reftitle": evidence.id, "internal": True, "classes": ["locator"]}
    part = "" if in_full else f"“{plain(edges(evidence.quotation))}” "
    return nodes.paragraph(
        "",
        "",
        nodes.target("", "", ids=[place]),
        nodes.reference("", evidence.locator, **link),
        nodes.Text(f" {part}{said}"),
        classes=["quotation-head"],
    )


def edges(words: str) -> str:
    """Return the first and the last words of a quotation that is long, or else all of them."""
    every = words.split()
    if len(every) <= FIRST + LAST + 1:
        return " ".join(every)
    return f"{' '.join(every[:FIRST])} … {' '.join(every[-LAST:])}"


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
    said += " cite a passage; one without an arrow is cited on none. Quotations that overlap stand"
    said += " together, a part by its first and last words."
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
