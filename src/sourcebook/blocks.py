"""The blocks of a MyST text that hold prose: their words, the evidence they cite, their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from sourcebook.heads import YAML_HEAD, mapping, scalars

CELL_END = "\0"
CODE_CELL, GLOSSARY, LIST_TABLE = "code-cell", "glossary", "list-table"
SECOND = "context"
CITING = ("ev", "quote", "value", SECOND)
COUNTING = "count"
WITHOUT_WORDS = re.compile(r"cite(?::\w+)?|eq|eval|footcite(?::\w+)?")
WORDED = {"abbr", "computed", "derived", "dfn", "emphasis", "guilabel", "index", "inferred", "kbd"}
WORDED |= {"menuselection", "samp", "strong", "sub", "subscript", "sup", "superscript", "term"}
WITHOUT_PROSE = {
    *("bibliography", "code", "code-block", "contents", "csv-filter", "literalinclude", "math"),
    *("about", "mermaid", "quotation", "raw", "source", "sourcecode"),
}
NO_WORDS_AS_ARGUMENT = {"figure", "grid", "image", "include", "only", "button-link", "button-ref"}
WORDY_OPTIONS = ("alt", "caption", "footer", "header", "title")
CELL_WORDS = (
    ("mystnb", "figure", "caption"),
    ("mystnb", "markdown_format", "caption"),
    ("mystnb", "image", "alt"),
)
DIRECTIVE = re.compile(r"\{(?P<name>[\w:.+-]+)\}[ \t]*(?P<title>.*)", re.DOTALL)
OPTION = re.compile(r":(?P<name>[\w-]+):[ \t]*(?P<value>.*)")
COMMENT_END = "-->"
COMMENT_OR_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
DEEPEST = 30


@dataclass(frozen=True)
class Mark:
    """A place in a block's text at which ``role`` stands; ``names`` is what it was given."""

    at: int
    role: str
    names: str


@dataclass(frozen=True)
class Block:
    """A piece of prose: its words without markup, its marks, and its line, from 1.

    A line break in the text is one in the file; cells of a table row end in ``CELL_END``.
    ``beside`` holds marks that serve the block from next to it, as a caption's serve a picture.
    """

    text: str
    marks: tuple[Mark, ...]
    line: int
    beside: tuple[Mark, ...] = ()

    @cached_property
    def citing(self) -> list[Mark]:
        """Return the marks that cite evidence."""
        return [mark for mark in self.marks if mark.role in CITING]

    @cached_property
    def feet(self) -> list[int]:
        """Return the place of the last letter or sign before each mark that cites evidence."""
        feet, foot, last = [], 0, 0
        for mark in self.citing:
            words = self.text[last : mark.at].rstrip()
            foot = last + len(words) - 1 if words else foot
            last = mark.at
            feet.append(foot)
        return feet

    def line_at(self, at: int) -> int:
        """Return the line of a place in the text."""
        return self.line + self.text.count("\n", 0, at)


def blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a MyST text in order."""
    yield from (block for block in _blocks(text, 1) if block.text.strip() or block.marks)


def front_matter(text: str) -> dict[str, object]:
    """Return the front matter of a MyST text; empty if it has none, or none that is a mapping."""
    return mapping(text)


def glossary_terms(text: str) -> Iterator[str]:
    """Yield the terms that the glossaries of a MyST text define."""
    yield from _terms(text, 0)


def joined(parts: Sequence[Block], end: str = CELL_END) -> Block:
    """Return several blocks as one, each ending in ``end``: the cells of a table's row."""
    text, marks, line = "", [], parts[0].line if parts else 1
    at = line
    for part in parts:
        text += "\n" * max(0, part.line - at)
        marks += [replace(mark, at=mark.at + len(text)) for mark in part.marks]
        text += part.text + end
        at = max(at, part.line) + part.text.count("\n") + end.count("\n")
    return Block(text, tuple(marks), line)


