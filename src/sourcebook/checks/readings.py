"""What a table of questions says, held against the readings of each question."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sourcebook.checks.claims import Claims
from sourcebook.checks.findings import Finding, moved
from sourcebook.checks.named_twice import called
from sourcebook.checks.naming import Place, Register
from sourcebook.checks.resting import Rest
from sourcebook.data.contract import QUESTIONS, READINGS, SOURCES
from sourcebook.data.evidence import Evidence
from sourcebook.data.tables import Row, Table
from sourcebook.text.quotation_marks import without_quotations
from sourcebook.text.sentences import clauses

ASKING = ("question", "short")


@dataclass(frozen=True, eq=False)
class Readings:
    """The readings of a book’s questions: their own words, and the evidence that they cite."""

    claims: Claims

    def of_cell(self, table: Table, row: Row, text: str) -> Iterator[Finding]:
        """Yield what no reading of a question carries in its words: who says what, and of whom.

        A question without readings, and every other table, is passed over.
        """
        rests = self.rests(table, row)
        bare = without_quotations(text)
        for start, end in clauses(bare) if rests else ():
            some = bare[start:end]
            yield from moved(self._unread(some, rests), start)
            yield from moved(self.claims.by_source(text[start:end], rests), start)
            yield from moved(self.claims.exchanged(some, rests), start)
            if not some.rstrip().endswith("?"):
                yield from moved(self.claims.misattributed(some, rests), start)

    def of_title(self, row: Row, field: str, others: Sequence[str]) -> Iterator[Finding]:
        """Yield whom a question or its short form names, and nothing beside it does.

        A short form names whom the question does. A question names whom its ``others`` do, the
        other cells of its row, or its readings: half of the evidence that these cite.
        """
        title, asked = row.text(field), row.text(ASKING[0])
        register = self.claims.register
        rests = self._rests.get(row.text("id"), ())
        said = [one.evidence.quotation for one in rests if one.evidence.end == sys.maxsize]
        cited = [one for one in rests if one.evidence.end < sys.maxsize]
        told = [_whom(text, register) for text in (*others, *said)]
        for one in called(title, register) if cited else ():
            has = [one.places & _named(rest) for rest in cited]
            known = any(one.places & some for some in told) or 2 * sum(map(bool, has)) >= len(has)
            if not known or not one.places & _whom(asked, register):
                words = title[one.first.start : one.end]
                yield Finding(
                    "named",
                    words,
                    one.first.start,
                    f"“{words}” is asked about, and the question or its readings do not name it",
                    f"“{words}”",
                    "whom the question names, and the answer or most readings",
                    "write whom the readings are on, or name it in the question and its answer",
                )

    def rests(self, table: Table, row: Row) -> tuple[Rest, ...]:
        """Return what the readings of a question rest on, and what they say themselves."""
        return self._rests.get(row.text(table.key), ()) if self._is_of(table) else ()

    def taken(self, table: Table, row: Row) -> list[dict[str, str]]:
        """Return the cells of the readings of a question."""
        keys = (row.text(table.key), row.text("id")) if self._is_of(table) else ()
        return [one.cells for key in keys for one in self._rows.get(key, ())]

    def _is_of(self, table: Table) -> bool:
        asked = self.claims.book.roles.get(QUESTIONS.name)
        return asked is not None and asked.name == table.name

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self.claims.book.rows_of(READINGS).values():
            found.setdefault(row.text("question"), []).append(row)
        return found

    @cached_property
    def _rests(self) -> dict[str, tuple[Rest, ...]]:
        found: dict[str, dict[Rest, None]] = {}
        for question, rows in self._rows.items():
            some = found.setdefault(question, {})
            for row in rows:
                for key in row.ids("evidence"):
                    if key in self.claims.book.evidence:
                        some[self.claims.rest(self.claims.book.evidence[key])] = None
                some[self._as_said(row)] = None
        return {key: tuple(some) for key, some in found.items()}

    def _as_said(self, row: Row) -> Rest:
        """Return the words of a reading, as if its source had them."""
        said = (row.text("source"), row.text("reading"))
        one = Evidence(row.text("id"), *said, "", "", 0, sys.maxsize, "", "", "", "")
        return Rest(one, self.claims.register)

    def _unread(self, text: str, rests: tuple[Rest, ...]) -> Iterator[Finding]:
        """Yield the sources that a text names, and of which the question has no reading."""
        read = {(SOURCES.name, rest.evidence.source) for rest in rests}
        for start, end, places in self.claims.register.objects_in(text):
            if any(table == SOURCES.name for table, _ in places) and not places & read:
                words = text[start:end]
                yield Finding(
                    "speaker",
                    words,
                    start,
                    f"“{words}” is named, and the question has no reading of it",
                    f"“{words}”",
                    "a source of which there is a reading",
                    "write the source that says so, or add its reading of the question",
                )


def _whom(text: str, register: Register) -> frozenset[Place]:
    return frozenset().union(*(one.places for one in called(text, register)))


def _named(rest: Rest) -> frozenset[Place]:
    """Return whom evidence names in its sentence or the one before, and who speaks in it."""
    told = (_whom(text, rest.register) for text in (rest.sentence, rest.before))
    return rest.speaker.objects.union(*told)
