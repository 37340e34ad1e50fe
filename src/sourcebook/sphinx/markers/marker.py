"""Markers: evidence named as briefly as can be, who speaks, from when, how graded; unknown ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.analysis.grades import credibility as grade_of
from sourcebook.data.basis import NO_DATE
from sourcebook.data.cells import filled, name
from sourcebook.data.contract import SOURCES, SPEAKERS
from sourcebook.sphinx.nodes import Marker, Unknown
from sourcebook.sphinx.words import plain
from sourcebook.text.in_words import MODES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sphinx.environment import BuildEnvironment
    from sphinx.util.docutils import SphinxDirective

    from sourcebook.data.book import Book
    from sourcebook.data.evidence import Evidence
    from sourcebook.data.tables import Row
    from sourcebook.problems import Subtype


REPORT = "report"


def marker(
    env: BuildEnvironment, book: Book, cited: Sequence[Evidence], silent: bool = False
) -> Marker:
    """Return a marker such as “[Harbour Times ¶3, ¶5; Gazette ¶2]”, its links still to be made."""
    anchor = "" if silent else f"marker--{env.new_serialno('sourcebook-marker') + 1}"
    node = Marker(classes=["marker"], anchor=anchor, docname=env.docname)
    fill(node, book, cited)
    return node


def fill(node: Marker, book: Book, cited: Sequence[Evidence]) -> None:
    """Give a marker its evidence, in the order in which it names it, its anchor and its words."""
    anchor, named = node["anchor"], labels(book, cited)
    node["evidence"] = [one.id for _, _, group in named for one in group]
    node.children = []
    node += [nodes.target("", "", ids=[anchor])] if anchor else []
    node += bracket("[")
    for before, label, group in named:
        node += nodes.inline("", before, classes=["between"]) if before else []
        node += nodes.inline("", label, evidence=[one.id for one in group])
    node += bracket("]")


def labels(book: Book, cited: Sequence[Evidence]) -> list[tuple[str, str, list[Evidence]]]:
    """Return what a marker names, each with what stands before it and the evidence it leads to.

    Each source is named once, its paragraphs in the order of the text; quotations of one paragraph
    share a label.
    """
    sources: dict[str, dict[str, list[Evidence]]] = {}
    for one in cited:
        sources.setdefault(one.source, {})
    for one in sorted(cited, key=lambda one: (one.start, one.end)):
        sources[one.source].setdefault(one.locator, []).append(one)
    found: list[tuple[str, str, list[Evidence]]] = []
    for places in sources.values():
        for place, (locator, group) in enumerate(places.items()):
            before = ", " if place else "; " if found else ""
            found.append((before, plain(locator if place else book.label(group[0])), group))
    return found


def heard(book: Book, groups: Sequence[Sequence[Evidence]]) -> str:
    """Return in words what a marker opens, for those who hear it: how much, each source once."""
    said, before = "", ""
    for first, *_ in groups:
        named = "" if first.source == before else book.sources[first.source].text("short")
        before = first.source
        apart = "; " if said and named else ""
        said += f"{apart}{plain(named)}, {place_in_words(first.locator)}"
    count = sum(map(len, groups))
    return f"Evidence, {count} quotations: {said}" if count > 1 else f"Evidence: {said}"


def place_in_words(locator: str) -> str:
    """Return a locator such as “¶3–4” as “paragraphs 3 to 4”, and “p. 3” as “page 3”."""
    kind = "page" if locator.startswith("p") else "paragraph"
    first, _, last = locator.lstrip("¶p. ").partition("–")
    return f"{kind}s {first} to {last}" if last else f"{kind} {first}"


def bracket(sign: str) -> nodes.inline:
    """Return a bracket, which only writers without style sheets show."""
    return nodes.inline("", sign, classes=["bracket"])


def unknown(word: str, subtype: Subtype, message: str) -> Unknown:
    """Return what stands in the page where a word names nothing in the book."""
    told = {"word": word, "subtype": subtype, "message": message}
    return Unknown("", f"[{word}: unknown]", classes=["marker", "unknown"], **told)


def gap(directive: SphinxDirective, word: str, subtype: Subtype, message: str) -> list[nodes.Node]:
    """Return the same as the whole of what a directive shows."""
    node = unknown(word, subtype, message)
    directive.set_source_info(node)
    return [nodes.paragraph("", "", node)]


def attribution(book: Book, evidence: Evidence) -> str:
    """Return who speaks and in which way, in words."""
    mode = MODES.get(evidence.mode, evidence.mode)
    return "; ".join(part for part in (speaker(book, evidence), plain(mode)) if part)


def beyond_report(book: Book, evidence: Evidence) -> str:
    """Return the same, but nothing where the source itself simply reports."""
    return speaker(book, evidence) if evidence.mode == REPORT else attribution(book, evidence)


def speaker(book: Book, evidence: Evidence) -> str:
    """Return the name of who speaks; empty where the source itself does."""
    row = book.rows_of(SPEAKERS).get(evidence.speaker)
    return plain(name(book.roles[SPEAKERS.name], row)) if row else evidence.speaker


def grades(book: Book, evidence: Evidence) -> str:
    """Return the grades of a source and of what a quotation says, in words."""
    reliability = plain(book.sources[evidence.source].text("reliability"))
    given = [f"source reliability {reliability}"] if reliability else []
    return "; ".join([*given, credibility(book, evidence)])


def credibility(book: Book, evidence: Evidence) -> str:
    """Return the grade of what a quotation says, in words, and of what in it is confirmed."""
    grade = grade_of(book, evidence.id)
    given = [f"{grade.number}, {grade.words}", *(part.words for part in grade.confirmed)]
    return f"credibility {'; '.join(given)}"


def source_date(book: Book, evidence: Evidence) -> str:
    """Return the date of a source in words, and whether the source states it."""
    return come_by(book, book.sources[evidence.source], "date") or NO_DATE


def come_by(book: Book, source: Row, column: str) -> str:
    """Return a cell of a source's record in words, and whether the file states it."""
    cell = filled(book, SOURCES.name, source, column)
    return cell.basis.briefly_beside(cell.words) if cell else ""
