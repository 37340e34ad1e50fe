"""Numbers in code: a literal of a notebook’s cell changed, the cells run, what they put out held.

No build is made. The cells of a page run in this process, one after the other, and the gate reads
their tables and the words of their figures, as a build does. A literal that changes nothing of
these, such as a width, is no site, and neither is one that only repeats or moves their lines.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from random import Random
from typing import Any
from unittest.mock import patch

from matplotlib.figure import Figure
from matplotlib.text import Text

from mutants.changes import Change, digits
from mutants.sites import Site, around
from mutants.stage import Stage, Verdict
from sourcebook.data.book import Book
from sourcebook.pages.block import Block
from sourcebook.pages.blocks import blocks
from sourcebook.pages.front_matter import read_page
from sourcebook.text.sentences import CELL_END

Outputs = tuple[str | tuple[str, ...], ...]
IN_CODE = "number in code"
CELL = re.compile(
    r"^```\{code-cell\}[^\n]*\n(?:---\n.*?^---\n)?(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE
)
COMPUTED = re.compile(r"\{(computed|derived|inferred)\}(`+) ?.+? ?\2(?!`)")
WIDTHS = re.compile(r"^:widths:.*\n", re.MULTILINE)


def sites_in_code(stage: Stage, random: Random) -> Iterator[Site]:
    """Yield each number in the code of a page that is held to the gate."""
    for file, text in stage.pages.items():
        if read_page(text).exempt is None:
            for change in _numbers(text, stage, random):
                line = text.count("\n", 0, change.start) + 1
                yield Site(file, line, *around(text, change), partial(_attempt, file, text, change))


def _numbers(text: str, stage: Stage, random: Random) -> Iterator[Change]:
    for cell in CELL.finditer(text):
        lines = cell["code"].splitlines(keepends=True)
        starts = [cell.start("code") + sum(map(len, lines[:at])) for at in range(len(lines))]
        for one in tokenize.generate_tokens(io.StringIO(cell["code"]).readline):
            if one.type in (tokenize.NUMBER, tokenize.STRING):
                first = starts[one.start[0] - 1] + one.start[1]
                for each in digits(one.string, stage.names, random):
                    yield replace(each, start=each.start + first, end=each.end + first)


def _attempt(file: str, text: str, change: Change, stage: Stage) -> Verdict | None:
    before = _put_out(stage, file, text)
    try:
        after = _outputs(stage, file, change.made(text))
    except SyntaxError:
        return None
    except Exception:
        return Verdict(killed=True)
    if _lines(after) == _lines(before):
        return None
    new = _findings(stage, text, after) - _findings(stage, text, before)
    return Verdict(killed=bool(new))


@cache
def _put_out(stage: Stage, file: str, text: str) -> Outputs:
    return _outputs(stage, file, text)


def _outputs(stage: Stage, file: str, text: str) -> Outputs:
    """Return the MyST and the words drawn that a page puts out, in order."""
    return tuple(map(_as_told, put_out(stage.book, file, text)))


def put_out(book: Book, file: str, text: str) -> list[Any]:
    """Run the cells of a page beside its helpers; return what each puts out that does."""
    beside = [str((book.root / file).parent), str(book.root / "notebooks"), *sys.path]
    names: dict[str, Any] = {}
    opened = patch("sourcebook.open_book", return_value=book)
    with opened, patch.object(sys, "path", beside):
        shown = [_run(cell["code"], names) for cell in CELL.finditer(text)]
    return [one for one in shown if one is not None]


def _run(code: str, names: dict[str, Any]) -> Any:
    """Run one cell; return the value of its last line, if that is an expression."""
    *body, last = ast.parse(code).body
    exec(compile(ast.Module(body, []), "cell", "exec"), names)
    if isinstance(last, ast.Expr):
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    exec(compile(ast.Module([last], []), "cell", "exec"), names)
    return None


def _as_told(shown: Any) -> str | tuple[str, ...]:
    if isinstance(shown, Figure):
        drawn = shown.findobj(Text)
        return (*(one.get_text() for one in drawn if isinstance(one, Text)), shown.csv)  # type: ignore[attr-defined]
    markdown = getattr(shown, "_repr_markdown_", lambda: repr(shown))()
    return WIDTHS.sub("", str(markdown))


def _lines(outputs: Outputs) -> set[str]:
    """Return the lines shown and drawn; lines that are only repeated or moved are the same ones."""
    return {
        line
        for one in outputs
        for text in ((one,) if isinstance(one, str) else one)
        for line in text.splitlines()
    }


def _findings(stage: Stage, text: str, outputs: Outputs) -> set[tuple[str, str, str]]:
    page = read_page(text)
    beside = tuple(mark for block in blocks(text) for mark in (*block.marks, *block.beside))
    found: set[tuple[str, str, str]] = set()
    for one in outputs:
        told = blocks(COMPUTED.sub("", one)) if isinstance(one, str) else _drawn(one, beside)
        for block in told:
            faults = stage.gate.findings(block, page)
            found |= {(each.kind, each.words, each.what) for each in faults}
    return found


def _drawn(words: tuple[str, ...], beside: tuple[Any, ...]) -> list[Block]:
    return [Block(CELL_END.join(words[:-1]), (), 1, beside)]
