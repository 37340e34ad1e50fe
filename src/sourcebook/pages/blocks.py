"""The blocks of a MyST text that hold prose: their words, the evidence they cite, their lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import yaml
from markdown_it.token import Token

from sourcebook.pages.block import (
    ANSWER,
    CITING,
    COUNTING,
    QUOTATION,
    SUBJECTS,
    Block,
    Mark,
    joined,
)
from sourcebook.pages.html import words_of_html
from sourcebook.pages.literals import rows_of_csv, scalars
from sourcebook.pages.myst import (
    OPTION,
    UNREADABLE,
    YAML_HEAD,
    directive,
    line_breaks,
    parse,
    split,
)
from sourcebook.pages.nesting import too_deep
from sourcebook.pages.roles import words_of_math, words_of_role

CODE_CELL, GLOSSARY, LIST_TABLE, CSV_TABLE = "code-cell", "glossary", "list-table", "csv-table"
ANSWERED = re.compile(r"<!--\s*sure:\s*(.*?)\s*-->", re.DOTALL)
WITHOUT_PROSE = {
    *("bibliography", "code", "code-block", "contents", "csv-filter", "literalinclude"),
    *("about", QUOTATION, "source", "sourcecode"),
}
NO_WORDS_AS_ARGUMENT = {"figure", "grid", "image", "include", "only", "button-link", "button-ref"}
NO_WORDS_AS_ARGUMENT |= {"raw", *WITHOUT_PROSE}
WORDY_OPTIONS = ("alt", "caption", "footer", "header", "img-alt", "title")
SET_APART = {"epigraph", "highlights", "pull-quote"}
TITLED = re.compile(r"(.*\S)[ \t]*<[^<>]*>[ \t]*")
DESCRIBED = (("myst", "substitutions"), ("myst", "html_meta"), ("html_meta",), ("substitutions",))
CELL_WORDS = (
    ("mystnb", "figure", "caption"),
    ("mystnb", "markdown_format", "caption"),
    ("mystnb", "image", "alt"),
)


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


def _as_apart(found: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks of a quotation that is set apart; its marks serve all of them."""
    marks = tuple(mark for block in found for mark in block.marks)
    for block in found:
        beside = (*block.beside, *(() if block.marks else marks))
        yield replace(block, beside=beside, apart=True)


def _blocks(text: str, first: int) -> Iterator[Block]:
    tokens, at = parse(text), 0
    for start, end in _set_apart(tokens):
        yield from _of_tokens(tokens[at:start], first)
        yield from _as_apart([*_of_tokens(tokens[start:end], first)])
        at = end
    yield from _of_tokens(tokens[at:], first)


