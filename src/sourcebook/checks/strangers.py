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
from sourcebook.text.claims.stance import silences
from sourcebook.text.quotation_marks import without_quotations
from sourcebook.text.sentences import begin_of, clauses

if TYPE_CHECKING:
    from sourcebook.checks.claims import Claims
    from sourcebook.checks.resting import Rest


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
        bare = without_quotations(block.text)
        whole = self.claims.register.objects_in(bare)
        if not whole:
            return
        beside = {key for *_, some in whole for key in some if key[0] == SOURCES.name}
        for start, end in clauses(bare):
            text = bare[start:end]
            first = begin_of(bare, (start, end))
            if self.claims.tells(text) and not self.claims.cited(marks_for(block, first)):
                for words, at in self._in_clause(text, beside):
                    yield told_strange(words, start + at)

    def is_stranger(self, name: str, rests: Sequence[Rest]) -> bool:
        """Tell whether a name is that of a speaker whom nothing on the page gives.

        Or it is that of a source, and the evidence that its paragraph cites is of others.
        """
        named = self.claims.register.meant(name)
        speaks = bool(self.claims.register.sorts(named))
        sources = {key for table, key in named.objects if table == SOURCES.name}
        unread = bool(sources) and sources.isdisjoint(one.evidence.source for one in rests)
        return self._cites and (unread or (speaks and not named.objects & self._near))

    def _in_clause(self, text: str, beside: set[Place]) -> Iterator[tuple[str, int]]:
        """Yield the names that nothing gives, or not the one source that the clause names."""
        register = self.claims.register
        every, silent = register.objects_in(text), silences(text, register.vocabulary)
        known = self._near if silent else self._known
        sources = {key for *_, some in every for key in some if key[0] == SOURCES.name}
        for start, end, places in every:
            if places & sources or self._is_known(places, beside, sources, known):
                continue
            if not any(one <= start < two for one, two in silent):
                yield text[start:end], start

    def _is_known(
        self,
        places: frozenset[Place],
        beside: set[Place],
        sources: set[Place],
        known: frozenset[Place],
    ) -> bool:
        if len(sources) == 1 and not places & self._throughout(*sources):
            return False
        speaks = self.claims.register.sorts(Named(objects=places))
        return (
            not speaks
            or any(places & self._throughout(one) for one in beside)
            or bool(places & known)
        )

    @cached_property
    def _cites(self) -> bool:
        roles = {mark.role for block in self.page for mark in block.citing}
        return bool(roles) and SECOND not in roles

    @cached_property
    def _near(self) -> frozenset[Place]:
        """Return what is known on the page, and what stands around all that it cites."""
        rests = [rest for block in self.page for rest in self.claims.cited(block.citing)]
        return self._known.union(*(rest.around.objects for rest in rests))

    @cached_property
    def _known(self) -> frozenset[Place]:
        """Return what is named by all that the page cites, is about, or names by a role."""
        found, named, called = Named(), self.claims.register.named, self.claims.called
        for block in self.page:
            for rest in self.claims.cited(block.citing):
                found |= rest.named | rest.speaking
            for mark in (*block.roles, *block.marks):
                if mark.role not in CITING:
                    about = mark.role in SUBJECTS
                    found |= named(called.subject(mark) if about else called.name(mark))
        return found.objects

    def _throughout(self, place: Place) -> frozenset[Place]:
        """Return what a source and its row name anywhere."""
        _, key = place
        seed, row = self.claims.book.seeds.get(key), self.claims.book.rows_of(SOURCES)[key]
        told = self.claims.register.named(" | ".join(row.cells.values()))
        said = self.claims.register.named(seed.text).objects if seed else frozenset()
        return said | told.objects
