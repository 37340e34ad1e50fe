"""Where objects are shown: {about} on a page, {related} for a list; where they are mentioned."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from sourcebook.data.objects import find_object, kinds, referring
from sourcebook.problems import BookError
from sourcebook.sphinx.backlinks import in_print, title
from sourcebook.sphinx.domain import Target, anchor, book_domain
from sourcebook.sphinx.markers.marker import gap, marker
from sourcebook.sphinx.nodes import LINKED_BACK, MentionedOn
from sourcebook.sphinx.objects.roles import mention
from sourcebook.sphinx.words import plain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.objects import Object
    from sourcebook.sphinx.domain import Mentioned


def setup(app: Sphinx) -> None:
    """Register the directives, and what fills in their links back."""
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.add_post_transform(FillInMentionedOn)


class BookDirective(SphinxDirective):
    """A directive about objects of the book; a word that names nothing leaves a visible gap."""

    def note(self, one: Object, entry: bool) -> nodes.target:
        """Note that the page shows an object, and return its place."""
        place = anchor(f"{'entry-' if entry else ''}{one.kind}", one.id)
        line = self.get_source_info()[1]
        target = Target(one.kind, one.id, plain(one.name), self.env.docname, place, line, entry)
        book_domain(self.env).note_target(target)
        return nodes.target("", "", ids=[place])

    def gap(self, word: str, error: BookError) -> list[nodes.Node]:
        """Return what stands where a word names nothing in the book."""
        return gap(self, word, "object", error.problems[0].words)


class AboutDirective(BookDirective):
    """```{about} kind id```: this page, or this part of it, is about an object."""

    required_arguments = 2
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {"with": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return a line that says what it is, what refers to it, and where it is mentioned."""
        book, (kind, key) = book_domain(self.env).book, self.arguments
        lines: list[nodes.Node] = []
        try:
            one = find_object(book, kind, key)
            for wanted in self.options.get("with", "").split():
                lines += self.related(one, wanted)
        except BookError as error:
            return self.gap(key, error)
        said = [*([f"also {', '.join(one.variants)}"] if one.variants else []), one.line]
        text = " · ".join(plain(part) for part in (kind, *said) if part)
        head = nodes.paragraph("", "", self.note(one, entry=False), nodes.Text(text))
        if one.evidence:
            cited = [book.evidence[key] for key in one.evidence]
            head += [nodes.Text(" "), marker(self.env, book, cited, silent=True)]
        back = MentionedOn(kind=kind, key=key, docname=self.env.docname)
        return [nodes.container("", head, *lines, back, classes=["object-page"])]

    def related(self, one: Object, wanted: str) -> list[nodes.Node]:
        """Return a line of links to the objects of a kind that refer to this one."""
        book = book_domain(self.env).book
        found = list(referring(book, one.kind, one.id, wanted))
        plural = kinds(book)[wanted].title
        line = nodes.paragraph("", f"{plural}: ")
        for at, other in enumerate(found):
            line += [nodes.Text(" · ")] if at else []
            line += mention(self.env, other.kind, other.id, other.name)
        return [line] if found else []


class RelatedDirective(BookDirective):
    """```{related} wanted kind id```: the objects of kind ``wanted`` that refer to an object."""

    required_arguments = 3

    def run(self) -> list[nodes.Node]:
        """Return a list of links; none where nothing refers to the object."""
        book, (wanted, kind, key) = book_domain(self.env).book, self.arguments
        try:
            one = find_object(book, kind, key)
            found = list(referring(book, one.kind, one.id, wanted))
        except BookError as error:
            return self.gap(key, error)
        links = (mention(self.env, other.kind, other.id, other.name) for other in found)
        items = (nodes.list_item("", nodes.paragraph("", "", *link)) for link in links)
        return [nodes.bullet_list("", *items, classes=["related"])] if found else []


DIRECTIVES = {"about": AboutDirective, "related": RelatedDirective}


class FillInMentionedOn(SphinxPostTransform):
    """Replace each place for links to the pages that mention an object by the links."""

    default_priority = 5

    def run(self, **_: Any) -> None:
        """Fill in the links of the page that is being written."""
        domain = book_domain(self.env)
        for node in list(self.document.findall(MentionedOn)):
            found = [one for one in domain.mentions(node["kind"], node["key"]) if one.anchor]
            found = [one for one in found if one.docname != node["docname"]]
            links = self.links(found, node["docname"])
            line = nodes.paragraph("", "", *links, classes=[LINKED_BACK])
            node.replace_self([line] if found else [])

    def links(self, found: list[Mentioned], here: str) -> list[nodes.Node]:
        """Return “Mentioned on: ” with a link to the first place of each page."""
        made: list[nodes.Node] = [nodes.Text("Mentioned on: ")]
        for docname, places in groupby(found, key=lambda one: one.docname):
            words = nodes.inline("", title(self.env, docname))
            made += [nodes.Text("; ")] if len(made) > 1 else []
            builder = self.env._app.builder
            if builder.format == "typst":
                made += in_print(title(self.env, docname), places)
                continue
            made.append(make_refnode(builder, here, docname, next(places).anchor, words))
        return made
