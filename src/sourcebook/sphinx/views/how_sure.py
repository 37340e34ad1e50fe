"""The directive {how-sure}: a list of findings, each weighed by the evidence that it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.analysis.confidence import confidence
from sourcebook.analysis.counts import in_words
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.markers.marker import gap
from sourcebook.sphinx.nodes import FROM_TABLES, Marker
from sourcebook.sphinx.objects.directives import BookDirective
from sourcebook.sphinx.sources.overview import entry, table_of_rows
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.problems import Subtype

COLUMNS = {"Finding": 46, "Independent sources": 14, "Grades": 22, "Confidence": 18}
EXPECTED = "nothing is cited for a finding; expected a marker {ev}`…` beside each item of the list"
REFUSED: tuple[str, Subtype, str] = ("how sure", "evidence", EXPECTED)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("how-sure", HowSureDirective)


class HowSureDirective(BookDirective):
    """```{how-sure} caption```: its body is a list, each item a finding with its markers."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a table of the findings and of how sure each is."""
        body = nodes.container("", *self.parse_content_to_nodes())
        rows = [self.row(item) for item in body.findall(nodes.list_item)]
        if not rows:
            return gap(self, *REFUSED)
        title, messages = self.state.inline_text(self.arguments[0], self.lineno)
        caption = nodes.title(self.arguments[0], "", *title)
        table = table_of_rows(caption, COLUMNS, rows)
        table["classes"].append("how-sure")
        return [table, *messages]

    def row(self, item: nodes.list_item) -> nodes.row:
        """Return a finding with what its evidence weighs, or with a visible gap."""
        known = book_domain(self.env).book.evidence
        cited = [one for node in item.findall(Marker) for one in node["evidence"] if one in known]
        if not cited:
            return nodes.row("", entry(*item.children, *gap(self, *REFUSED)), *_empty())
        found = confidence(book_domain(self.env).book, cited)
        level = _words(f": {found.reason}")
        level.insert(0, nodes.strong("", found.level))
        count, grades = in_words(found.independent), _words(plain("; ".join(found.grades)))
        weighed = (_words(count), grades, level)
        return nodes.row("", entry(*item.children), *(entry(one) for one in weighed))


def _empty() -> list[nodes.entry]:
    return [entry(nodes.paragraph()) for _ in range(len(COLUMNS) - 1)]


def _words(text: str) -> nodes.paragraph:
    return nodes.paragraph("", text, classes=[FROM_TABLES])
