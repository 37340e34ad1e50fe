"""Names, speakers, denials and strength in prose, held against what is cited beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from sourcebook.checks import names, negation, speakers, strength
from sourcebook.checks.answers import answered
from sourcebook.checks.by_source import misplaced
from sourcebook.checks.called import Called
from sourcebook.checks.exchanged import exchanged
from sourcebook.checks.findings import Finding
from sourcebook.checks.giving import ungiven
from sourcebook.checks.headed import belied, headed
from sourcebook.checks.misdated import misdated
from sourcebook.checks.naming import Named, Register, lower
from sourcebook.checks.pointing import pointless
from sourcebook.checks.preferred import preferred
from sourcebook.checks.resting import Rest
from sourcebook.checks.strangers import Strangers
from sourcebook.checks.telling import (
    told_doubled,
    told_exchange,
    told_misplaced,
    told_name,
    told_reversal,
    told_slip,
    told_speaker,
    told_strength,
    told_twice,
    told_unproved,
)
from sourcebook.data.book import Book
from sourcebook.data.contract import STRENGTHS
from sourcebook.data.evidence import Evidence
from sourcebook.pages.block import POINTING, SECOND, SUBJECTS, VALUE, Block, Mark
from sourcebook.pages.markers import ids, marks_for, marks_within
from sourcebook.text.claims.slips import slips
from sourcebook.text.claims.strength import Order, is_topic, order, states
from sourcebook.text.claims.words import Word, words
from sourcebook.text.quotation_marks import without_quotations
from sourcebook.text.sentences import CELL, CELL_END, SENTENCE, Span, begin_of, clauses, span_at


class Beside(NamedTuple):
    """What stands beside a cell: what its row is about, and what may be named with a reason."""

    subject: Callable[[], Named]
    near: Callable[[], Named]


@dataclass(frozen=True, eq=False)
class Claims:
    """What the names, verbs and denials of a book's prose may rest on."""

    book: Book

    @cached_property
    def register(self) -> Register:
        """Return the names that the book's tables give."""
        return Register(self.book)

    def rest(self, one: Evidence) -> Rest:
        """Return a piece of evidence with what it may be said to name."""
        if one not in self._known:
            self._known[one] = Rest(one, self.register)
        return self._known[one]

    @cached_property
    def _known(self) -> dict[Evidence, Rest]:
        return {}

    @cached_property
    def of_source(self) -> dict[str, list[Rest]]:
        """Return the evidence of each source."""
        found: dict[str, list[Rest]] = {}
        for one in self.book.evidence.values():
            found.setdefault(one.source, []).append(self.rest(one))
        return found

    @cached_property
    def called(self) -> Called:
        """Return what the objects that roles and pages name are called."""
        return Called(self.book)

    @cached_property
    def order(self) -> Order:
        """Return which words say more than which, as the book's codebook declares."""
        stem = self.register.vocabulary.stem
        rows = self.book.rows_of(STRENGTHS)
        return order(
            (key, [stem(one.strip()) for one in row.text("words").split(",")], row.ids("above"))
            for key, row in rows.items()
        )

    def findings(self, blocks: Sequence[Block]) -> Iterator[tuple[int, Finding]]:
        """Yield what is wrong in the blocks of a page, and notes that it does not answer.

        Words that are set apart are a quotation, held word for word elsewhere.
        """
        common = lower(block.text for block in blocks) | self.register.common
        subject = self.register.named(blocks[0].text) if blocks else Named()
        title, strangers = subject, Strangers(self, blocks).of
        for heading, about in (*pairwise(blocks), *zip(blocks, blocks[2:3], strict=False)):
            against = belied(heading, about, self)
            for finding in (*headed(heading, about, self.register, self.called), *against):
                yield heading.line_at(finding.at), finding
        for block in blocks:
            for mark in block.marks:
                if mark.role in SUBJECTS:
                    subject = title | self.register.named(self.called.subject(mark))
            if block.apart:
                continue
            spelt = self.called.spelt(block)
            found = [*self._of_block(spelt, subject, common), *strangers(spelt)]
            for finding in answered(spelt, found):
                yield spelt.line_at(finding.at), finding

    def _of_block(self, block: Block, subject: Named, common: frozenset[str]) -> Iterator[Finding]:
        bare = without_quotations(block.text)
        yield from self._alone(bare, block)
        if not (block.citing or block.beside):
            return
        roles = self.register.named(" | ".join(map(self.called.name, block.roles)))
        for start, end in clauses(bare):
            text = bare[start:end]
            first = begin_of(bare, (start, end))
            if _is_label(text):
                yield from _moved(self._labels(text, block, subject | roles, common), start)
                continue
            rests = self.cited(marks_for(block, first))
            if not rests:
                continue
            around = [span_at(bare, part, first) for part in _parts(bare)]
            own = any(marks_within(block, one) for one in around)
            if not own and any(_points(block, one) for one in around):
                continue
            here = subject if own else subject | roles
            if not any(rest.abroad for rest in rests):
                yield from _moved(self._by_source(text, rests), start)
                yield from _moved(self._told_of(text, rests, own), start)
            sure = own or bool(block.beside)
            yield from _moved(self._names(text, rests, here, (common, own, sure)), start)

    def _labels(
        self, text: str, block: Block, here: Named, common: frozenset[str]
    ) -> Iterator[Finding]:
        """Yield the names of a label that nothing at what is cited in its point carries."""
        rests = self.cited(block.citing)
        for rest in rests:
            here |= rest.around
        if rests:
            yield from self._names(text, rests, here, (common, True, True))

    def _told_of(self, text: str, rests: Sequence[Rest], own: bool) -> Iterator[Finding]:
        if own or self.tells(text):
            for finding in self._verbs(text, rests):
                note = finding.note or (finding.kind == "speaker" and not own)
                yield replace(finding, note=note)
        else:
            found = strength.unbacked(text, rests, self.register.vocabulary)
            yield from (told_strength(one, self) for one in found)

    def _alone(self, bare: str, block: Block) -> Iterator[Finding]:
        """Yield what is wrong in a text whatever it cites, and words of proof that cite nothing."""
        for start, end in clauses(bare):
            text = bare[start:end]
            yield from _moved(self._slips(text), start)
            first = begin_of(bare, (start, end))
            if not self.cited(marks_for(block, first)):
                found = strength.unproved(text, self.register.vocabulary)
                yield from _moved(map(told_unproved, found), start)
        yield from pointless(bare, block, self.register.vocabulary)

    def _slips(self, text: str) -> Iterator[Finding]:
        found = map(told_slip, slips(text, self.register.vocabulary))
        doubled = map(told_doubled, names.doubled(text, self.register))
        twice = map(told_twice, names.told_twice(text, self.register))
        yield from (replace(one, slip=True) for one in (*found, *doubled, *twice))

    def of_cell(
        self, text: str, rests: tuple[Rest, ...], beside: Beside, title: bool
    ) -> Iterator[Finding]:
        """Yield what is wrong in the words of a cell; of a ``title`` or question, in its names."""
        bare = without_quotations(text)
        title = title or is_topic(bare)
        for start, end in clauses(bare):
            some = bare[start:end]
            yield from _moved(self._slips(some), start)
            if any(self._uncarried(some, rests, Named())):
                yield from _moved(self._in_cell(some, rests, beside), start)
            if any(rest.abroad for rest in rests):
                continue
            yield from _moved(self._by_source(some, rests), start)
            if not title and states(some, self.register.vocabulary):
                yield from _moved(self._verbs(some, rests), start)
            elif not some.rstrip().endswith("?"):
                found = strength.excesses(some, rests, self.order, self.register.vocabulary)
                yield from _moved((told_strength(one, self) for one in found), start)
                yield from _moved(ungiven(some, rests, self.register), start)
                yield from _moved(self._exchanged(some, rests), start)
                if self.tells(some) and not is_topic(bare):
                    yield from _moved(self._reversed(some, rests), start)

    def _exchanged(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        for tie, other in exchanged(text, rests, self.register, self.order.alike):
            yield told_exchange(tie, other, rests)

    def _in_cell(self, text: str, rests: tuple[Rest, ...], beside: Beside) -> Iterator[Finding]:
        for run in self._uncarried(text, rests, beside.subject()):
            near = self._takes(text, run) or (
                names.gives(beside.near(), run, self.register)
                and not names.replaces(run, text, rests, self.register)
            )
            yield told_name(run, rests, self, own=not near)

    def _uncarried(
        self, text: str, rests: tuple[Rest, ...], subject: Named
    ) -> Iterator[tuple[Word, ...]]:
        carriers = names.Carriers(*self._named(rests), subject)
        return names.uncarried(text, carriers, self.register, self.register.common)

    def _named(self, rests: tuple[Rest, ...]) -> tuple[Named, Named]:
        """Return what evidence names, without and with those who speak."""
        if rests not in self._carrying:
            carrying = speaking = Named()
            for rest in rests:
                carrying |= rest.named
                speaking |= rest.named | rest.speaking
            self._carrying[rests] = (carrying, speaking)
        return self._carrying[rests]

    @cached_property
    def _carrying(self) -> dict[tuple[Rest, ...], tuple[Named, Named]]:
        return {}

    def tells(self, text: str) -> bool:
        """Tell whether a clause that cites nothing itself states what its paragraph may carry."""
        first = next(iter(words(text)), None)
        asks = first is not None and first.folded in self.register.vocabulary.questions
        return not asks and states(text, self.register.vocabulary)

    def _takes(self, text: str, run: Sequence[Word]) -> bool:
        """Tell whether a clause has a name as what the writer takes words to mean, or infers.

        “A infers” and “A’s inference” do not; “it may be A” and “it may mean A” do, though not for
        what may mean it.
        """
        vocabulary, last = self.register.vocabulary, None
        for word in words(text):
            stem = vocabulary.stem(word.folded)
            if stem in vocabulary.own and not (last and last.capital and last.start):
                means = last is not None and last.folded in vocabulary.possible
                return not means or run[0].start > word.start
            if last and last.folded in vocabulary.possible and word.folded in vocabulary.being:
                return True
            last = word
        return False

    def _names(
        self,
        text: str,
        rests: Sequence[Rest],
        subject: Named,
        how: tuple[frozenset[str], bool, bool],
    ) -> Iterator[Finding]:
        """Yield the names that nothing carries, with notes where no evidence stands right by."""
        common, own, sure = how
        carriers = names.Carriers(*self._named(tuple(rests)), subject)
        for run in names.uncarried(text, carriers, self.register, common, own):
            stated = sure or names.replaces(run, text, rests, self.register)
            yield told_name(run, rests, self, stated and not self._takes(text, run))

    def _verbs(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        vocabulary = self.register.vocabulary
        yield from self._exchanged(text, rests)
        for one, sure in speakers.misattributed(text, rests, self.register):
            yield told_speaker(one, rests, self, sure)
        yield from self._reversed(text, rests)
        for excess in strength.excesses(text, rests, self.order, vocabulary):
            yield told_strength(excess, self)
        yield from ungiven(text, rests, self.register)

    def _reversed(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        for reversal in negation.reversals(text, rests, self.register, self.order.alike):
            yield told_reversal(reversal, self)
        yield from misdated(text, rests, self.register, self.order.alike)
        yield from preferred(text, rests, self.register.vocabulary)

    def _by_source(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        for one in misplaced(text, rests, self.register, self.order.alike):
            yield told_misplaced(one, rests, self.book)

    def label(self, rest: Rest) -> str:
        """Return the id of evidence with the short name of its source and its place."""
        return f"{rest.evidence.id} ({self.book.label(rest.evidence)})"

    def cited(self, marks: Iterable[Mark]) -> list[Rest]:
        """Return what marks cite; nothing if one names what there is not, or the second tier."""
        found: dict[str, Rest] = {}
        for mark in marks:
            for key in ids(mark.content) if mark.role != VALUE else ():
                if mark.role == SECOND or key not in self.book.evidence:
                    return []
                found[key] = self.rest(self.book.evidence[key])
        return list(found.values())


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


def _moved(found: Iterable[Finding], by: int) -> Iterator[Finding]:
    return (replace(one, at=one.at + by) for one in found)
