"""The syntax of MyST: its parser, and the parts of a directive with their lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import TypeAlias, TypeVar

import yaml
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, backtick
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.myst_role.index import myst_role

DIRECTIVE = re.compile(r"\{(?P<name>[\w:.+-]+)\}[ \t]*(?P<title>.*)", re.DOTALL)
OPTION = re.compile(r":(?P<name>[\w-]+):[ \t]*(?P<value>.*)")
YAML_HEAD = re.compile(r"---[ \t]*\n(?P<yaml>.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
LINE_BREAKS = "line breaks"
Rule: TypeAlias = "Callable[[StateInline, bool], bool]"
MOST_LEVELS = 18
Parser = TypeVar("Parser", bound=MarkdownIt)
UNREADABLE = (yaml.YAMLError, RecursionError, ValueError)


class Unjudging(MarkdownIt):
    """A parser that makes a link of every address, and leaves it as it is written."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Take every address for one that can be linked to."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        """Leave an address alone."""
        return url


class Judging(Unjudging):
    """A parser that leaves an address as it is written, and remembers if it refused one."""

    refused = False

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Tell whether an address can be linked to, as any other parser tells."""
        taken = MarkdownIt.validateLink(self, MarkdownIt.normalizeLink(self, url))
        self.refused |= not taken
        return taken


def line_breaks(token: Token) -> int:
    """Return how many line breaks stand within a role or a piece of code."""
    found: int = token.meta.get(LINE_BREAKS, 0)
    return found


def parse(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text, to be left alone: all that ask share them."""
    return _parse(text)[0]


def parse_links(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text in which every address makes a link; to be left alone."""
    tokens, refused = _parse(text)
    return tuple(_parser(Unjudging).parse(text)) if refused else tokens


def directive(token: Token) -> re.Match[str] | None:
    """Return the ``name`` and the ``title`` of the directive that a token is, if it is one."""
    is_fence = token.type in ("fence", "colon_fence")
    return DIRECTIVE.match(token.info.strip()) if is_fence else None


def split(content: str, line: int) -> tuple[list[tuple[str, str, int]], list[str], int]:
    """Return a directive's options, each with its line, its body's lines, and where they begin."""
    if head := YAML_HEAD.match(content):
        body = content[head.end() :].split("\n")
        return list(_scalars(head["yaml"], line + 1)), body, line + head[0].count("\n")
    body, options, at = content.split("\n"), [], 0
    while at < len(body) and (option := OPTION.match(body[at])):
        words, where = [option["value"]], line + at
        at += 1
        while at < len(body) and re.match(r"[ \t]+\S", body[at]):
            words.append(body[at].strip())
            at += 1
        options.append((option["name"], "\n".join(words), where))
    return options, body[at:], line + at


@lru_cache(maxsize=1024)
def compose(text: str) -> yaml.Node | None:
    """Return YAML as nodes with their places, to be left alone; nothing for what is not YAML."""
    try:
        return yaml.compose(text)
    except UNREADABLE:
        return None


def place(node: yaml.Node, line: int) -> int:
    """Return the line on which a scalar's words begin, in YAML that begins on ``line``."""
    return line + int(node.start_mark.line) + (1 if getattr(node, "style", "") in ("|", ">") else 0)


def _noting_breaks(rule: Rule) -> Rule:
    """Return a rule of the parser that keeps in its token the line breaks that it makes spaces."""

    def noting(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if len(state.tokens) > known:
            state.tokens[-1].meta[LINE_BREAKS] = state.src.count("\n", start, state.pos)
        return matched

    return noting


@lru_cache(maxsize=1024)
def _parse(text: str) -> tuple[tuple[Token, ...], bool]:
    """Return the tokens of a text, and whether an address in it was refused."""
    parser = _parser(Judging)
    parser.refused = False
    return tuple(parser.parse(text)), parser.refused


@cache
def _parser(kind: type[Parser]) -> Parser:
    """Return a parser of pages' MyST that reads a little deeper than any page may go."""
    parser = kind("commonmark")
    parser.enable("table")
    for plugin in (front_matter_plugin, myst_block_plugin, myst_role_plugin, colon_fence_plugin):
        parser.use(plugin)
    parser.inline.ruler.at("myst_role", _noting_breaks(myst_role))
    parser.inline.ruler.at("backticks", _noting_breaks(backtick))
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.use(deflist_plugin).use(fieldlist_plugin)
    parser.use(attrs_plugin, after=("image", "code_inline", "link_close", "span_end"))
    parser.options["maxNesting"] = MOST_LEVELS
    return parser


def _scalars(text: str, line: int) -> Iterator[tuple[str, str, int]]:
    node = compose(text)
    for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(value, yaml.ScalarNode):
            yield str(name.value), value.value, place(value, line)
