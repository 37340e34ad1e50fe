"""Characters that HTML and XML may not hold: words stand in for them on pages and in titles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sourcebook.text.characters import CONTROL, stand_in, without_controls

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

AFTER_ALL_WORDS_ARE_THERE = 960


class StandIns(SphinxPostTransform):
    """Set words apart in place of each control character of the page that is being written."""

    default_priority = AFTER_ALL_WORDS_ARE_THERE
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Look at every piece of text."""
        replace(self.document)


def setup(app: Sphinx) -> None:
    """Look at pages, at their titles, and at whatever else a template puts on them."""
    app.add_post_transform(StandIns)
    app.connect("env-updated", clean_titles)
    app.connect("builder-inited", clean_templates)


def replace(node: nodes.Element) -> None:
    """Replace each control character in the text of a node by words."""
    for text in list(node.findall(nodes.Text)):
        if not CONTROL.search(text):
            continue
        if isinstance(text.parent, nodes.raw | nodes.literal_block | nodes.literal | nodes.title):
            text.parent.replace(text, nodes.Text(without_controls(text)))
        else:
            text.parent.replace(text, _pieces(text))


def clean_titles(_: Sphinx, env: BuildEnvironment) -> None:
    """Replace control characters in what the tables of contents show."""
    for titles in (env.titles, env.longtitles, env.tocs):
        for one in titles.values():
            replace(one)


def clean_templates(app: Sphinx) -> None:
    """Have no control character leave a template, whichever attribute or script it stands in."""
    templates = getattr(app.builder, "templates", None)
    if templates is not None:
        templates.render = _cleaned(templates.render)


def _cleaned(render: Callable[..., str]) -> Callable[..., str]:
    return lambda *given, **named: without_controls(render(*given, **named))


def _pieces(text: str) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    at = 0
    for match in CONTROL.finditer(text):
        before = text[at : match.start()]
        found += [nodes.Text(before)] if before else []
        found.append(nodes.inline("", stand_in(match[0]), classes=["unseen"]))
        at = match.end()
    return [*found, nodes.Text(text[at:])] if text[at:] else found