def _terms(text: str, depth: int) -> Iterator[str]:
    for name, _, body, _ in _directives(text, 1):
        if name.endswith(GLOSSARY):
            yield from (term for term, _, _ in _entries(body))
        elif depth < DEEPEST:
            yield from _terms("\n".join(body), depth + 1)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    for plugin in (front_matter_plugin, myst_block_plugin, myst_role_plugin, colon_fence_plugin):
        parser.use(plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    parser.use(deflist_plugin).use(fieldlist_plugin)
    return parser.use(attrs_plugin, after=("image", "code_inline", "link_close", "span_end"))


def _blocks(text: str, first: int, depth: int = 0) -> Iterator[Block]:
    row: list[Block] | None = None
    for token in _parser().parse(text):
        line = first + (token.map[0] if token.map else 0)
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield joined(row)
            row = None
        elif token.type in ("inline", "fieldlist_name"):
            block = _inline(token.children or [], line)
            if row is None:
                yield block
            else:
                row.append(block)
        elif token.type in ("fence", "colon_fence"):
            yield from _directive(token, line, depth + 1)
        elif token.type == "html_block":
            yield Block(_without_tags(token.content), (), line)


def _directives(text: str, first: int) -> Iterator[tuple[str, str, list[str], int]]:
    for token in _parser().parse(text):
        if token.type in ("fence", "colon_fence") and (
            match := DIRECTIVE.match(token.info.strip())
        ):
            line = first + (token.map[0] if token.map else 0)
            yield match["name"], match["title"], token.content.split("\n"), line


def _directive(token: Token, line: int, depth: int) -> Iterator[Block]:
    match = DIRECTIVE.match(token.info.strip())
    if not match or match["name"] in WITHOUT_PROSE:
        return
    if depth > DEEPEST:
        yield Block(token.content, (), line + 1)
        return
    name, title = match["name"], match["title"]
    options, body, at = _split(token.content, line + 1)
    if name == CODE_CELL:
        yield from _of_cell(token.content, line + 1)
        return
    below = list(_body(name, body, at, depth)) if name != "toctree" else []
    beside = tuple(mark for block in below for mark in block.marks)
    if title and name not in NO_WORDS_AS_ARGUMENT:
        yield from _blocks(title, line, depth)
    for words, where in options:
        yield from (replace(block, beside=beside) for block in _blocks(words, where, depth))
    yield from below


def _split(content: str, line: int) -> tuple[list[tuple[str, int]], list[str], int]:
    """Return the wordy options of a directive, its body's lines, and the line they begin on."""
    if head := YAML_HEAD.match(content):
        body = content[head.end() :].split("\n")
        keys = [(key,) for key in WORDY_OPTIONS]
        found = list(scalars(head["yaml"], line + 1, keys))
        return found, body, line + head[0].count("\n")
    body, options, at = content.split("\n"), [], 0
    while at < len(body) and (option := OPTION.match(body[at])):
        words, where = [option["value"]], line + at
        at += 1
        while at < len(body) and re.match(r"[ \t]+\S", body[at]):
            words.append(body[at].strip())
            at += 1
        if option["name"] in WORDY_OPTIONS:
            options.append(("\n".join(words), where))
    return options, body[at:], line + at


def _body(name: str, body: list[str], line: int, depth: int) -> Iterator[Block]:
    if name.endswith(GLOSSARY):
        for term, definition, at in _entries(body):
            yield from _blocks(term, line + at, depth)
            yield from _blocks("\n".join(definition), line + at + 1, depth)
    elif name == LIST_TABLE:
        yield from _rows("\n".join(body), line)
    else:
        yield from _blocks("\n".join(body), line, depth)


def _rows(text: str, first: int) -> Iterator[Block]:
    cells: list[Block] = []
    for token in _parser().parse(text):
        if token.type == "list_item_open" and token.level == 1 and cells:
            yield joined(cells)
            cells = []
        if token.type == "inline":
            cells.append(_inline(token.children or [], first + (token.map or [0])[0]))
    if cells:
        yield joined(cells)


def _entries(body: list[str]) -> Iterator[tuple[str, list[str], int]]:
    """Yield each term of a glossary with the lines of its definition and its place."""
    starts = [at for at, line in enumerate(body) if line[:1].strip()]
    for at, end in pairwise([*starts, len(body)]):
        if not OPTION.match(body[at]):
            yield body[at], [line.strip() for line in body[at + 1 : end]], at


def _of_cell(content: str, line: int) -> Iterator[Block]:
    head = YAML_HEAD.match(content)
    found: list[Block] = []
    for words, at in scalars(head["yaml"], line + 1, CELL_WORDS) if head else ():
        found += _blocks(words, at)
    marks = tuple(mark for block in found for mark in block.marks)
    yield from (block if block.marks else replace(block, beside=marks) for block in found)


def _inline(tokens: Sequence[Token], line: int) -> Block:
    text, marks, silent, opened = "", [], False, ""
    for token in tokens:
        if token.type == "link_open":
            silent, opened = token.info == "auto", str(token.attrGet("title") or "")
        elif token.type == "link_close":
            silent = False
            text += f" ({opened})" if opened else ""
        elif token.type == "myst_role" and token.meta["name"] in (*CITING, COUNTING):
            marks.append(Mark(len(text), token.meta["name"], token.content))
        elif not silent:
            text += _words(token)
    return Block(text, tuple(marks), line)


def _words(token: Token) -> str:
    match token.type:
        case "text" | "text_special":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "image":
            return f"{token.content} {token.attrGet('title') or ''}"
        case "myst_role":
            return _words_of_role(token.meta["name"], token.content)
    return ""


def _words_of_role(name: str, content: str) -> str:
    if WITHOUT_WORDS.fullmatch(name):
        return ""
    words, opened, target = content.rstrip().rpartition("<")
    if opened and target.endswith(">") and target.count(">") == 1:
        return words.rstrip()
    return content if name in WORDED else ""


def _without_tags(html: str) -> str:
    """Return the words of HTML; only up to the last end of a comment can there be comments."""
    head, end, tail = html.rpartition(COMMENT_END)
    return COMMENT_OR_TAG.sub(_blank, head + end) + TAG.sub(_blank, tail)


def _blank(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n") or " "
