"""The YAML heads of MyST: the front matter of pages, the options of directives and code cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

YAML_HEAD = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
UNREADABLE = (yaml.YAMLError, RecursionError, ValueError)


def mapping(text: str) -> dict[str, object]:
    """Return what the YAML head of a text maps; empty if it has none, or none that is a mapping."""
    match = YAML_HEAD.match(text)
    try:
        read = yaml.safe_load(match["yaml"]) if match else None
    except UNREADABLE:
        return {}
    return read if isinstance(read, dict) else {}


def scalars(text: str, line: int, paths: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    """Yield the texts at paths of keys in YAML that begins on ``line``, each with its line."""
    try:
        node = yaml.compose(text)
    except UNREADABLE:
        return
    for path in paths:
        at: yaml.Node | None = node
        for key in path:
            pairs = at.value if isinstance(at, yaml.MappingNode) else ()
            at = next((value for name, value in pairs if name.value == key), None)
        if isinstance(at, yaml.ScalarNode):
            yield at.value, line + at.start_mark.line + (1 if at.style in ("|", ">") else 0)
