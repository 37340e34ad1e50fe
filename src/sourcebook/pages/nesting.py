"""How deep the parts of a MyST text stand within one another, and where that is too deep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

import yaml
from markdown_it.token import Token

from sourcebook.pages.myst import YAML_HEAD, directive, parse, split
from sourcebook.problems import Problem

DEEPEST = 10
OPENING = re.compile(r"[\[{?:]|-(?!\S)")
BRACKET = re.compile(r"[\[\]]")
PLAIN = ("code-cell", "code-block", "code", "literalinclude", "math", "raw", "sourcecode")


@lru_cache(maxsize=256)
def too_deep(text: str) -> int | None:
    """Return the first line, from 1, on which more than ``DEEPEST`` levels stand, or ``None``.

    Directives, quotations, lists and their items, brackets, emphasis and the parts of YAML count.
    """
    head = YAML_HEAD.match(text)
    if head and _is_too_deep(head["yaml"]):
        return 1
    waiting = [(text, 1, 0)]
    deep: list[int] = []
    while waiting:
        for line, level, body in _levels(*waiting.pop()):
            if level > DEEPEST:
                deep.append(line)
            elif body is not None:
                waiting.append((body, line, level))
    return min(deep, default=None)


def problem(file: str, line: int) -> Problem:
    """Return the problem that a page's parts stand too deep within one another."""
    return Problem(
        file,
        line,
        "parts of the page stand too deep within one another",
        f"more than {DEEPEST} levels of directives, quotations, lists, brackets or emphasis",
        f"at most {DEEPEST} levels; an item of a list counts one more",
        "close what was left open, or say it in parts that stand one after the other",
    )


def _levels(text: str, first: int, depth: int) -> Iterator[tuple[int, int, str | None]]:
    """Yield places of a text with their levels, and the body of each directive."""
    line = first
    for token in parse(text):
        line = first + token.map[0] if token.map else line
        level = depth + token.level
        yield line, level, None
        if token.type == "inline":
            yield line, level + _within(token), None
        elif match := directive(token):
            if match["name"] in PLAIN:
                found = YAML_HEAD.match(token.content)
                if found and _is_too_deep(found["yaml"]):
                    yield line, DEEPEST + 1, None
            else:
                options, body, at = split(token.content, line + 1)
                yield line, level + 1, match["title"]
                yield from ((where, level + 1, words) for _, words, where in options)
                yield at, level + 1, "\n".join(body)


def _within(token: Token) -> int:
    """Return how deep brackets or emphasis go within a paragraph."""
    deepest = max((one.level for one in token.children or ()), default=0)
    brackets = 0
    for one in token.children or ():
        for sign in BRACKET.findall(one.content) if one.type == "text" else ():
            brackets = max(brackets + (sign == "[") - (sign == "]"), 0)
            deepest = max(deepest, brackets)
    return deepest


def _is_too_deep(text: str) -> bool:
    """Tell whether YAML goes too deep; it goes no deeper than it has signs that open a level."""
    if len(OPENING.findall(text)) <= DEEPEST:
        return False
    levels = 0
    with suppress(yaml.YAMLError):
        for event in yaml.parse(text):
            opens = isinstance(event, yaml.CollectionStartEvent)
            levels += opens - isinstance(event, yaml.CollectionEndEvent)
            if levels > DEEPEST:
                return True
    return False
