"""The blocks of a page: their names, speakers, denials and strength, and what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sourcebook.checks import names, strength
from sourcebook.checks.answers import answered
from sourcebook.checks.claims import Claims
from sourcebook.checks.findings import Finding, moved
from sourcebook.checks.headed import columned, headed
from sourcebook.checks.naming import Named, lower
from sourcebook.checks.pointing import pointless
from sourcebook.checks.resting import Rest
from sourcebook.checks.strangers import Strangers
from sourcebook.checks.telling import told_name, told_strength, told_unproved
from sourcebook.pages.block import POINTING, SUBJECTS, Block
from sourcebook.pages.markers import marks_for, marks_within
from sourcebook.text.claims.words import words
from sourcebook.text.quotation_marks import without_quotations
from sourcebook.text.sentences import CELL, CELL_END, SENTENCE, Span, begin_of, clauses, span_at


@dataclass(frozen=True, eq=False)
class OnPage:
    """The blocks of one page, held against what they cite."""

    claims: Claims
    blocks: Sequence[Block]

    @cached_property
    def _strangers(self) -> Strangers:
        return Strangers(self.claims, self.blocks)

    def findings(self) -> Iterator[tuple[int, Finding]]:
        """Yield what is wrong in the blocks of a page, and notes that it does not answer.

        Words that are set apart are a quotation, held word for word elsewhere.
        """
        common = lower(block.text for block in self.blocks) | self.claims.register.common
        blocks, register = self.blocks, self.claims.register
        subject = register.named(blocks[0].text) if blocks else Named()
        title = subject
        yield from self._of_heads()
        for block in blocks:
            for mark in block.marks:
                if mark.role in SUBJECTS:
                    subject = title | register.named(self.claims.called.subject(mark))
            if block.apart:
                continue
            spelt = self.claims.called.spelt(block)
            found = [*self._of_block(spelt, subject, common), *self._strangers.of(spelt)]
            for finding in answered(spelt, found):
                yield spelt.line_at(finding.at), finding

    def _of_heads(self) -> Iterator[tuple[int, Finding]]:
        """Yield what is wrong in the headings of sections and columns."""
        for at, heading in enumerate(self.blocks):
            for finding in headed(heading, self.blocks[at + 1 :], self.claims):
                yield heading.line_at(finding.at), finding
        for head, finding in columned(self.blocks, self.claims):
            yield head.line_at(finding.at), finding

    def _of_block(self, block: Block, subject: Named, common: frozenset[str]) -> Iterator[Finding]:
        bare = without_quotations(block.text)
        yield from self._alone(bare, block)
        if not (block.citing or block.beside):
            return
        roles = self.claims.register.named(" | ".join(map(self.claims.called.name, block.roles)))
        for start, end in clauses(bare):
            text = bare[start:end]
            first = begin_of(bare, (start, end))
            if _is_label(text):
                yield from moved(self._labels(text, block, subject | roles, common), start)
                continue
            rests = self.claims.cited(marks_for(block, first))
            if not rests:
                continue
            around = [span_at(bare, part, first) for part in _parts(bare)]
            own = any(marks_within(block, one) for one in around)
            if not own and any(_points(block, one) for one in around):
                continue
            here = subject if own else subject | roles
            if not any(rest.abroad for rest in rests):
                yield from moved(self.claims.by_source(block.text[start:end], rests), start)
                yield from moved(self._told_of(text, rests, own), start)
            sure = own or bool(block.beside) or CELL_END in bare
            yield from moved(self._names(text, rests, here, (common, own, sure)), start)

    def _labels(
        self, text: str, block: Block, here: Named, common: frozenset[str]
    ) -> Iterator[Finding]:
        """Yield the names of a label that nothing at what is cited in its point carries."""
        rests = self.claims.cited(block.citing)
        for rest in rests:
            here |= rest.around
        if rests:
            yield from self._names(text, rests, here, (common, True, True))

    def _told_of(self, text: str, rests: Sequence[Rest], own: bool) -> Iterator[Finding]:
        if own or self.claims.tells(text):
            for finding in self.claims.verbs(text, rests):
                note = finding.note or (finding.kind == "speaker" and not own)
                yield replace(finding, note=note)
        else:
            found = strength.unbacked(text, rests, self.claims.register.vocabulary)
            yield from (told_strength(one, self.claims) for one in found)

    def _alone(self, bare: str, block: Block) -> Iterator[Finding]:
        """Yield what is wrong in a text whatever it cites, and words of proof that cite nothing."""
        yield from self.claims.twice(bare)
        for start, end in clauses(bare):
            text = bare[start:end]
            yield from moved(self.claims.slips(text), start)
            first = begin_of(bare, (start, end))
            rests = self.claims.cited(marks_for(block, first))
            yield from moved(self.claims.repeated(block.text[start:end], rests), start)
            if not rests:
                found = strength.unproved(text, self.claims.register.vocabulary)
                yield from moved(map(told_unproved, found), start)
        yield from pointless(bare, block, self.claims.register.vocabulary)

    def _names(
        self,
        text: str,
        rests: Sequence[Rest],
        subject: Named,
        how: tuple[frozenset[str], bool, bool],
    ) -> Iterator[Finding]:
        """Yield the names that nothing carries, with notes where no evidence stands right by.

        There is no doubt of a speaker whom nothing on the page gives.
        """
        common, own, sure = how
        carriers = names.Carriers(*self.claims.named(tuple(rests)), subject)
        for run in names.uncarried(text, carriers, self.claims.register, common, own):
            stated = sure or names.replaces(run, text, rests, self.claims.register)
            stranger = self._strangers.is_stranger(" ".join(word.text for word in run), rests)
            certain = stranger or (stated and not self.claims.infers(text, run, rests))
            yield told_name(run, rests, self.claims, certain)


def _parts(text: str) -> tuple[re.Pattern[str], ...]:
    """Return what ends the parts of a block of which evidence is their own."""
    return (SENTENCE, CELL) if CELL_END in text else (SENTENCE,)


def _points(block: Block, span: Span) -> bool:
    """Tell whether a part of a block points to where the book says more."""
    start, end = span
    return any(one.role in POINTING and start <= one.at <= end for one in block.roles)


def _is_label(text: str) -> bool:
    """Tell whether a clause is only the name under which a point of a list stands."""
    return all(word.capital for word in words(text)) and text.rstrip().endswith(".")
