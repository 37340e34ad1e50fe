"""The directive {readings}: two or more readings of one question, next to one another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from sourcebook.analysis.grades import credibility
from sourcebook.data.basis import NO_DATE
from sourcebook.data.cells import filled
from sourcebook.data.contract import EVIDENCE_COLUMN, QUESTIONS, READINGS, SOURCES, WORDING
from sourcebook.data.objects import find_object, kind_of
from sourcebook.problems import BookError
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import attribution, marker
from sourcebook.sphinx.nodes import Differs, MentionedOn
from sourcebook.sphinx.objects.directives import BookDirective
from sourcebook.sphinx.objects.roles import mention
from sourcebook.sphinx.source_link import source_link
from sourcebook.sphinx.words import paragraphs, plain, shown
from sourcebook.text.collation import compare, nearest_pair

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.evidence import Evidence
    from sourcebook.data.objects import Object
    from sourcebook.data.tables import Row


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("readings", ReadingsDirective)


class ReadingsDirective(BookDirective):
    """```{readings} question```: what each source answers; ``:home:`` at the question's place."""

    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"home": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the question, or its place, and its readings."""
        book, key = book_domain(self.env).book, self.arguments[0]
        try:
            table = book.roles[QUESTIONS.name].name if QUESTIONS.name in book.roles else ""
            one, row = find_object(book, kind_of(book, table), key), book.row(table, key)
        except BookError as error:
            return self.gap(key, error)
        rows = [row for row in book.rows_of(READINGS).values() if row.text("question") == key]
        nature = row.text("nature")
        differing = self.compared(rows) if nature == WORDING else {}
        boxes = [self.reading(row, differing) for row in rows]
        side_by_side = nodes.container("", *boxes, classes=["readings-row"])
        head, tail = self.around(one, nature)
        return [nodes.container("", head, side_by_side, *tail, classes=["readings"])]

    def around(self, one: Object, nature: str) -> tuple[nodes.paragraph, list[nodes.Node]]:
        """Return what stands above and below the readings."""
        kind = nodes.inline("", plain(nature), classes=["nature"])
        if "home" in self.options:
            back = MentionedOn(kind=one.kind, key=one.id, docname=self.env.docname)
            note = self.note(one, entry=False)
            return nodes.paragraph("", "", note, kind, classes=["reading-nature"]), [back]
        link = mention(self.env, one.kind, one.id, one.name)
        return nodes.paragraph("", "", link, nodes.Text(" "), kind, classes=["question"]), []

    def compared(self, rows: list[Row]) -> dict[str, str]:
        """Return, for the quotation of each reading that is most like another's, that other."""
        cited = [[one.quotation for one in self.cited(row)] for row in rows]
        pairs: dict[str, str] = {}
        for at, row in enumerate(rows):
            other = cited[0] if at else cited[1] if len(cited) > 1 else []
            if cited[at] and other:
                ours, theirs = nearest_pair(cited[at], other)
                pairs[self.cited(row)[ours].id] = other[theirs]
        return pairs

    def reading(self, row: Row, differing: dict[str, str]) -> nodes.container:
        """Return one reading: source, date, grades, what it says, and its quotations."""
        box = nodes.container("", classes=["reading"])
        source = book_domain(self.env).book.sources[row.text("source")]
        link = source_link(source, self.env.docname)
        box += nodes.paragraph("", "", link, classes=["reading-source"])
        box += nodes.paragraph("", self.grades(row), classes=["reading-grades", "source-words"])
        box += self.words(row)
        for one in self.cited(row):
            box += self.quotation(one, differing.get(one.id))
        return box

    def words(self, row: Row) -> nodes.paragraph:
        """Return what a reading says, in the book's own words, with its marker."""
        mark = marker(self.env, book_domain(self.env).book, self.cited(row))
        self.set_source_info(mark)
        said = nodes.Text(f"{plain(row.text('reading'))} ")
        return nodes.paragraph("", "", said, mark, classes=["reading-words"])

    def grades(self, row: Row) -> str:
        """Return the date of the source, its reliability and the credibility of what it says."""
        book = book_domain(self.env).book
        source = book.sources[row.text("source")]
        dated = filled(book, SOURCES.name, source, "date")
        date = dated.basis.beside(dated.words) if dated else NO_DATE
        known = sorted({credibility(book, one.id).number for one in self.cited(row)})
        parts = [plain(date), f"reliability {source.text('reliability')}"]
        if known:
            parts.append(f"credibility {', '.join(map(str, known))}")
        return " · ".join(parts)

    def quotation(self, one: Evidence, other: str | None) -> nodes.block_quote:
        """Return a quotation with who speaks and its marker, the words not in ``other`` marked."""
        book = book_domain(self.env).book
        words = paragraphs(one.quotation) if other is None else [marked(one.quotation, other)]
        mark = marker(self.env, book, [one])
        self.set_source_info(mark)
        said = nodes.attribution("", "", nodes.Text(f"{attribution(book, one)} "), mark)
        return nodes.block_quote("", *words, said, classes=["quotation-block"])

    def cited(self, row: Row) -> list[Evidence]:
        """Return the evidence of a reading that was found in its source."""
        known = book_domain(self.env).book.evidence
        return [known[one] for one in row.ids(EVIDENCE_COLUMN) if one in known]


def marked(text: str, other: str) -> nodes.paragraph:
    """Return a quotation whose words that another does not have are marked."""
    found = nodes.paragraph("", "")
    for run, differs in compare(text, other):
        found += Differs("", "", *shown(run)) if differs else shown(run)
    return found
