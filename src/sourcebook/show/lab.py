"""MyST as HTML for a notebook’s own window: tables, names, and markers that open their words."""

from __future__ import annotations

import re
from collections.abc import MutableMapping, Sequence
from functools import cache
from html import escape
from typing import Any

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markdown_it.utils import OptionsDict

from sourcebook.data.book import Book
from sourcebook.data.cells import cell_at
from sourcebook.data.contract import SOURCES
from sourcebook.data.objects import find_object, kinds
from sourcebook.pages.myst import directive, parse, split
from sourcebook.pages.roles import words_of_role
from sourcebook.problems import BookError

ADDRESS = "row"
KEPT = {"alt", "href", "src", "start", "title"}
TARGET = re.compile(r"(?P<words>.*?)\s*<(?P<key>[^<>]*)>\s*", re.DOTALL)
INLINE = ' style="display: inline"'
Env = MutableMapping[str, Any]


def as_html(text: str, book: Book | None) -> str:
    """Return MyST as HTML that nothing outside it has to complete; without a book, ids alone."""
    return _html(parse(text), book)


class Renderer(RendererHTML):
    """Renders what notebooks put out; ``env["book"]`` is the book, and text is never markup."""

    @staticmethod
    def renderAttrs(token: Token) -> str:  # noqa: N802
        """Return the attributes of a token that can do nothing but show."""
        kept = {name: str(value) for name, value in token.attrs.items() if name in KEPT}
        return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())

    def html_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return HTML that stood in the text as the text that it is."""
        return escape(tokens[idx].content)

    def html_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return HTML that stood in a line as the text that it is."""
        return escape(tokens[idx].content)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return a table or a quotation, or another directive as it is written."""
        found, book = directive(tokens[idx]), env["book"]
        given, body, _ = split(tokens[idx].content, 0)
        match found and found["name"]:
            case "list-table" if found:
                heads = next((int(value) for name, value, _ in given if name == "header-rows"), 0)
                return _table(found["title"], "\n".join(body), heads, book)
            case "quotation" if found:
                return f"<blockquote>{_marker(found['title'], book, opened=True)}</blockquote>\n"
        return f"<pre>{escape(tokens[idx].content)}</pre>\n"

    colon_fence = fence

    def myst_role(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Env) -> str:
        """Return what a role shows."""
        name, content = tokens[idx].meta["name"], tokens[idx].content
        return "" if name == ADDRESS else _role(name, content, env["book"])


def _html(tokens: Sequence[Token], book: Book | None) -> str:
    options: Any = {"xhtmlOut": False, "breaks": False, "langPrefix": "", "highlight": None}
    return _renderer().render(tokens, options, {"book": book})


@cache
def _renderer() -> Renderer:
    """Return the one that all share, as it looks for its rules among all that it has."""
    return Renderer()


def _table(caption: str, body: str, heads: int, book: Book | None) -> str:
    rows = []
    for at, row in enumerate(_items(SyntaxTreeNode(parse(body)))):
        tag = "th" if at < heads else "td"
        cells = (_html(cell.to_tokens()[1:-1], book) for cell in _items(row))
        rows.append("".join(f"<{tag}>{one.strip()}</{tag}>" for one in cells))
    title = f"<caption>{as_html(caption, book)}</caption>" if caption else ""
    return f"<table>{title}{''.join(f'<tr>{one}</tr>' for one in rows)}</table>\n"


def _items(node: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    return [
        item for child in node.children if child.type == "bullet_list" for item in child.children
    ]


def _role(name: str, content: str, book: Book | None) -> str:
    if name in ("ev", "quote"):
        return _marker(content, book, opened=name == "quote")
    written = TARGET.fullmatch(content)
    words = written["words"] if written and written["words"] else ""
    if name in ("derived", "inferred"):
        return f"{escape(words or content)} <em>({name})</em>"
    if book is None:
        return escape(words or content)
    try:
        if not words and name in kinds(book):
            words = find_object(book, name, content).name
        elif not words and name == "source":
            words = book.row(SOURCES.name, content).text("short")
        elif not words and name == "value":
            words = cell_at(book, content).words
    except BookError:
        words = f"[{content}: unknown]"
    return escape(words or words_of_role(name, content) or content)


def _marker(ids: str, book: Book | None, *, opened: bool) -> str:
    """Return markers: each the name of a place in a source, which opens what is said there."""
    return " ".join(_opening(key, book, opened) for key in re.split(r"[,\s]+", ids.strip()))


def _opening(key: str, book: Book | None, opened: bool) -> str:
    if book is None or key not in book.evidence:
        return f"[{escape(key)}]"
    cited = book.cite(key)
    place = f"[{escape(book.label(cited))}]"
    words = f"“{escape(cited.quotation)}”"
    if opened:
        return f"{words} {place}"
    return f"<details{INLINE}><summary{INLINE}>{place}</summary> {words}</details>"