def _set_apart(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where the outermost quotations that are set apart begin and end."""
    depth, start = 0, 0
    for at, token in enumerate(tokens):
        if token.type == "blockquote_open":
            start = start if depth else at
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
            if not depth:
                yield start, at + 1


def _of_tokens(tokens: Sequence[Token], first: int) -> Iterator[Block]:
    row: list[Block] | None = None
    level = 0
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            level = int(token.tag[1:]) if token.nesting == 1 else 0
        found: Iterable[Block] = _of_token(token, first + (token.map[0] if token.map else 0))
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield joined(row)
            row = None
        elif row is None:
            yield from (replace(one, level=level) for one in found) if level else found
        else:
            row += found


def _of_token(token: Token, line: int) -> Iterator[Block]:
    match token.type:
        case "inline" | "fieldlist_name":
            yield _inline(token.children or [], line)
        case "fence" | "colon_fence":
            yield from _directive(token, line)
        case "html_block":
            yield Block(words_of_html(token.content), (), line)
        case "front_matter":
            for words, at in scalars(token.content, line + 1, DESCRIBED):
                yield from _blocks(words, at)


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
    if match and match["name"] in (QUOTATION, *SUBJECTS):
        yield Block("", (Mark(0, match["name"], match["title"]),), line)
    if not match:
        return
    name, title = match["name"], match["title"]
    options, body, at = split(token.content, line + 1)
    if name == CODE_CELL:
        yield from _of_cell(token.content, line + 1)
        return
    below = list(_body(name, body, at))
    beside = tuple(mark for block in below for mark in block.marks)
    if title and name not in NO_WORDS_AS_ARGUMENT:
        yield from _blocks(title, line)
    for option, words, where in options:
        if option == "header" and name == CSV_TABLE:
            yield from csv_rows(words, where)
        elif option in WORDY_OPTIONS:
            yield from (replace(block, beside=beside) for block in _blocks(words, where))
    yield from below


def _body(name: str, body: list[str], line: int) -> Iterator[Block]:
    kind = GLOSSARY if name.endswith(GLOSSARY) else name
    if kind not in WITHOUT_PROSE:
        yield from BODIES.get(kind, _blocks)("\n".join(body), line)


def _of_glossary(text: str, line: int) -> Iterator[Block]:
    for term, definition, at in _entries(text.split("\n")):
        yield from _blocks(term, line + at)
        yield from _blocks("\n".join(definition), line + at + 1)


def _titles(text: str, line: int) -> Iterator[Block]:
    """Yield the titles that a table of contents gives pages of its own accord."""
    for at, entry in enumerate(text.split("\n")):
        if titled := TITLED.fullmatch(entry):
            yield Block(titled[1], (), line + at)


def csv_rows(text: str, line: int) -> Iterator[Block]:
    """Yield the rows of a table that is written as CSV."""
    for row, at in rows_of_csv(text, line):
        cells = (joined([*_blocks(cell, at)], " ") for cell in row)
        yield joined([replace(cell, line=at) for cell in cells])


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
    for words, at in scalars(head["yaml"], line + 1, CELL_WORDS) if head else ():
        found += _blocks(words, at)
    marks = tuple(mark for block in found for mark in block.marks)
    yield from (block if block.marks else replace(block, beside=marks) for block in found)


def _inline(tokens: Sequence[Token], line: int) -> Block:
    text, silent, opened = "", False, ""
    marks: list[Mark] = []
    roles: list[Mark] = []
    for token in tokens:
        if token.type == "link_open":
            silent, opened = token.info == "auto", str(token.attrGet("title") or "")
        elif token.type == "link_close":
            silent = False
            text += f" ({opened})" if opened else ""
        elif token.type == "myst_role" and token.meta["name"] in (*CITING, COUNTING):
            marks.append(Mark(len(text), token.meta["name"], token.content))
        elif token.type == "html_inline" and (match := ANSWERED.fullmatch(token.content)):
            marks.append(Mark(len(text), ANSWER, match[1]))
        elif not silent:
            words = _words(token)
            if token.type == "myst_role" and not words:
                roles.append(Mark(len(text), token.meta["name"], token.content))
            text += words
        text += "\n" * line_breaks(token)
    return Block(text, tuple(marks), line, (), tuple(roles))


def _words(token: Token) -> str:
    match token.type:
        case "text" | "text_special":
            return token.content
        case "softbreak" | "hardbreak":
            return "\n"
        case "image":
            return f"{token.content} {token.attrGet('title') or ''}"
        case "myst_role":
            return words_of_role(token.meta["name"], token.content)
        case "html_inline":
            return words_of_html(token.content).strip(" \n")
    return ""


BODIES: dict[str, Callable[[str, int], Iterator[Block]]] = {
    GLOSSARY: _of_glossary,
    LIST_TABLE: _rows,
    CSV_TABLE: csv_rows,
    "toctree": _titles,
    "raw": lambda text, line: iter([Block(words_of_html(text), (), line)]),
    "math": lambda text, line: iter([Block(words_of_math(text), (), line)]),
    **dict.fromkeys(SET_APART, lambda text, line: _as_apart([*_blocks(text, line)])),
}
