"""The directives that list over all tables: {statements} by how they are carried, {silences}."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sourcebook.analysis.independence import corroboration
from sourcebook.analysis.statements import (
    Place,
    Silence,
    Statement,
    contradictions,
    silences,
    statements,
    subject_words,
)
from sourcebook.data.contract import CONTRADICTION, EVIDENCE_COLUMN, QUESTIONS, READINGS
from sourcebook.data.objects import find_object, kind_of
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import gap, marker
from sourcebook.sphinx.nodes import FROM_TABLES
from sourcebook.sphinx.objects.roles import mention
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

    from sourcebook.data.book import Book
    from sourcebook.data.tables import Row

WHICH = ("one-source", "contradicted")


def setup(app: Sphinx) -> None:
    """Register the directives."""
    for name, directive in (("statements", StatementsDirective), ("silences", SilencesDirective)):
        app.add_directive(name, directive)


class ListDirective(SphinxDirective):
    """A directive that lists what the tables say, each item with links and markers."""

    @property
    def book(self) -> Book:
        """Return the book that is being built."""
        return book_domain(self.env).book

    def named(self, place: Place) -> nodes.Node:
        """Return the name of what is spoken of, as a link if it is an object."""
        kind, key, words = subject_words(self.book, place)
        if kind:
            return mention(self.env, kind, key, words, counted=False)
        return nodes.inline("", plain(words))

    def cited(self, evidence: Iterable[str]) -> list[nodes.Node]:
        """Return the marker of pieces of evidence, with a space before it."""
        found = [self.book.evidence[one] for one in dict.fromkeys(evidence)]
        return [nodes.Text(" "), marker(self.env, self.book, found, silent=True)] if found else []

    def listed(self, items: Iterable[list[nodes.Node]]) -> nodes.bullet_list:
        """Return a list with a paragraph for each item."""
        made = (nodes.list_item("", nodes.paragraph("", "", *item)) for item in items)
        return nodes.bullet_list("", *made, classes=["statements"])

    def said(self, group: list[Statement]) -> list[nodes.Node]:
        """Return what is said of one thing: its name, then each column with its words."""
        table = self.book.tables[group[0].table]
        own = group[0].subject[0] == table.name
        columns = [one for one in group if not (own and one.field.name == _names(self.book, one))]
        parts = (f"{one.field.title.lower()}: {plain(one.words)}" for one in columns)
        words = [nodes.Text(f" – {'; '.join(parts)}")] if columns else []
        evidence = (key for one in group for key in one.evidence)
        return [self.named(group[0].subject), *words, *self.cited(evidence)]


class StatementsDirective(ListDirective):
    """```{statements} which```: the statements of the tables that are weakly carried.

    ``which`` is ``one-source``, for what one independent source alone carries, or
    ``contradicted``, for what cannot all be true.
    """

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        if self.arguments[0] == WHICH[0]:
            return from_tables(self.one_source())
        if self.arguments[0] == WHICH[1]:
            return from_tables(self.contradicted())
        message = f"there is no such list; expected {' or '.join(WHICH)}"
        return gap(self, self.arguments[0], "value", message)

    def one_source(self) -> list[nodes.Node]:
        """Return the statements that one independent source carries, source by source."""
        every = statements(self.book)
        alone: dict[str, list[Statement]] = {}
        for one in every:
            found = corroboration(self.book, one.evidence)
            if found.independent == 1:
                alone.setdefault(found.sources[0], []).append(one)
        count = sum(map(len, alone.values()))
        text = f"{count} of the {len(every)} statements in the tables rest on one source."
        made: list[nodes.Node] = [nodes.paragraph("", text, classes=["counted"])]
        for source, row in self.book.sources.items():
            if source in alone:
                title = f"{plain(row.text('short'))}: {len(alone[source])}"
                groups = groupby(alone[source], key=lambda one: (one.table, one.subject))
                items = [self.said(list(group)) for _, group in groups]
                made += [nodes.rubric("", title), self.listed(items)]
        return made

    def contradicted(self) -> list[nodes.Node]:
        """Return the questions whose readings contradict, and the values that do."""
        readings = self.book.rows_of(READINGS).values()
        items = []
        for key, group in groupby(readings, key=lambda row: row.text("question")):
            found = self.question(key)
            if found:
                items.append([found, *(part for row in group for part in self.read(row))])
        items += [self.opposed(group) for group in contradictions(self.book)]
        if not items:
            return [nodes.paragraph("", "No statement is contradicted.", classes=["counted"])]
        return [self.listed(items)]

    def read(self, row: Row) -> list[nodes.Node]:
        """Return one reading: its source, what it says, and its marker."""
        source = self.book.sources[row.text("source")].text("short")
        said = nodes.Text(f"{plain(source)}: {plain(row.text('reading'))}")
        known = [one for one in row.ids(EVIDENCE_COLUMN) if one in self.book.evidence]
        return [
            nodes.Text(" "),
            nodes.inline("", "", said, *self.cited(known), classes=["reading-line"]),
        ]

    def question(self, key: str) -> nodes.Node | None:
        """Return a link to a question whose readings contradict one another."""
        table, row = self.book.roles.get(QUESTIONS.name), self.book.rows_of(QUESTIONS).get(key)
        kind = kind_of(self.book, table.name) if table else ""
        if not kind or row is None or row.text("nature") != CONTRADICTION:
            return None
        return mention(self.env, kind, key, find_object(self.book, kind, key).name, counted=False)

    def opposed(self, group: tuple[Statement, ...]) -> list[nodes.Node]:
        """Return values that cannot all be true, each with its marker."""
        made = [self.named(group[0].subject), nodes.Text(f" – {group[0].field.title.lower()}: ")]
        for at, one in enumerate(group):
            made += [nodes.Text(" against ")] if at else []
            made += [nodes.Text(plain(one.words)), *self.cited(one.evidence)]
        return made


class SilencesDirective(ListDirective):
    """```{silences}```: what no source states, by table and column."""

    def run(self) -> list[nodes.Node]:
        """Return a list for each table."""
        made: list[nodes.Node] = []
        for table, group in groupby(silences(self.book), key=lambda one: one.table):
            title = plain(self.book.tables[table].title)
            made += [nodes.rubric("", title), self.listed(self.silent(one) for one in group)]
        return from_tables(made)

    def silent(self, one: Silence) -> list[nodes.Node]:
        """Return a column and of what no source states it."""
        column = nodes.strong("", plain(one.field.title))
        if len(one.subjects) == one.asked:
            words = f": not stated by any source, for any of the {one.asked}"
            return [column, nodes.Text(words)]
        words = f": not stated by any source for {len(one.subjects)} of the {one.asked}"
        made: list[nodes.Node] = [column, nodes.Text(words)]
        if kind_of(self.book, one.subjects[0][0]):
            for at, place in enumerate(one.subjects):
                made += [nodes.Text(" · " if at else ": "), self.named(place)]
        return made


def from_tables(made: list[nodes.Node]) -> list[nodes.Node]:
    """Mark nodes as set from the tables, whose cells the check of the book has held to account."""
    for node in made:
        if isinstance(node, nodes.Element):
            node["classes"].append(FROM_TABLES)
    return made


def _names(book: Book, one: Statement) -> str:
    """Return the column that names what a statement speaks of, which need not be said twice."""
    declared = book.tables[one.table].declared
    return declared.says or declared.name
