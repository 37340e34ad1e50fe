"""Exports beside the pages: files of the book, a list of them, and what each page states."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from sourcebook.exports import ANNOTATIONS, EXPORTS, PACKAGE, Export, write
from sourcebook.exports.json_ld import claim, quotation, serialise
from sourcebook.sphinx.builds.html import SHOWN
from sourcebook.sphinx.builds.output import WRITTEN
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.prose.marked_words import marked
from sourcebook.sphinx.web import from_page, is_website, site

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from sourcebook.sphinx.builds.output import StampedBuilder
    from sourcebook.sphinx.domain import BookDomain

FOLDER = "exports"
JSON_LD = "application/ld+json"
DESCRIBING = (("alternate", ANNOTATIONS), ("describedby", PACKAGE))


class ExportList(nodes.General, nodes.Element):
    """A place for the list of exports, whose addresses depend on the page and the builder."""


class ExportsDirective(SphinxDirective):
    """```{exports}```: a list of the files for programs, each with its link."""

    def run(self) -> list[nodes.Node]:
        """Return the place for the list."""
        return [ExportList()]


class FillInExports(SphinxPostTransform):
    """Replace each place for the list of exports by the list."""

    default_priority = 5

    def run(self, **_: Any) -> None:
        """Fill in the lists of the page that is being written."""
        builder = self.env._app.builder
        for node in list(self.document.findall(ExportList)):
            items = [self.item(builder, one) for one in EXPORTS]
            node.replace_self([nodes.bullet_list("", *items, classes=["exports"])])

    def item(self, builder: Builder, one: Export) -> nodes.list_item:
        """Return the title of an export and its name, a link where the files are beside it."""
        name: nodes.Element = nodes.literal("", one.name)
        if is_website(builder):
            address = from_page(builder, self.env.docname, f"{FOLDER}/{one.name}")
            name = nodes.reference("", "", name, refuri=address, internal=True)
        title = nodes.Text(f"{one.title}: ")
        return nodes.list_item("", nodes.paragraph("", "", title, name))


def setup(app: Sphinx) -> None:
    """Write the files after the pages, and beside each page what it states."""
    app.add_node(ExportList)
    app.add_directive("exports", ExportsDirective)
    app.add_post_transform(FillInExports)
    app.connect(SHOWN, state)
    app.connect("html-page-context", describe)
    app.connect(WRITTEN, write_exports)


def write_exports(app: Sphinx, builder: StampedBuilder) -> None:
    """Write the exports of a sound book beside the pages of its website."""
    domain = book_domain(app.env)
    if not is_website(builder) or domain.book.problems or builder.carried(FOLDER):
        return
    places = {one.id: one for one in domain.targets() if one.kind == "evidence"}
    top = site(app.config) or ".."
    links = {
        key: f"{top}/{builder.get_target_uri(one.docname)}#{one.anchor}"
        for key, one in places.items()
    }
    write(domain.book, Path(builder.outdir) / FOLDER, links)


def describe(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], doctree: Any
) -> None:
    """Put links to the exports and to the statements of a page into its head."""
    if not is_website(app.builder) or doctree is None:
        return
    found = [
        f'<link rel="{relation}" type="{one.type.replace(chr(34), "&quot;")}" '
        f'href="{from_page(app.builder, pagename, f"{FOLDER}/{one.name}")}" title="{one.title}">'
        for relation, one in DESCRIBING
    ]
    if (stated := statements(app.builder, pagename)).is_file():
        found.append(f'<link rel="alternate" type="{JSON_LD}" href="{stated.name}">')
    context["metatags"] = "\n".join([context.get("metatags", ""), *found])


def statements(builder: Builder, docname: str) -> Path:
    """Return the file beside a page that says for programs what the page states."""
    assert isinstance(builder, StandaloneHTMLBuilder)
    return Path(builder.get_output_path(docname)).with_suffix(".jsonld")


def state(app: Sphinx, docname: str, doctree: nodes.document, remembered: dict[str, Any]) -> None:
    """Write what a page states, if anything, into a file that stays as long as the page does."""
    if is_website(app.builder) and (found := graph(app, docname, doctree)):
        path = statements(app.builder, docname)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(serialise(found, path.with_suffix(".html").name))
        remembered["files"].append(path.relative_to(app.outdir).as_posix())


def graph(app: Sphinx, pagename: str, doctree: nodes.document) -> list[dict[str, Any]]:
    """Return the claims of a page with the quotations they cite, and the quotations it shows."""
    domain, book = book_domain(app.env), book_domain(app.env).book
    said = list(marked(doctree))
    found = [claim(f"#{one.anchor}", one.text, book, one.evidence) for one in said]
    shown = [
        one.id for one in domain.targets() if (one.kind, one.docname) == ("evidence", pagename)
    ]
    cited = [key for one in said for key in one.evidence]
    for key in dict.fromkeys([*shown, *cited]):
        target = domain.target("evidence", key)
        address = place(app, pagename, target.docname, target.anchor) if target else ""
        claims = claims_of(app, domain, pagename, key) if key in shown else []
        found.append(quotation(book, book.cite(key), address, claims))
    return found


def claims_of(app: Sphinx, domain: BookDomain, pagename: str, key: str) -> list[str]:
    """Return the addresses of the claims that cite a piece of evidence."""
    return [place(app, pagename, one.docname, one.anchor) for one in domain.citations(key)]


def place(app: Sphinx, pagename: str, docname: str, anchor: str) -> str:
    """Return the address of a place as seen from a page."""
    if docname == pagename:
        return f"#{anchor}"
    return f"{app.builder.get_relative_uri(pagename, docname)}#{anchor}"
