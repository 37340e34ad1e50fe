"""Speakers named where nothing is cited, held against what their page cites or is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sourcebook.checks.findings import Finding
from sourcebook.checks.naming import Named, Place
from sourcebook.checks.telling import told_strange
from sourcebook.data.contract import SOURCES
from sourcebook.pages.block import CITING, SECOND, SUBJECTS, Block
from sourcebook.pages.markers import marks_for
from sourcebook.text.quotation_marks import without_quotations
from sourcebook.text.sentences import CLAUSE, span_at

if TYPE_CHECKING:
    from sourcebook.checks.claims import Claims


@dataclass(frozen=True, eq=False)
class Strangers:
    """The names of a page that nothing on it gives."""

    claims: Claims
    page: Sequence[Block]

    def of(self, block: Block) -> Iterator[Finding]:
        """Yield each speaker that a clause without evidence names, and nothing that is cited.

        A page that cites nothing, or the second tier, is passed over, and a clause that asks; what
        a source names anywhere may be named beside it.
        """
        if not self._cites:
            return
        bare, register = without_quotations(block.text), self.claims.register
        every = register.objects_in(bare)
        for start, end, places in every:
            if places & self._known or not register.sorts(Named(objects=places)):
                continue
            begins, ends = span_at(bare, CLAUSE, start)
            tells = self.claims.tells(bare[begins:ends])
            beside = (self._throughout(key) for *_, some in every for key in some)
            if not tells or any(places & some for some in beside):
                continue
            if not self.claims.cited(marks_for(block, start)):
                yield told_strange(bare[start:end], start)

    @cached_property
    def _cites(self) -> bool:
        roles = {mark.role for block in self.page for mark in block.citing}
        return bool(roles) and SECOND not in roles

    @cached_property
    def _known(self) -> frozenset[Place]:
        """Return what is named by all that the page cites, is about, or names by a role."""
        found, named, called = Named(), self.claims.register.named, self.claims.called
        for block in self.page:
            for rest in self.claims.cited(block.citing):
                found |= rest.surroundings | rest.named
            for mark in (*block.roles, *block.marks):
                if mark.role not in CITING:
                    about = mark.role in SUBJECTS
                    found |= named(called.subject(mark) if about else called.name(mark))
        return found.objects

    def _throughout(self, place: Place) -> frozenset[Place]:
        """Return what a source names anywhere; nothing if something else is meant."""
        kind, key = place
        seed = self.claims.book.seeds.get(key) if kind == SOURCES.name else None
        return self.claims.register.named(seed.text).objects if seed else frozenset()
