"""Names, speakers, denials and strength in prose, held against what is cited beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from sourcebook.checks import named_twice, names, negation, speakers, strength
from sourcebook.checks.acting import misplaced_names
from sourcebook.checks.apart import is_apart, wrongly_joined
from sourcebook.checks.bounding import is_of_amount
from sourcebook.checks.by_source import misplaced
from sourcebook.checks.called import Called
from sourcebook.checks.contraries import of_contrary
from sourcebook.checks.crossed import crossed
from sourcebook.checks.exchanged import exchanged
from sourcebook.checks.findings import Finding, moved
from sourcebook.checks.giving import ungiven
from sourcebook.checks.misdated import misdated
from sourcebook.checks.naming import Named, Register
from sourcebook.checks.out_of_order import out_of_order
from sourcebook.checks.preferred import preferred, turned_against
from sourcebook.checks.resting import Rest
from sourcebook.checks.telling import (
    told_credit,
    told_doubled,
    told_exchange,
    told_misplaced,
    told_mixed,
    told_name,
    told_repeated,
    told_reversal,
    told_slip,
    told_speaker,
    told_strength,
    told_twice,
)
from sourcebook.checks.turned import turned
from sourcebook.checks.versions import origins
from sourcebook.data.book import Book
from sourcebook.data.contract import STRENGTHS
from sourcebook.data.evidence import Evidence
from sourcebook.pages.block import SECOND, VALUE, Mark
from sourcebook.pages.markers import ids
from sourcebook.text.claims.slips import slips
from sourcebook.text.claims.stating import is_topic, states
from sourcebook.text.claims.strength import Order, order
from sourcebook.text.claims.words import Word, is_owner, words
from sourcebook.text.quotation_marks import without_quotations
from sourcebook.text.sentences import SENTENCE, clauses, spans


class Beside(NamedTuple):
    """What stands beside a cell: what its row is about, and what may be named with a reason.

    ``given`` is what the evidence names that the reason cites.
    """

    subject: Callable[[], Named]
    near: Callable[[], Named]
    given: Callable[[], Named]


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

    def slips(self, text: str) -> Iterator[Finding]:
        """Yield what is wrong in a clause whatever it cites."""
        found = map(told_slip, slips(text, self.register.vocabulary))
        doubled = map(told_doubled, named_twice.doubled(text, self.register))
        yield from (replace(one, slip=True) for one in (*found, *doubled))

    def repeated(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        """Yield the names of a clause of whom it has named already, and the evidence has not."""
        for called, word in named_twice.repeated(text, rests, self.register):
            yield told_repeated(called, word)

    def twice(self, bare: str) -> Iterator[Finding]:
        """Yield the sources that one sentence names twice."""
        for start, end in spans(bare, SENTENCE):
            found = map(told_twice, named_twice.told_twice(bare[start:end], self.register))
            yield from moved((replace(one, slip=True) for one in found), start)

    def of_cell(
        self, text: str, rests: tuple[Rest, ...], beside: Beside, title: bool
    ) -> Iterator[Finding]:
        """Yield what is wrong in the words of a cell; of a ``title`` or question, in its names."""
        bare = without_quotations(text)
        title = title or is_topic(bare)
        yield from self.twice(bare)
        for start, end in clauses(bare):
            some = bare[start:end]
            yield from moved(self.slips(some), start)
            yield from moved(self.repeated(text[start:end], rests), start)
            if any(self._uncarried(some, rests, Named())):
                yield from moved(self._in_cell(some, rests, beside), start)
            if any(rest.abroad for rest in rests):
                continue
            yield from moved(self.by_source(text[start:end], rests), start)
            if not title and states(some, self.register.vocabulary):
                yield from moved(self.verbs(some, rests), start)
            elif not some.rstrip().endswith("?"):
                found = strength.excesses(some, rests, self.order, self.register.vocabulary)
                yield from moved((told_strength(one, self) for one in found), start)
                yield from moved(ungiven(some, rests, self.register), start)
                yield from moved(self.exchanged(some, rests), start)
                if self.tells(some) and not is_topic(bare):
                    yield from moved(self.reversed(some, rests), start)

    def exchanged(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        """Yield the names that stand where the evidence has others."""
        titled = self.register.titled(text)
        found = exchanged(titled, rests, self.register, self.order.alike)
        further = misplaced_names(titled, rests, self.register, self.order.alike)
        others = turned(text, rests, self.register, self.order.alike)
        every = {tie.name: (tie, other) for tie, other in (*others, *further, *found)}
        for tie, other in every.values():
            yield told_exchange(tie, other, rests)
        for one, two in names.mixed(text, rests, self.register):
            yield told_mixed(one, two)
        yield from origins(text, rests, self.register.vocabulary)

    def _in_cell(self, text: str, rests: tuple[Rest, ...], beside: Beside) -> Iterator[Finding]:
        for run in self._uncarried(text, rests, beside.subject()):
            near = (
                self.infers(text, run, rests)
                or names.gives(beside.given(), run, self.register)
                or (
                    names.gives(beside.near(), run, self.register)
                    and not names.replaces(run, text, rests, self.register)
                )
            )
            yield told_name(run, rests, self, own=not near)

    def _uncarried(
        self, text: str, rests: tuple[Rest, ...], subject: Named
    ) -> Iterator[tuple[Word, ...]]:
        carriers = names.Carriers(*self.named(rests), subject)
        return names.uncarried(text, carriers, self.register, self.register.common)

    def named(self, rests: tuple[Rest, ...]) -> tuple[Named, Named]:
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

    def infers(self, text: str, run: Sequence[Word], rests: Sequence[Rest]) -> bool:
        """Tell whether a clause takes words to mean a name that a source cited has somewhere."""
        throughout = (rest.throughout | rest.speaking for rest in rests)
        return self.takes(text, run) and any(
            names.gives(one, tuple(run), self.register) for one in throughout
        )

    def takes(self, text: str, run: Sequence[Word]) -> bool:
        """Tell whether a clause has a name as what the writer takes words to mean, or infers.

        “A infers” and “A’s inference” do not; “it may be A” and “it may mean A” do, though not for
        what may mean it.
        """
        vocabulary, every = self.register.vocabulary, words(text)
        for at, word in enumerate(every):
            last = every[at - 1] if at else None
            may = last is not None and last.folded in vocabulary.possible
            named = last and last.capital and (last.start or is_owner(text, last.end))
            if vocabulary.stem(word.folded) in vocabulary.own and not named:
                return not may or run[0].start > word.start
            if may and word.folded in vocabulary.being:
                return run[0].start > word.start
        return False

    def verbs(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        """Yield what a clause says is done, said or denied otherwise than by its evidence."""
        vocabulary = self.register.vocabulary
        yield from self.exchanged(text, rests)
        yield from self.misattributed(text, rests)
        yield from self.reversed(text, rests)
        for excess in strength.excesses(text, rests, self.order, vocabulary):
            yield told_strength(excess, self)
        yield from ungiven(text, rests, self.register)

    def reversed(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        """Yield what is denied, dated or preferred otherwise than in what is cited."""
        vocabulary = self.register.vocabulary
        yield from wrongly_joined(text, rests, vocabulary)
        if not is_apart(text, rests, vocabulary):
            for reversal in negation.reversals(text, rests, self.register, self.order.alike):
                if not is_of_amount(reversal, text, vocabulary):
                    yield told_reversal(reversal, self)
        yield from crossed(text, rests, self.register, self.order.alike)
        yield from misdated(text, rests, self.register, self.order.alike)
        yield from preferred(text, rests, vocabulary)
        yield from out_of_order(text, rests, vocabulary)
        yield from of_contrary(text, rests, vocabulary)
        yield from turned_against(text, rests, vocabulary)

    def misattributed(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        """Yield those who are said to speak and do not in what is cited."""
        for one, sure in speakers.misattributed(text, rests, self.register):
            yield told_speaker(one, rests, self, sure)
        if credited := speakers.miscredited(text, rests, self.register):
            yield told_credit(credited, rests)

    def by_source(self, text: str, rests: Sequence[Rest]) -> Iterator[Finding]:
        """Yield the sources that are said to say what another one of those cited says."""
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
