"""What pages take from one another: links back, and markers that lead nowhere."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from sourcebook.problems import Problem
from sourcebook.sphinx.domain import BookDomain, Citation, Mentioned, book_domain
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.nodes import LINKED_BACK, CitedIn, PageList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    """Check all pages together once they are read, and link back from what they cite."""
    app.connect("env-updated", check_together)
    app.add_post_transform(FillInCitedIn)


def check_together(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of objects shown twice, and of links to objects that no page shows."""
    domain = book_domain(env)
    shown: dict[tuple[str, str, bool], str] = {}
    for target in domain.targets():
        here = f"{env.doc2path(target.docname)}:{target.line}"
        before = shown.setdefault((target.kind, target.id, target.entry), here)
        if before != here and target.kind != "evidence":
            message = f"{target.kind} “{target.id}” is shown here and at {before}; show it once"
            warn("twice", message, here)
    for source, one in sorted(nowhere(domain).items()):
        problem = Problem(
            "",
            None,
            f"a marker leads nowhere: no page shows source “{source}”",
            f"evidence “{one.evidence}”, cited here first",
            "a page that shows its source",
            f"write ```{{source}} {source} on a page",
        )
        warn("nowhere", problem.words, (one.docname, one.line))
    links = [one for one in reversed(domain.mentions()) if one.kind != "evidence"]
    lost = {(at.kind, at.id): at for at in links}
    for (kind, key), at in sorted(lost.items()):
        if not domain.target(kind, key):
            problem = Problem(
                "",
                None,
                f"a link leads nowhere: no page shows {kind} “{key}”",
                "a link to it, here first",
                f"a page that shows it, or lists every {kind}",
                f"write ```{{about}} {kind} {key} or ```{{index-of}} {kind} on a page",
            )
            warn("nowhere", problem.words, (at.docname, at.line))


def nowhere(domain: BookDomain) -> dict[str, Citation]:
    """Return the sources that are cited but shown on no page, each with its first citation."""
    lost: dict[str, Citation] = {}
    for one in domain.citations():
        if not domain.target("evidence", one.evidence):
            lost.setdefault(domain.book.cite(one.evidence).source, one)
    return lost


def title(env: BuildEnvironment, docname: str) -> str:
    """Return the title of a page as text."""
    return env.titles[docname].astext() if docname in env.titles else docname


def in_print(words: str, places: Iterable[Citation | Mentioned]) -> list[nodes.Node]:
    """Return the title of a page with the numbers of the printed pages on which places are."""
    at = [(one.docname, one.anchor) for one in places]
    return [nodes.Text(words), PageList(at=at)]


class FillInCitedIn(SphinxPostTransform):
    """Replace each place for links back by the links."""

    default_priority = 5

    def run(self, **_: Any) -> None:
        """Fill in the links of the page that is being written."""
        domain = book_domain(self.env)
        for node in list(self.document.findall(CitedIn)):
            cited = domain.citations(node["evidence"])
            links = self.links(cited, node["docname"]) if cited else []
            made = [nodes.paragraph("", "", *links, classes=[LINKED_BACK])] if links else []
            node.replace_self(made)

    def links(self, citations: list[Citation], here: str) -> list[nodes.Node]:
        """Return an arrow and a link to each section that cites, page by page.

        What stands above the sections of a page goes by the title of the page.
        """
        found: list[nodes.Node] = [nodes.Text("→ ")]
        for docname, places in groupby(citations, key=lambda one: one.docname):
            found += [nodes.Text("; ")] if len(found) > 1 else []
            if self.env._app.builder.format == "typst":
                found += in_print(title(self.env, docname), list(places))
                continue
            page = title(self.env, docname)
            sections: dict[str, Citation] = {}
            for place in places:
                sections.setdefault(place.section or page, place)
            top = sections.pop(page, None)
            found.append(self.link(here, top, page) if top else nodes.Text(page))
            for at, (section, place) in enumerate(sections.items()):
                found += [nodes.Text(", " if at else ": "), self.link(here, place, section)]
        return found

    def link(self, here: str, place: Citation, words: str) -> nodes.Node:
        """Return a link to one place."""
        inline = nodes.inline("", words)
        builder = self.env._app.builder
        return make_refnode(builder, here, place.docname, place.anchor, inline)
