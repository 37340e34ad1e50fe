"""Markdown that a notebook puts out: nested too deep it is left out, and links are looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from markdown_it import MarkdownIt
from myst_nb.core.render import MimeData, MimeRenderPlugin, NbElementRenderer, load_mime_renders

from sourcebook.pages import nesting
from sourcebook.pages.links import unsafe_links
from sourcebook.pages.written import read_written
from sourcebook.sphinx.lines import fence
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.prose import links

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

MARKDOWN = "text/markdown"
NOTICE = "This is left out: its parts stand too deep within one another."


class OutputRenderer(MimeRenderPlugin):  # type: ignore[misc]
    """Puts a notice in place of what is nested too deep, and tells of unsafe links in the rest."""

    @staticmethod
    def handle_mime(
        renderer: NbElementRenderer, data: MimeData, inline: bool
    ) -> list[nodes.Element] | None:
        """Return the notice, or leave the Markdown to MyST-NB."""
        if data.mime_type != MARKDOWN:
            return None
        env = renderer.renderer.sphinx_env
        lines = read_written(Path(env.doc2path(env.docname))).splitlines()
        line = fence(data.line or 1, lines)
        if nesting.too_deep(data.string) is None:
            for address, _, reason in unsafe_links(data.string):
                if not MarkdownIt().validateLink(address):
                    links.tell(env, address, reason, line)
            return None
        tell(env, line)
        return [nodes.inline("", NOTICE) if inline else nodes.paragraph("", NOTICE)]


def setup(_: Sphinx) -> None:
    """Look at Markdown before MyST-NB does."""
    if OutputRenderer not in load_mime_renders():
        load_mime_renders().append(OutputRenderer)


def tell(env: BuildEnvironment, line: int) -> None:
    """Warn of the page being read."""
    warn("nesting", nesting.problem("", 1).words, (env.docname, line))
