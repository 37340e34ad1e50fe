"""The prose gate: what a block says, and how surely, held against the evidence it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from sourcebook.analysis.counts import count
from sourcebook.checks.advice import advice, label
from sourcebook.checks.claims import Claims
from sourcebook.checks.findings import Finding, declared, misplaced
from sourcebook.checks.on_page import OnPage
from sourcebook.checks.unknown_names import known_words, strange_names, words_of
from sourcebook.checks.unmarked import designated, subjects, unmarked
from sourcebook.data.book import Book
from sourcebook.data.cells import cell_at
from sourcebook.data.context import TIER, Entry
from sourcebook.data.evidence import Evidence
from sourcebook.data.tables import Row, Table
from sourcebook.pages.block import COUNTING, SECOND, VALUE, Block, Mark
from sourcebook.pages.blocks import blocks
from sourcebook.pages.front_matter import Page, read_page
from sourcebook.pages.markers import ids, marks_for, marks_within
from sourcebook.problems import BookError, did_you_mean
from sourcebook.text.assertions import DATE, LABEL, NUMBER, Assertion, assertions, quoted, stated
from sourcebook.text.carrying import is_carried, is_loose
from sourcebook.text.explaining import own_order
from sourcebook.text.labels import DESIGNATION
from sourcebook.text.quotation_marks import without_quotations
from sourcebook.text.quoted_words import NOT_THERE, Objection, objection
from sourcebook.text.sentences import SENTENCE, clauses, span_at, spans
from sourcebook.text.tone import mixed, overstated

FIRST = Page()
KINDS = {"designation": "a designation", "date": "a date", "quotation": "a quotation"}
MOST_FOR_ONE_PAGE = 500
LONGEST = 160
BLANK = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Gate:
    """What the prose of a book's pages of one tier may rest on: the first, unless one is given.

    ``first`` is the gate of the first tier, for what both know.
    """

    book: Book
    tier: str = ""
    first: Gate | None = None

    @cached_property
    def second(self) -> Gate:
        """Return the gate of the same book's pages of the second tier."""
        return Gate(self.book, TIER, self)

    @property
    def further(self) -> tuple[Table, ...]:
        """Return the tables that pages of this tier know besides the first tier's."""
        return tuple(self.book.context.tables.values()) if self.tier else ()

    @cached_property
    def known(self) -> frozenset[str]:
        """Return the words that the seeds, tables, bibliography and glossaries know."""
        return (self.first.known if self.first else known_words(self.book)) | words_of(self.further)

    @cached_property
    def designations(self) -> frozenset[str]:
        """Return the designations that are the whole of some table's cell."""
        cells = (
            text
            for table in (*self.book.tables.values(), *self.further)
            for row in table.rows
            for text in row.cells.values()
        )
        return frozenset(text for text in cells if DESIGNATION.fullmatch(text))

    @cached_property
    def claims(self) -> Claims:
        """Return what the names, verbs and denials of the book's prose may rest on."""
        return self.first.claims if self.first else Claims(self.book)

    def on(self, page: Page) -> Gate:
        """Return the gate of a page's tier."""
        return self.second if page.tier == TIER else self

    def findings(self, block: Block, page: Page = FIRST) -> Iterator[Finding]:
        """Yield what is wrong in a block, each kind of fault in the order of the text.

        On a page that is exempt that is only what mixes the tiers.
        """
        gate = self.on(page)
        if not gate.tier:
            yield from misplaced(block)
            block = _of_first_tier(block)
        if page.exempt is None:
            yield from gate.faults(block)

    def faults(self, block: Block) -> Iterator[Finding]:
        """Yield what is wrong in a block that cites only what this tier may rest on."""
        yield from self._uncounted(block)
        yield from self._uncarried(block)
        yield from self._overstated(block)
        yield from self._strange(block)

    def _uncarried(self, block: Block) -> Iterator[Finding]:
        for start, end in clauses(block.text):
            for one in assertions(block.text[start:end]):
                marks = marks_for(block, start + one.start)
                registered = one.kind == "designation" and one.words in self.designations
                if is_loose(one) and not marks:
                    continue
                if (marks or not registered) and (finding := self._held(block, one, start, marks)):
                    yield finding
        for one in quoted(block.text, apart=block.apart):
            marks = [*marks_for(block, one.start), *marks_for(block, one.end - 1)]
            if finding := self._held(block, one, 0, marks):
                yield finding

    def undesignated(self, page: Sequence[Block]) -> Iterator[tuple[int, Finding]]:
        """Yield each designation without a marker that is none of the page's, and its line."""
        cited = self._cited(mark for block in page for mark in block.citing)
        quotations = (one.quotation for one in cited)
        yield from unmarked(page, designated(quotations, self._about(page)), self.designations)

    def _about(self, page: Sequence[Block]) -> Iterator[Row]:
        """Yield the rows of what a page is about."""
        tables, about = (*self.book.tables.values(), *self.further), sorted(subjects(page))
        yield from (table.by_key[one] for table in tables for one in about if one in table.by_key)

    def taken(self, page: Sequence[Block]) -> object:
        """Return what a page takes of single rows: the evidence of a cell, and of a subject all.

        Of what is counted it is what is amiss. All else is :func:`sourcebook.checks.alike.alike`.
        """
        marks = (mark for block in page for mark in (*block.marks, *block.beside))
        values = [self._ids(mark) for mark in marks if mark.role == VALUE]
        uncounted = [one for block in page for one in self._uncounted(block)]
        return values, uncounted, [row.cells for row in self._about(page)]

    def _held(
        self, block: Block, one: Assertion, offset: int, marks: Iterable[Mark]
    ) -> Finding | None:
        """Return a finding unless one of the marks names evidence that carries the statement."""
        asked = self._asked(marks)
        cited = [each for each in asked.values() if each]
        if len(cited) < len(asked) or any(is_carried(one, each.quotation) for each in cited):
            return None
        kind, words = KINDS.get(one.kind, "a number"), _short(one.words.strip("“”"))
        objected = [self._objection(one, each.quotation) for each in cited]
        told = next((each for each in objected if each.do), NOT_THERE)
        why = f"that {told.what}" if cited else "without evidence"
        quotations = "; ".join(f"{each.id} “{_short(each.quotation)}”" for each in cited)
        sentence = _sentence(block, offset + one.start)
        return Finding(
            "prose",
            one.words,
            offset + one.start,
            f"“{words}” is {kind} {why}",
            f"“{words}” in “{_short(sentence)}”",
            f"what is cited: {quotations}" if cited else "a marker in the same sentence or block",
            told.do or advice(self.book, self.tier, one, sentence, cited) + own_order(one),
        )

    def _objection(self, one: Assertion, quotation: str) -> Objection:
        asked = one.kind == "quotation" and objection(one.words, quotation, one.lead)
        return asked or NOT_THERE

    def _overstated(self, block: Block) -> Iterator[Finding]:
        bare = without_quotations(block.text)
        for start, end in spans(bare, SENTENCE):
            words = bare[start:end]
            if both := mixed(words):
                yield Finding(
                    "tone",
                    both[0],
                    start,
                    "a level of confidence and a likelihood stand in one sentence",
                    f"“{both[0]}” and “{both[1]}”",
                    "one of them to a sentence",
                    "say each in a sentence of its own",
                )
            marks = marks_within(block, (start, end)) or block.citing
            for each in self._cited(marks):
                for word, hedge in overstated(words, each.quotation):
                    yield Finding(
                        "tone",
                        word,
                        start + words.index(word),
                        f"“{word}” claims more than the evidence, which hedges",
                        f"“{word}” beside “{hedge}” in {each.id} ({label(self.book, each)})",
                        "the source's own doubt",
                        "hedge as the source does, or leave the word out",
                    )

    def _strange(self, block: Block) -> Iterator[Finding]:
        bare = _unmeasured(DESIGNATION.sub(_emptied, without_quotations(block.text)))
        for name, at in strange_names(Block(bare, (), block.line), self.known):
            if self.claims.register.is_akin(name):
                continue
            near = did_you_mean(name, self.known)
            yield Finding(
                "name",
                name,
                at,
                f"“{name}” is a name that no seed, table or glossary knows",
                f"“{name}” in “{_short(_sentence(block, at))}”",
                "a name as a source, a table, the bibliography or a glossary writes it",
                f"correct it{near or ', or take it out'}",
            )

    def _uncounted(self, block: Block) -> Iterator[Finding]:
        for mark in block.marks:
            if mark.role == COUNTING:
                try:
                    count(self.book, mark.content)
                except BookError as error:
                    one = error.problems[0]
                    told = (one.what, one.found, one.expected, one.do)
                    yield Finding("count", mark.content, mark.at, *told)

    def _cited(self, marks: Iterable[Mark]) -> list[Evidence | Entry]:
        return [each for each in self._asked(marks).values() if each]

    def _asked(self, marks: Iterable[Mark]) -> dict[tuple[str, str], Evidence | Entry | None]:
        """Return what the marks name, each once; ``None`` where nothing has the name."""
        return {
            (tier, key): (self.book.context.entries if tier else self.book.evidence).get(key)
            for mark in marks
            for tier in [TIER if mark.role == SECOND else ""]
            for key in self._ids(mark)
        }

    def _ids(self, mark: Mark) -> list[str]:
        if mark.role != VALUE:
            return ids(mark.content)
        try:
            return list(cell_at(self.book, mark.content).evidence)
        except BookError:
            return []


