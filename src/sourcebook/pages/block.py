"""A block: a piece of prose without markup, with the evidence it cites and its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sourcebook.text.sentences import CELL_END

SECOND, QUOTATION, VALUE = "context", "quotation", "value"
CITING = ("ev", "quote", VALUE, SECOND)
COUNTING = "count"
POINTING = ("doc", "ref")
ANSWER, SUBJECTS = "sure", ("about", "source")


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
    ``beside`` holds marks that serve the block from next to it, as a caption's serve a picture;
    ``roles`` the roles whose words only the book knows, as the name of an object.
    ``apart`` tells that it is a block quotation: words set apart, without quotation marks.
    ``level`` is that of a heading, from 1, and 0 for all else.
    """

    text: str
    marks: tuple[Mark, ...]
    line: int
    beside: tuple[Mark, ...] = ()
    roles: tuple[Mark, ...] = ()
    apart: bool = False
    level: int = 0

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


def joined(parts: Sequence[Block], end: str = CELL_END) -> Block:
    """Return several blocks as one, each ending in ``end``: the cells of a table's row."""
    text, line = "", parts[0].line if parts else 1
    marks: list[Mark] = []
    roles: list[Mark] = []
    at = line
    for part in parts:
        text += "\n" * max(0, part.line - at)
        marks += [replace(mark, at=mark.at + len(text)) for mark in part.marks]
        roles += [replace(mark, at=mark.at + len(text)) for mark in part.roles]
        text += part.text + end
        at = max(at, part.line) + part.text.count("\n") + end.count("\n")
    return Block(text, tuple(marks), line, (), tuple(roles))
