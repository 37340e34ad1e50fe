"""Markdown: its words without the signs of its form, and what stands in its front matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sourcebook.data.originals.extracted import CELL, Extracted, Stated, squeezed
from sourcebook.problems import refuse

if TYPE_CHECKING:
    from markdown_it.token import Token

LIBRARY = "markdown-it-py"
SPACES = ("softbreak", "hardbreak")
WORDS = ("text", "code_inline", "image")
CODE = ("fence", "code_block")


def read_markdown(text: str, file: str) -> Extracted:
    """Return the text of a Markdown file; raises :class:`BookError` if it has none."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.front_matter import front_matter_plugin

    tokens = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).parse(text)
    lines = [one for one in _lines(tokens) if one]
    if not lines:
        what, do = "the Markdown holds no text", "add the file that has the words"
        raise refuse(file, what, "no words", "words in its paragraphs", do)
    html = sum(token.type == "html_block" for token in tokens)
    aside = (f"{html} blocks of HTML",) if html else ()
    return Extracted("\n".join([*lines, ""]), LIBRARY, _stated(tokens), aside)


def _lines(tokens: Sequence[Token]) -> Iterator[str]:
    row: list[str] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield CELL.join(filter(None, row or []))
            row = None
        elif token.type in CODE:
            yield squeezed(token.content)
        elif token.type == "inline" and row is not None:
            row.append(_words(token))
        elif token.type == "inline":
            yield _words(token)


def _words(token: Token) -> str:
    pieces = (
        " " if one.type in SPACES else one.content if one.type in WORDS else ""
        for one in token.children or ()
    )
    return squeezed("".join(pieces))


def _stated(tokens: Sequence[Token]) -> Stated:
    told = _front_matter(tokens)
    heads = (
        _words(tokens[at + 1])
        for at, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h1"
    )
    return Stated(
        title=told.get("title", "") or next(heads, ""),
        author=told.get("author", ""),
        date=told.get("date", ""),
        language=told.get("lang", "") or told.get("language", ""),
    )


def _front_matter(tokens: Sequence[Token]) -> dict[str, str]:
    import yaml

    if not tokens or tokens[0].type != "front_matter":
        return {}
    try:
        told: Any = yaml.safe_load(tokens[0].content)
    except yaml.YAMLError:
        return {}
    return {str(key): _told(value) for key, value in told.items()} if isinstance(told, dict) else {}


def _told(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else squeezed(str(value or ""))