def page_findings(gate: Gate, text: str) -> list[tuple[int, Finding]]:
    """Return what is wrong with one page's prose, with lines; the first five hundred."""
    return list(islice(_of_page(gate, text), MOST_FOR_ONE_PAGE))


def _of_first_tier(block: Block) -> Block:
    marks, beside = (
        tuple(mark for mark in some if mark.role != SECOND) for some in (block.marks, block.beside)
    )
    return replace(block, marks=marks, beside=beside)


def _of_page(gate: Gate, text: str) -> Iterator[tuple[int, Finding]]:
    """Yield the findings; of a name that nothing knows there is nothing else to tell."""
    page = read_page(text)
    yield from ((1, finding) for finding in declared(page))
    unknown: set[tuple[int, str]] = set()
    for block in blocks(text):
        for finding in gate.findings(block, page):
            line = block.line_at(finding.at)
            yield line, finding
            unknown |= {(line, finding.words)} if finding.kind == "name" else set()
    if page.exempt is None:
        yield from gate.on(page).undesignated(blocks(text))
        for line, finding in OnPage(gate.on(page).claims, blocks(text)).findings():
            if (line, finding.words) not in unknown:
                yield line, finding


def _sentence(block: Block, at: int) -> str:
    start, end = span_at(block.text, SENTENCE, at)
    start, end = max(start, at - LONGEST), min(end, at + LONGEST)
    return " ".join(block.text[start:end].split()).strip("\0")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"


def _unmeasured(text: str) -> str:
    """Return a text with nothing where numbers with their units or labels and dates stand."""
    signs = list(text)
    for start, end in clauses(text):
        for one, last in stated(text[start:end], NUMBER, DATE, LABEL):
            signs[start + one : start + last] = BLANK.sub(" ", text[start + one : start + last])
    return "".join(signs)


def _emptied(match: re.Match[str]) -> str:
    return BLANK.sub(" ", match[0])
