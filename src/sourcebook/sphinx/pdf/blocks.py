"""Blocks, set for print: headings, paragraphs, lists, quotations, figures, boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

from sourcebook.sphinx.nodes import above
from sourcebook.sphinx.pdf.tables import Tables, Turned
from sourcebook.sphinx.pdf.typst import Code, block, call

if TYPE_CHECKING:
    from collections.abc import Iterable

PARAGRAPHS = (
    "attribution",
    "cited-in",
    "legend",
    "note",
    "prose-exempt",
    "quotation-head",
    "question",
    "reading-grades",
    "reading-nature",
    "reading-source",
    "rubric",
    "variants",
)
CONTAINERS = {
    "context-banner": "banner",
    "context-reference": "passage",
    "object-page": "about",
    "quotation": "passage",
    "reading": "reading",
    "readings": "readings",
    "readings-row": "side-by-side",
    "sidebar": "boxed",
}


class Blocks(Tables):
    """Sets block nodes."""

    def flow(self, children: Iterable[nodes.Node]) -> Code:
        """Return blocks one after the other, each on a line of its own."""
        return block((self.write(child) for child in children), between="\n")

    def marked(self, node: nodes.Node, code: Code) -> Code:
        """Return the code with a place to link to, unless the node's form has it already."""
        if isinstance(node, nodes.section | nodes.figure | nodes.table | nodes.footnote):
            return code
        if isinstance(node, nodes.TextElement) and not isinstance(node, nodes.Inline):
            return code
        return super().marked(node, code)

    def on_document(self, node: nodes.Element) -> Code:
        """Set what stands in it."""
        return self.flow(node.children)

    on_compound = on_definition = on_glossary = on_document
    on_start_of_file = on_legend = on_figure_group = on_document

    def on_section(self, node: nodes.section) -> Code:
        """Set a heading, one level below that of the section around it, and what follows it."""
        depth = sum(isinstance(one, nodes.section) for one in above(node))
        title, *rest = node.children
        place = self.page.places.of(self.page.docname, node)
        head = call(
            "section" if depth else "chapter",
            self.words(title.children),
            title.astext(),
            place,
            self.page.level + depth,
        )
        return Code("\n".join([head.text, *(self.write(one).text for one in rest)]))

    def on_paragraph(self, node: nodes.Element) -> Code:
        """Set a paragraph in the style of its class."""
        places = [call("place", f"{self.page.docname}#{one}") for one in node["ids"][:1]]
        body = block([*places, *(self.write(one) for one in node.children)])
        if not node.astext().strip() and not list(node.findall(nodes.image)):
            return block(places) if places else Code("")
        style = next((name for name in PARAGRAPHS if name in node["classes"]), "")
        return call("styled", style, body) if style else call("par", body)

    def on_rubric(self, node: nodes.Element) -> Code:
        """Set a heading that is not in the contents."""
        return call("styled", "rubric", self.words(node.children))

    def on_attribution(self, node: nodes.Element) -> Code:
        """Set who speaks."""
        return call("styled", "attribution", self.words(node.children))

    def on_title(self, node: nodes.Element) -> Code:
        """Set the title of a box."""
        return call("styled", "rubric", self.words(node.children))

    on_caption = on_term = on_title

    def on_bullet_list(self, node: nodes.Element) -> Code:
        """Set a list; close together where every item is one paragraph."""
        items = [self.item(one) for one in node.children]
        return call("list", *items, tight=_is_tight(node))

    def on_enumerated_list(self, node: nodes.Element) -> Code:
        """Set a numbered list."""
        items = [self.item(one) for one in node.children]
        return call("enum", *items, start=node.get("start", 1), tight=_is_tight(node))

    def item(self, node: nodes.Node) -> Code:
        """Return an item of a list, without a paragraph of its own where it is only one."""
        children = [one for one in node.children if not isinstance(one, nodes.comment)]
        first = children[0] if len(children) == 1 else None
        if isinstance(first, nodes.paragraph):
            return self.words(first.children)
        return self.flow(children)

    def on_definition_list(self, node: nodes.Element) -> Code:
        """Set terms, each with what is said of it."""
        items = []
        for one in node.children:
            terms = [each for each in one.children if isinstance(each, nodes.term)]
            rest = [each for each in one.children if isinstance(each, nodes.definition)]
            named = block(
                Code(f"{place.text}; {self.words(each.children).text}" if place else words.text)
                for each in terms
                for place, words in [(self.place(each), self.words(each.children))]
            )
            items.append(call("entry", named, self.flow(rest)))
        return block(items, between="\n")

    def place(self, node: nodes.Element) -> Code:
        """Return the place of a node, if anything can lead there."""
        name = self.page.places.of(self.page.docname, node)
        return call("place", name) if name else Code("")

    def on_field_list(self, node: nodes.Element) -> Code:
        """Set names and what each holds in two columns."""
        fields = [(self.words(name.children), self.item(body)) for name, body in map(_pair, node)]
        return call("fields", *(one for pair in fields for one in pair))

    def on_block_quote(self, node: nodes.Element) -> Code:
        """Set a quotation apart."""
        return call("quotation", self.flow(node.children))

    def on_literal_block(self, node: nodes.Element) -> Code:
        """Set code as it stands."""
        return call("raw", node.astext(), block=True)

    on_doctest_block = on_math_block = on_literal_block

    def on_line_block(self, node: nodes.Element) -> Code:
        """Set lines that end where they end."""
        lines = [self.write(one) for one in node.children]
        return call("par", block(lines, between="; linebreak(); "))

    def on_line(self, node: nodes.Element) -> Code:
        """Set one line."""
        return self.words(node.children)

    def on_transition(self, node: nodes.Element) -> Code:
        """Set a short rule; footnotes have one of their own."""
        return Code("") if "footnotes" in node["classes"] else call("transition")

    def on_Admonition(self, node: nodes.Element) -> Code:
        """Set a box with its title: its own, or the name of its kind."""
        children = list(node.children)
        own = isinstance(children[0], nodes.title) if children else False
        title = self.words(children.pop(0).children) if own else node.tagname.capitalize()
        return call("boxed", title, self.flow(children))

    on_topic = on_sidebar = on_Admonition

    def on_container(self, node: nodes.Element) -> Code:
        """Set what a container holds in the form of its class."""
        children = node.children
        form = next((CONTAINERS[name] for name in node["classes"] if name in CONTAINERS), "")
        if form == "side-by-side":
            return call(form, *(self.write(one) for one in children))
        return call(form, self.flow(children)) if form else self.flow(children)

    def on_figure(self, node: nodes.figure) -> Code:
        """Set a figure with its number and caption below it."""
        captions = [one for one in node.children if isinstance(one, nodes.caption)]
        rest = [one for one in node.children if one not in captions]
        return self.numbered("figure", node, captions, self.flow(rest), floats=may_float(node))

    def on_footnote(self, _: nodes.Element) -> Code:
        """Set nothing: a footnote is set where it is referred to."""
        return Code("")

    def on_citation(self, node: nodes.Element) -> Code:
        """Set an entry of the bibliography."""
        body = (one for one in node.children if not isinstance(one, nodes.label))
        return call("reference-entry", self.flow(body))


def may_float(figure: nodes.figure) -> bool:
    """Tell whether text may pass by a figure: only where it comes after text of its section.

    None may where pages are turned behind it: nothing would be left to stand with it.
    """
    inside: nodes.Element = figure
    while inside.parent is not None and not isinstance(inside.parent, nodes.section):
        inside = inside.parent
    if inside.parent is None:
        return False
    before = inside.parent[inside.parent.index(inside) - 1]
    turned = any(isinstance(one, Turned) for one in inside.parent.children)
    return isinstance(before, nodes.paragraph | nodes.bullet_list) and not turned


def _pair(node: nodes.Node) -> Any:
    return node.children


def _is_tight(node: nodes.Element) -> bool:
    return all(len(one.children) <= 1 for one in node.children)
