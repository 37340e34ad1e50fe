"""What the objects that roles name are called, and blocks with these names spelt out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sourcebook.data.book import Book
from sourcebook.data.contract import SOURCES
from sourcebook.data.objects import kinds
from sourcebook.data.tables import Table
from sourcebook.pages.block import Block, Mark

SOURCE = "source"


@dataclass(frozen=True, eq=False)
class Called:
    """The names of a book's objects and sources, by the roles that stand for them."""

    book: Book

    def spelt(self, block: Block) -> Block:
        """Return a block with the names of the objects that its roles name."""
        text, at, moved = "", 0, 0
        places: list[tuple[int, int]] = []
        for role in sorted(block.roles, key=lambda one: one.at):
            if name := self.name(role):
                text += f"{block.text[at : role.at]}{name}"
                at, moved = role.at, moved + len(name)
                places.append((role.at, moved))
        if not places:
            return block
        marks = tuple(replace(mark, at=mark.at + _shift(mark.at, places)) for mark in block.marks)
        roles = tuple(replace(one, at=one.at + _shift(one.at, places)) for one in block.roles)
        return replace(block, text=text + block.text[at:], marks=marks, roles=roles)

    def name(self, role: Mark) -> str:
        """Return what the object is called that a role names; nothing where there is none."""
        table = self._kinds.get(role.role)
        row = table.by_key.get(role.content) if table else None
        return row.text(table.declared.name) if row and table else ""

    @cached_property
    def _kinds(self) -> dict[str, Table]:
        found = kinds(self.book)
        sources = self.book.roles.get(SOURCES.name)
        return {**found, SOURCE: sources} if sources else found

    def subject(self, mark: Mark) -> str:
        """Return what the object is called that a page says it is about."""
        named = f"{SOURCE} {mark.content}" if mark.role == SOURCE else mark.content
        kind, _, key = named.partition(" ")
        return self.name(Mark(0, kind, key.strip()))


def _shift(at: int, places: Sequence[tuple[int, int]]) -> int:
    found = bisect_right(places, at, key=lambda one: one[0])
    return places[found - 1][1] if found else 0
