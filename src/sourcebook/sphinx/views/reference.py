"""The reference of the engine, from its own declarations, and examples that show what they give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sourcebook.problems import Problem, did_you_mean
from sourcebook.sphinx.markers.marker import gap
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.nodes import FROM_TABLES, Marker, Mention
from sourcebook.sphinx.views import declared

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.sphinx.views.declared import Entry

TOPICS = {
    "roles": declared.roles,
    "directives": declared.directives,
    "settings": declared.settings,
    "tables": declared.tables,
    "checks": declared.checks,
    "commands": declared.commands,
    "functions": declared.functions,
}
CODE = re.compile(r"``(.+?)``")
APOSTROPHE = re.compile(r"(?<=\w)'")


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("reference", ReferenceDirective)
    app.add_directive("live", LiveDirective)


class ReferenceDirective(SphinxDirective):
    """```{reference} topic```: all that the engine declares of a topic, such as its roles."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return a list of entries, in sections where the topic has several."""
        topic = self.arguments[0]
        if topic not in TOPICS:
            return gap(self, topic, "reference", no_topic(topic).words)
        made: list[nodes.Node] = []
        for title, entries in TOPICS[topic](self.env._app).items():
            items = [self.item(topic, one) for one in entries]
            listed = nodes.definition_list("", *items, classes=["reference", FROM_TABLES])
            made.append(self.section(title, listed) if title else listed)
        return made

    def section(self, title: str, listed: nodes.definition_list) -> nodes.section:
        """Return a part of a topic under its title."""
        made = nodes.section("", nodes.title("", title), listed, classes=[FROM_TABLES])
        made["names"] = [title]
        self.state.document.note_explicit_target(made)
        return made

    def item(self, topic: str, one: Entry) -> nodes.definition_list_item:
        """Return an entry; warn of one that says nothing of itself."""
        if not (one.form and one.said):
            warn("reference", silent(topic, one).words, self.get_location())
        places = [nodes.make_id(f"{topic}-{name}") for name in one.names]
        term = nodes.term("", "", nodes.literal("", one.form or one.names[0]), ids=places)
        body = [nodes.paragraph("", "", *in_code(text)) for text in one.said]
        if one.names[1:]:
            names = ", ".join(f"``{name}``" for name in one.names)
            body.append(nodes.paragraph("", "", *in_code(f"Names: {names}.")))
        facts = [nodes.paragraph("", "", *in_code(text), classes=["fact"]) for text in one.facts]
        return nodes.definition_list_item("", term, nodes.definition("", *body, *facts))


class LiveDirective(SphinxDirective):
    """```{live}```: its body as it is written, and what it gives, which cites nothing."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the source and the result side by side."""
        text = "\n".join(self.content)
        source = nodes.literal_block(text, text, language="markdown")
        result = nodes.container("", *self.parse_content_to_nodes(), classes=["live-result"])
        for node in (*result.findall(Marker), *result.findall(Mention)):
            node["anchor"] = ""
        return [nodes.container("", source, result, classes=["live"])]


def in_code(text: str) -> list[nodes.Node]:
    """Return words as nodes, what stands in double backticks as code; apostrophes are curly."""
    parts = enumerate(CODE.split(text))
    return [
        nodes.literal("", one) if at % 2 else nodes.Text(APOSTROPHE.sub("’", one))
        for at, one in parts
        if one
    ]


def no_topic(topic: str) -> Problem:
    """Return the problem that the reference has no such topic."""
    return Problem(
        "",
        None,
        "the reference has no such topic",
        f"“{topic}”",
        ", ".join(TOPICS),
        f"correct the topic{did_you_mean(topic, TOPICS)}",
    )


def silent(topic: str, one: Entry) -> Problem:
    """Return the problem that something declared says nothing of itself."""
    return Problem(
        "",
        None,
        f"something in the reference of {topic} does not say what it is",
        f"“{', '.join(one.names)}”",
        "a docstring that begins “{name}`…`: what it gives”, or a description",
        "write it where the code declares it",
    )
