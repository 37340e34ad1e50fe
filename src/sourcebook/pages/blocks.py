"""The blocks of a MyST text that hold prose: their words, the evidence they cite, their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

import yaml
from markdown_it.token import Token

from sourcebook.pages.myst import (
    OPTION,
    UNREADABLE,
    YAML_HEAD,
    compose,
    directive,
    line_breaks,
    parse,
    place,
    split,
)
from sourcebook.pages.nesting import too_deep
from sourcebook.text.sentences import CELL_END

CODE_CELL, GLOSSARY, LIST_TABLE = "code-cell", "glossary", "list-table"
SECOND, QUOTATION, VALUE = "context", "quotation", "value"
CITING = ("ev", "quote", VALUE, SECOND)
COUNTING = "count"
WITHOUT_WORDS = re.compile(r"cite(?::\w+)?|eq|eval|footcite(?::\w+)?")
WORDED = {"abbr", "computed", "derived", "dfn", "emphasis", "guilabel", "index", "inferred", "kbd"}
WORDED |= {"menuselection", "samp", "strong", "sub", "subscript", "sup", "superscript", "term"}
WITHOUT_PROSE = {
    *("bibliography", "code", "code-block", "contents", "csv-filter", "literalinclude", "math"),
    *("about", "mermaid", QUOTATION, "raw", "source", "sourcecode"),
}
NO_WORDS_AS_ARGUMENT = {"figure", "grid", "image", "include", "only", "button-link", "button-ref"}
SET_APART = {"epigraph", "highlights", "pull-quote"}
WORDY_OPTIONS = ("alt", "caption", "footer", "header", "title")
CELL_WORDS = (
    ("mystnb", "figure", "caption"),
    ("mystnb", "markdown_format", "caption"),
    ("mystnb", "image", "alt"),
)
COMMENT_END = "-->"
COMMENT_OR_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Mark:
    """A place in a block's text at which ``role`` stands; ``content`` is what it was given.

    The directive that sets a quotation apart is a mark as well, in a block without words.
    """

    at: int
    role: str
    content: str


@dataclass(frozen=True)
class Block:
    """A piece of prose: its words without markup, its marks, and its line, from 1.

    A line break in the text is one in the file; cells of a table row end in ``CELL_END``.
    ``beside`` holds marks that serve the block from next to it, as a caption's serve a picture.
    ``apart`` tells that it is a block quotation: words set apart, without quotation marks.
    """

    text: str
    marks: tuple[Mark, ...]
    line: int
    beside: tuple[Mark, ...] = ()
    apart: bool = False

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


@lru_cache(maxsize=256)
def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a MyST text in order; none of one whose parts stand too deep."""
    found = _blocks(text, 1) if too_deep(text) is None else ()
    return tuple(block for block in found if block.text.strip() or block.marks)


def front_matter(text: str) -> dict[str, object]:
    """Return the front matter of a MyST text; empty if it has none, or none that is a mapping."""
    match = YAML_HEAD.match(text)
    try:
        read = yaml.safe_load(match["yaml"]) if match else None
    except UNREADABLE:
        return {}
    return read if isinstance(read, dict) else {}


def glossary_terms(text: str) -> Iterator[str]:
    """Yield the terms that the glossaries of a MyST text define."""
    if too_deep(text) is None:
        yield from _terms(text)


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


def _blocks(text: str, first: int) -> Iterator[Block]:
    row: list[Block] | None = None
    depth = 0
    for token in parse(text):
        depth += token.nesting if token.type.startswith("blockquote") else 0
        line = first + (token.map[0] if token.map else 0)
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield joined(row)
            row = None
        elif token.type in ("inline", "fieldlist_name"):
            block = replace(_inline(token.children or [], line), apart=depth > 0)
            if row is None:
                yield block
            else:
                row.append(block)
        elif token.type in ("fence", "colon_fence"):
            yield from _directive(token, line)
        elif token.type == "html_block":
            yield Block(_without_tags(token.content), (), line)


def _terms(text: str) -> Iterator[str]:
    for token in parse(text):
        if match := directive(token):
            body = token.content.split("\n")
            if match["name"].endswith(GLOSSARY):
                yield from (term for term, _, _ in _entries(body))
            else:
                yield from _terms("\n".join(body))


def _directive(token: Token, line: int) -> Iterator[Block]:
    match = directive(token)
    if match and match["name"] == QUOTATION:
        yield Block("", (Mark(0, QUOTATION, match["title"]),), line)
    if not match or match["name"] in WITHOUT_PROSE:
        return
    name, title = match["name"], match["title"]
    options, body, at = split(token.content, line + 1)
    if name == CODE_CELL:
        yield from _of_cell(token.content, line + 1)
        return
    below = list(_body(name, body, at)) if name != "toctree" else []
    beside = tuple(mark for block in below for mark in block.marks)
    if title and name not in NO_WORDS_AS_ARGUMENT:
        yield from _blocks(title, line)
    for option, words, where in options:
        if option in WORDY_OPTIONS:
            yield from (replace(block, beside=beside) for block in _blocks(words, where))
    yield from below


def _body(name: str, body: list[str], line: int) -> Iterator[Block]:
    if name.endswith(GLOSSARY):
        for term, definition, at in _entries(body):
            yield from _blocks(term, line + at)
            yield from _blocks("\n".join(definition), line + at + 1)
    elif name == LIST_TABLE:
        yield from _rows("\n".join(body), line)
    elif name in SET_APART:
        yield from (replace(one, apart=True) for one in _blocks("\n".join(body), line))
    else:
        yield from _blocks("\n".join(body), line)


def _rows(text: str, first: int) -> Iterator[Block]:
    cells: list[Block] = []
    for token in parse(text):
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
    for words, at in _scalars(head["yaml"], line + 1, CELL_WORDS) if head else ():
        found += _blocks(words, at)
    marks = tuple(mark for block in found for mark in block.marks)
    yield from (block if block.marks else replace(block, beside=marks) for block in found)


def _scalars(text: str, line: int, paths: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    node = compose(text)
    for path in paths:
        at: yaml.Node | None = node
        for key in path:
            pairs = at.value if isinstance(at, yaml.MappingNode) else ()
            at = next((value for name, value in pairs if name.value == key), None)
        if isinstance(at, yaml.ScalarNode):
            yield at.value, place(at, line)


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
        text += "\n" * line_breaks(token)
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
