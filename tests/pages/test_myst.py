"""The MyST of pages: directives, their options and their bodies."""

from __future__ import annotations

import yaml

from sourcebook.pages.myst import compose, directive, parse, place, split


def test_a_directive_has_a_name_and_a_title() -> None:
    token = parse("```{figure} lamp.svg\n:alt: A lamp\n\nWords.\n```")[0]
    match = directive(token)
    assert match is not None
    assert (match["name"], match["title"]) == ("figure", "lamp.svg")
    assert split(token.content, 1) == ([("alt", "A lamp", 1)], ["", "Words.", ""], 2)


def test_code_is_no_directive() -> None:
    assert directive(parse("```python\n{figure}\n```")[0]) is None


def test_yaml_gives_its_places_or_nothing() -> None:
    node = compose("alt: A lamp\nname: lamp\n")
    assert isinstance(node, yaml.MappingNode)
    assert [place(value, 5) for _, value in node.value] == [5, 6]
    assert compose("a: [") is None
