"""The files whose words a page takes in: what it includes, its tables in files, its drawings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from markdown_it.token import Token

from sourcebook.data.safe_paths import fault_of_file
from sourcebook.pages.block import Block, Mark
from sourcebook.pages.blocks import WITHOUT_PROSE, blocks, csv_rows
from sourcebook.pages.html import words_of_html, words_of_svg
from sourcebook.pages.myst import directive, parse, split
from sourcebook.pages.nesting import too_deep
from sourcebook.pages.written import read_written
from sourcebook.text.sentences import CELL_END

IN_OPTION = {"csv-table", "raw"}
DRAWING, INCLUDING, RST = {"figure", "image"}, {"include", "literalinclude"}, "eval-rst"
PLAIN = {"", "text", "none", "plain", "markdown", "md", "myst", "rst", "html"}
MOST = 200
Read = Callable[[str], tuple[Block, ...]]


@dataclass(frozen=True)
class TakenIn:
    """A file that a page names for its words: how, on which line, and the marks that serve it."""

    role: str
    file: str
    line: int
    options: Mapping[str, str]
    beside: tuple[Mark, ...] = ()


def taken_in(text: str) -> Iterator[TakenIn]:
    """Yield the files that a MyST text takes in, those named by directives and by images."""
    if too_deep(text) is None:
        yield from _taken(text, 1)


def sources_shown(text: str) -> Iterator[tuple[str, int]]:
    """Yield the id of each source that a MyST text shows as a whole, with its line."""
    for token in parse(text) if too_deep(text) is None else ():
        match = directive(token)
        if match and match["name"] == "source":
            yield match["title"].strip(), 1 + (token.map[0] if token.map else 0)


def words_taken_in(root: Path, page: Path, text: str) -> Iterator[tuple[Path, tuple[Block, ...]]]:
    """Yield each file of the book whose words a page shows, with its blocks, once.

    What a file takes in itself is yielded too.
    """
    yield from islice(_words(root, page, text, set()), MOST)


def path_of(root: Path, page: Path, file: str) -> Path:
    """Return the path of a file as a page names it: from its own folder, or from the book's."""
    return root / file.lstrip("/") if file.startswith("/") else page.parent / file


def _words(
    root: Path, page: Path, text: str, seen: set[tuple[Path, str]]
) -> Iterator[tuple[Path, tuple[Block, ...]]]:
    for one in taken_in(text):
        path = path_of(root, page, one.file).resolve()
        read = _reading(one, path)
        if read is None or (path, one.role) in seen or fault_of_file(root, "", path):
            continue
        seen.add((path, one.role))
        if path.is_file():
            words = read_written(path)
            yield path, tuple(replace(block, beside=one.beside) for block in read(words))
            if read is blocks and len(seen) < MOST:
                yield from _words(root, path, words, seen)


def _reading(one: TakenIn, path: Path) -> Read | None:
    """Return how to read a file that is taken in; nothing for code, and for pages."""
    match one.role:
        case "include" if not {"literal", "code"} & one.options.keys():
            return blocks
        case "include":
            return _plain if one.options.get("code", "") in PLAIN else None
        case "literalinclude":
            return _plain if one.options.get("language", "") in PLAIN else None
        case "csv-table":
            return lambda text: tuple(csv_rows(text, 1))
        case "raw":
            return lambda text: _plain(words_of_html(text))
    return _drawn if path.suffix.lower() == ".svg" else None


def _plain(text: str) -> tuple[Block, ...]:
    return (Block(text, (), 1),) if text.strip() else ()


def _drawn(text: str) -> tuple[Block, ...]:
    words = words_of_svg(text)
    return (Block(words, (), 1),) if words.strip(CELL_END) else ()


def _taken(text: str, first: int) -> Iterator[TakenIn]:
    for token in parse(text):
        line = first + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield from _images(token, line)
        elif match := directive(token):
            yield from _of_directive(match["name"], match["title"].strip(), token.content, line)


def _of_directive(name: str, title: str, content: str, line: int) -> Iterator[TakenIn]:
    options, body, at = split(content, line + 1)
    given = {option: words.strip() for option, words, _ in options}
    file = given.get("file", given.get("url", "")) if name in IN_OPTION else title
    if name == RST:
        yield TakenIn(name, "", line, given)
    elif file and (name in DRAWING or name in IN_OPTION or name in INCLUDING):
        below = blocks("\n".join(body)) if name in DRAWING else ()
        marks = tuple(mark for block in below for mark in block.marks)
        yield TakenIn(name, file, line, given, marks)
    if name not in WITHOUT_PROSE | {"code-cell", "raw"}:
        yield from _taken("\n".join(body), at)


def _images(token: Token, line: int) -> Iterator[TakenIn]:
    children = token.children or ()
    roles = [child for child in children if child.type == "myst_role"]
    marks = tuple(Mark(0, role.meta["name"], role.content) for role in roles)
    for child in children:
        if child.type == "image":
            yield TakenIn("image", str(child.attrGet("src") or ""), line, {}, marks)
