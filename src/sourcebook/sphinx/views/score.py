"""The directive {score}: how many mutants of the book its checks notice, from the file of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sourcebook.data.safe_paths import fault_of_file
from sourcebook.problems import Problem
from sourcebook.show.score import read_score, shown
from sourcebook.sphinx.markers.marker import gap
from sourcebook.sphinx.nodes import FROM_TABLES

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("score", ScoreDirective)


class ScoreDirective(SphinxDirective):
    """```{score} file```: what the checks notice, and some that they do not, from a file of all."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a table of all kinds, and one of examples for each; or a visible gap."""
        name, path = self.env.relfn2path(self.arguments[0])
        self.env.note_dependency(name)
        try:
            if reason := fault_of_file(Path(self.env.srcdir), "", Path(path)):
                raise ValueError(reason)
            tables = [*shown(read_score(Path(path)))]
        except (OSError, ValueError) as error:
            return gap(self, self.arguments[0], "file", _unreadable(name, str(error)).words)
        made = [one for each in tables for one in self.parse_text_to_nodes(each.text)]
        return [nodes.container("", *made, classes=[FROM_TABLES])]


def _unreadable(name: str, reason: str) -> Problem:
    return Problem(
        name,
        None,
        "the score cannot be read",
        reason,
        "a file that the measuring of the checks has written",
        "measure the checks again, or correct the name",
    )
