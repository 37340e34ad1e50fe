"""The links of pages, and which of them lead where no link may lead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sourcebook.data.addresses import fault, in_html, refused
from sourcebook.pages.myst import directive, parse_links, split
from sourcebook.pages.nesting import too_deep
from sourcebook.problems import Problem

INTERNAL = ("project", "path", "inv")
ADDRESSED = {"button-link", "figure", "image"}
LINKING = {"link", "target", "url"}
ENTRY = re.compile(r"(?:.*<)?([^<>]*?)>?\s*")
CODE = {"code", "code-block", "code-cell", "literalinclude", "math", "mermaid", "sourcecode"}
Found = tuple[str, int, str]


def unsafe_links(text: str) -> Iterator[Found]:
    """Yield each address that a MyST text may not link to: as written, its line, and why.

    Looked at are links, images, raw HTML, and the addresses that directives are given. Nothing is
    said of a text whose parts stand too deep within one another.
    """
    if too_deep(text) is None:
        yield from _of_text(text, 1)


def check_links(file: str, text: str) -> list[Problem]:
    """Return the problem of each address that a page may not link to."""
    return [refused(file, line, "an address", one, why) for one, line, why in unsafe_links(text)]


def _of_text(text: str, first: int) -> Iterator[Found]:
    for token in parse_links(text):
        line = first + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield from _of_inline(token, line)
        elif token.type == "html_block":
            yield from _shifted(in_html(token.content), line)
        elif match := directive(token):
            yield from _of_directive(match["name"], match["title"], token.content, line)


def _of_inline(token: Token, line: int) -> Iterator[Found]:
    for one in token.children or ():
        if one.type in ("softbreak", "hardbreak"):
            line += 1
        elif one.type == "html_inline":
            yield from _shifted(in_html(one.content), line)
            line += one.content.count("\n")
        else:
            for name in ("href", "src"):
                address = str(one.attrGet(name) or "")
                if address and (reason := fault(address, INTERNAL)):
                    yield address, line, reason
            if one.type == "image":
                yield from _of_inline(one, line)


def _of_directive(name: str, title: str, content: str, line: int) -> Iterator[Found]:
    options, body, at = split(content, line + 1)
    given = [(words, where) for option, words, where in options if option in LINKING]
    if name in ADDRESSED:
        given.append((title, line))
    if name == "toctree":
        given += [
            (found[1], at + n) for n, one in enumerate(body) if (found := ENTRY.fullmatch(one))
        ]
    for words, where in given:
        if reason := fault(words.strip(), INTERNAL):
            yield words.strip(), where, reason
    if name == "raw":
        yield from _shifted(in_html("\n".join(body)), at)
    elif name not in CODE and name != "toctree":
        if name not in ADDRESSED:
            yield from _of_text(title, line)
        yield from _of_text("\n".join(body), at)


def _shifted(found: Iterator[Found] | Sequence[Found], first: int) -> Iterator[Found]:
    yield from ((address, first + line - 1, reason) for address, line, reason in found)
