"""The directive {index-of}: a table of every object of a kind, or of all quotations."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.analysis.grades import credibility
from sourcebook.data.basis import NOT_STATED
from sourcebook.data.cells import basis_of, words
from sourcebook.data.contract import EVIDENCE, SPEAKERS
from sourcebook.data.declarations import REGISTERS
from sourcebook.data.objects import kind_of, kinds, objects
from sourcebook.problems import BookError
from sourcebook.show.render import NO_ROW, computed
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.lasting import RowKey
from sourcebook.sphinx.markers.marker import marker, speaker
from sourcebook.sphinx.nodes import FROM_TABLES, MentionedOn
from sourcebook.sphinx.objects.directives import BookDirective
from sourcebook.sphinx.objects.roles import mention
from sourcebook.sphinx.words import in_quotation_marks, plain
from sourcebook.text.in_words import MODES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sphinx.application import Sphinx

    from sourcebook.data.book import Book
    from sourcebook.data.fields import Field
    from sourcebook.data.objects import Object
    from sourcebook.data.tables import Row, Table

SOURCE = "Source"
WIDTH = 24  # letters of a column, where a table is text
OF_QUOTATIONS = ("Words", "Who speaks", "How", "Credibility", SOURCE)


@dataclass
class Line:
    """A row of an index: its ``key``, a cell for each column, and what else it is filtered by."""

    key: str
    cells: list[list[nodes.Node]]
    held: dict[str, list[str]] = field(default_factory=dict)


class IndexOfDirective(BookDirective):
    """```{index-of} kind```: every object of a kind in a table; all quotations for ``evidence``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        kind = self.arguments[0]
        if kind == EVIDENCE.name:
            return [table_of(OF_QUOTATIONS, list(self.quotations()))]
        book = book_domain(self.env).book
        try:
            found = objects(book, kind)
        except BookError as error:
            return self.gap(kind, error)
        table = kinds(book)[kind]
        name, *told = columns(table)
        heads = [name.title, *(one.title for one in told), SOURCE]
        return [table_of(heads, [self.line(one, table, told) for one in found])]

    def line(self, one: Object, table: Table, told: Sequence[Field]) -> Line:
        """Return an object: its name, what is said of it, its words and where it is mentioned."""
        book = book_domain(self.env).book
        row = book.row(table.name, one.id)
        name = nodes.paragraph("", "", self.note(one, entry=True))
        name += mention(self.env, one.kind, one.id, one.name, counted=False)
        cells: list[list[nodes.Node]] = [[name]]
        if one.variants:
            also = f"also {plain(', '.join(one.variants))}"
            cells[0].append(nodes.paragraph("", also, classes=["variants"]))
        cells += [[nodes.paragraph("", "", *self.said(each, row))] for each in told]
        back = MentionedOn(kind=one.kind, key=one.id, docname=self.env.docname)
        cells.append([*self.cited(one.evidence), back])
        shown = {one.name for one in told}
        return Line(f"{table.name}/{one.id}", cells, held(book, table, row, shown))

    def said(self, column: Field, row: Row) -> list[nodes.Node]:
        """Return a cell in words, with the reason of what is derived or inferred."""
        if not row.text(column.name):
            silent = nodes.emphasis("", NOT_STATED) if column.states else nodes.Text(NO_ROW)
            return [silent]
        said, basis = words(book_domain(self.env).book, column, row), basis_of(column, row)
        if not basis.word:
            return [nodes.Text(plain(said))]
        why = f"{said} <{basis.note.removeprefix(f'{basis.word}: ')}>"
        return self.parse_inline(computed(why, basis.word))[0]

    def cited(self, evidence: Sequence[str]) -> list[nodes.Node]:
        """Return the marker of pieces of evidence in a paragraph; nothing for none."""
        book = book_domain(self.env).book
        if not evidence:
            return []
        mark = marker(self.env, book, [book.evidence[one] for one in evidence], silent=True)
        return [nodes.paragraph("", "", mark)]

    def quotations(self) -> Iterator[Line]:
        """Yield every quotation: its words, its speaker, how it is said, its grade, its place."""
        book = book_domain(self.env).book
        speakers = book.roles.get(SPEAKERS.name)
        kind = kind_of(book, speakers.name) if speakers else ""
        for one in book.evidence.values():
            grade = credibility(book, one.id)
            known = kind and one.speaker in book.rows_of(SPEAKERS)
            name = speaker(book, one) or NO_ROW
            who = mention(self.env, kind, one.speaker, name, False) if known else nodes.Text(name)
            quoted = nodes.inline("", "", *in_quotation_marks(one.quotation), classes=["quote"])
            how = nodes.Text(plain(MODES.get(one.mode, one.mode)))
            sure = nodes.Text(f"{grade.number}, {grade.words}")
            parts = (quoted, who, how, sure)
            cells: list[list[nodes.Node]] = [[nodes.paragraph("", "", each)] for each in parts]
            cells.append(self.cited([one.id]))
            yield Line(f"{EVIDENCE.name}/{one.id}", cells)


def columns(table: Table) -> list[Field]:
    """Return the columns of a kind that are told of it: its name, and what any row says of it."""
    name = table.declared.name or table.key
    told = [one for one in table.declared.line if any(row.text(one) for row in table.rows)]
    return [table.column(one) for one in (name, *told) if table.field(one)]


def held(book: Book, table: Table, row: Row, shown: Collection[str]) -> dict[str, list[str]]:
    """Return the closed values of a row that no column shows, by what they are values of."""
    beside = {name for one in table.fields for name in one.beside.values()}
    found: dict[str, list[str]] = {}
    for one in table.fields:
        if not one.closed or one.name in beside or one.name in shown or one.refers in REGISTERS:
            continue
        kind = kind_of(book, one.refers)
        if row.text(one.name):
            found[kind.capitalize() or one.title] = [plain(words(book, one, row))]
    return found


def table_of(heads: Sequence[str], lines: Sequence[Line]) -> nodes.table:
    """Return the table of an index: its rows can be filtered by what its lines are told to hold."""
    group = nodes.tgroup("", *(nodes.colspec(colwidth=WIDTH) for _ in heads), cols=len(heads))
    titles = (nodes.entry("", nodes.paragraph("", plain(one))) for one in heads)
    group += nodes.thead("", nodes.row("", *titles))
    body = nodes.tbody()
    for line in lines:
        first = line.cells[0][0]
        assert isinstance(first, nodes.Element)
        first.insert(0, RowKey(key=line.key))
        body += nodes.row("", *(nodes.entry("", *cell) for cell in line.cells), held=line.held)
    group += body
    return nodes.table("", group, classes=["index-of", FROM_TABLES, "colwidths-auto"])


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("index-of", IndexOfDirective)
