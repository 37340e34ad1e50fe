"""Where words stand between quotation marks, of whatever shape, in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from sourcebook.text.forms import IDEOGRAPH
from sourcebook.text.sentences import CELL_END, Span

PAIRS = (
    *("“”", "‟”", "„“", "„”", "„‟", "‚‘", "‚’", "‘’", "‛’", "””", "’’", '""', "''", "`'", "＂＂"),
    *(
        "«»",
        "»«",
        "»»",
        "‹›",
        "›‹",
        "››",
        "「」",
        "『』",
        "﹁﹂",
        "﹃﹄",
        "｢｣",
        "〝〞",
        "〝〟",
        "❝❞",
        "❛❜",
    ),
)
CLOSING = {one[0]: [pair[1] for pair in PAIRS if pair[0] == one[0]] for one in PAIRS}
CLOSING["``"] = ["''"]
ALWAYS_OPEN = {"“", "‟", "„", "«", "「", "『", "﹁", "﹃", "｢", "〝", "❝"}
APOSTROPHES, SINGLE = {"'", "’"}, {"'", "’", "‘"}
MARK = re.compile(f"``|''|[{''.join(PAIRS)}]")
LETTER = re.compile(rf"[^\W{IDEOGRAPH}]")
CLIPPED = re.compile(r"(?:\d\ds|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)
DEEPEST = 8
PARAGRAPH_END = re.compile(rf"{CELL_END}|\n[ \t]*\n")


@dataclass
class _Open:
    """A mark that waits for the one that closes it, and the quotations found within meanwhile."""

    sign: str
    start: int
    within: list[Span] = field(default_factory=list)


@lru_cache(maxsize=4096)
def quotations(text: str) -> tuple[Span, ...]:
    """Return the spans of the outermost quotations of a text, with their marks.

    One that is not closed goes on to the end of its paragraph or cell. An apostrophe is no mark,
    nor is the sign of an inch behind a number.
    """
    spans: list[Span] = []
    start = 0
    for end in [*(match.start() for match in PARAGRAPH_END.finditer(text)), len(text)]:
        marks = [*MARK.finditer(text, start, end)]
        spans += _paired(text, marks, end) if marks else ()
        start = end
    return tuple(spans)


def emptied(text: str) -> str:
    """Return a text with blanks for its quotations; no character moves."""
    parts, last = [], 0
    for start, end in quotations(text):
        parts += [text[last:start], re.sub(r"[^\n]", " ", text[start:end])]
        last = end
    return "".join([*parts, text[last:]])


def within(words: str) -> str:
    """Return the words of a quotation without its outer marks."""
    opening = MARK.match(words)
    if not opening:
        return words
    inner = words[opening.end() :]
    closing = (one for one in CLOSING.get(opening[0], ()) if inner.endswith(one))
    return inner.removesuffix(next(closing, ""))


def _paired(text: str, marks: list[re.Match[str]], end: int) -> Iterator[Span]:
    """Yield the outermost quotations that the marks of one paragraph set apart."""
    apostrophes = _apostrophes(text, marks)
    found: list[Span] = []
    stack: list[_Open] = []
    for mark in marks:
        level = None if mark.start() in apostrophes else _closed(mark[0], stack)
        if level is not None:
            opened = stack[level]
            del stack[level:]
            (stack[-1].within if stack else found).append((opened.start, mark.end()))
        elif _opens(text, mark):
            stack.append(_Open(mark[0], mark.start()))
    for opened in stack:
        if opened.sign in ALWAYS_OPEN or opened.sign == '"':
            found.append((opened.start, end))
            break
        found += opened.within
    yield from sorted(found)


def _closed(sign: str, stack: list[_Open]) -> int | None:
    """Return which of the open marks a sign closes; an apostrophe closes only the last."""
    deepest = max(len(stack) - (1 if sign in APOSTROPHES else DEEPEST), 0)
    levels = range(len(stack) - 1, deepest - 1, -1)
    return next((level for level in levels if sign in CLOSING[stack[level].sign]), None)


def _opens(text: str, mark: re.Match[str]) -> bool:
    sign, (before, after) = mark[0], _around(text, mark)
    if sign not in CLOSING or not after:
        return False
    if sign in ALWAYS_OPEN:
        return True
    if sign == '"':
        inch = before.isdigit() and not after.isalnum()
        loose = after.isspace() and bool(before.strip())
        return not (inch or loose or LETTER.match(before))
    clipped = sign in APOSTROPHES and CLIPPED.match(text, mark.end())
    return not (LETTER.match(before) or after.isspace() or clipped)


def _apostrophes(text: str, marks: list[re.Match[str]]) -> set[int]:
    """Return the places of the marks that close nothing.

    “The crews’ boats” may end a quotation after “crews” only if no better end comes before the next
    beginning.
    """
    found: set[int] = set()
    better = False
    for mark in reversed(marks):
        before, after = _around(text, mark)
        possessive = before in "sSxXzZ" and after == " "
        if mark[0] == '"' and LETTER.match(before) and LETTER.match(after):
            found.add(mark.start())
        elif mark[0] in SINGLE and (not before.strip() or LETTER.match(after)):
            found.add(mark.start())
            better = better and not _opens(text, mark)
        elif mark[0] in APOSTROPHES and possessive and better:
            found.add(mark.start())
        elif mark[0] in APOSTROPHES:
            better = better or not possessive
    return found


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    return text[max(mark.start() - 1, 0) : mark.start()], text[mark.end() : mark.end() + 1]
