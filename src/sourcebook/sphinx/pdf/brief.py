"""The brief: the first of its pages whole, of each other what stands before its first section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.environment import BuildEnvironment

NAME = "brief"
SIZE, TALLEST = "9.8pt", 0.35
SAID = "A number such as E17 is that of a quotation among the evidence of the whole book."


def pages_of(env: BuildEnvironment) -> list[str]:
    """Return the names of the pages of the brief; raises ``ConfigError`` for one that is not."""
    named = [one for one in env.config.sourcebook_brief if one]
    for one in named:
        if one not in env.all_docs:
            raise ConfigError(
                f"sourcebook_brief: no page is named “{one}”\n"
                "    expected: the name of a page without its ending, such as docs/index\n"
                "    do:       correct its name in conf.py"
            )
    return named


def shortened(documents: Iterable[nodes.document]) -> None:
    """Take from every page but the first all that stands below a heading of its own."""
    for document in list(documents)[1:]:
        for top in document.findall(nodes.section):
            for one in [one for one in top.children if isinstance(one, nodes.section)]:
                top.remove(one)
